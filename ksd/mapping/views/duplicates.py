"""Duplicates: proposed, laid side by side, merged, told apart, and let go again."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.refusing import confirm
from ksd.accounts.pages import attempt, person
from ksd.core.forms import OnceForm
from ksd.core.likeness import likeness
from ksd.mapping.forms.merging import MergeForm, ReasonForm
from ksd.mapping.models import MappingRow
from ksd.mapping.services.access import may_manage
from ksd.mapping.services.duplicates import is_large, propose_duplicates
from ksd.mapping.services.merging import merge_rows, set_apart, unmerge_row
from ksd.mapping.services.row_words import FILLED, label_of, wordings
from ksd.mapping.views.one_row import row_led, row_seen
from ksd.mapping.views.shared import frame, managed
from regions.models import Urusan

PER_PAGE = 20


@login_required
@require_safe
def duplicates(request: HttpRequest, public_id: str) -> HttpResponse:
    """Pairs of rows that may say the same; of a large period one urusan at a time."""
    period = managed(request, public_id)
    there = Urusan.objects.filter(pk__in=period.rows.counted().order_by().values("urusan"))
    chosen = there.filter(code=request.GET.get("urusan", "")[:60]).first()
    large = is_large(period)
    found = propose_duplicates(period, chosen) if chosen or not large else None
    context = frame(request, period, "consolidation", _("Duplikat")) | {
        "urusan": there,
        "chosen": chosen,
        "must_choose": found is None,
        "found": found,
        "page_obj": Paginator(found.pairs if found else (), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "mapping/consolidation/duplicates.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def duplicate(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Two rows side by side; who leads the period merges them here."""
    first, second = _both(request, one, other)
    form, status = MergeForm(request.POST or None, one=first, other=second), 200
    if request.method == "POST":
        status = _merge(request, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Kedua baris digabung; baris yang digabung tetap terbaca."))
            return redirect("mapping:duplicates", first.period.public_id)
    if status == 409:
        form.show_newer()
    context = frame(request, first.period, "consolidation", _("Bandingkan dua baris")) | {
        "form": form,
        "apart_form": OnceForm(),
        "first": first,
        "second": second,
        "lines": lines_of(first, second),
        "percent": round(100 * likeness(first.title, second.title)),
        "may_merge": first.counts and second.counts and not first.period.is_over,
    }
    return render(request, "mapping/consolidation/duplicate.html", context, status=status)


def _merge(request: HttpRequest, form: MergeForm) -> int:
    chosen, reason = form.chosen(), form.cleaned_data["reason"]
    return attempt(request, form, lambda: merge_rows(actor=person(request), reason=reason, **chosen))


@login_required
@require_POST
def apart(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Note that two rows are different matters."""
    first, second = _both(request, one, other)
    form = OnceForm(request.POST)
    if not form.is_valid():
        return redirect("mapping:duplicate", one, other)
    set_apart(actor=person(request), one=first, other=second)
    messages.success(request, _("Dicatat: bukan duplikat. Pasangan ini tidak diusulkan lagi."))
    return redirect("mapping:duplicates", first.period.public_id)


def _both(request: HttpRequest, one: str, other: str) -> tuple[MappingRow, MappingRow]:
    """Two rows of one period the person leads."""
    first, second = row_seen(request, one), row_seen(request, other)
    if first.period_id != second.period_id or first.pk == second.pk:
        raise Http404(_("Kedua baris itu tidak dapat dibandingkan."))
    if not may_manage(request.user, first.period):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan memimpin pemetaan ini."))
    return first, second


@dataclass(frozen=True)
class Line:
    """One thing said of both rows."""

    label: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Whether the rows say different things."""
        return self.first != self.second


def lines_of(first: MappingRow, second: MappingRow) -> list[Line]:
    """What the two rows say, field by field; what neither says is left out."""
    one, other = wordings(first, FILLED), wordings(second, FILLED)
    lines = [Line(capfirst(label_of(name)), one[name], other[name]) for name in FILLED]
    regions = Line(_("Daerah"), str(first.region), str(second.region))
    return [regions, *(line for line in lines if line.first or line.second)]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unmerge(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let a merged row speak for itself again, with the reason."""
    row = row_led(request, public_id)
    return confirm(
        request,
        act=lambda kept: unmerge_row(actor=person(request), row=row, reason=kept["reason"]),
        back=reverse("mapping:triage", args=[row.public_id]),
        form=ReasonForm(request.POST or None),
        done=_("Baris berdiri sendiri lagi."),
        title=_("Lepaskan baris ini dari gabungannya?"),
        text=_("“%s” dibahas lagi sebagai baris tersendiri.") % row,
        action_label=_("Lepaskan"),
    )
