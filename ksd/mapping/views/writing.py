"""Writing a row: the first few fields, then section by section, each saved when it is left."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.views.access import see_newest
from agreements.views.refusing import carried_out
from ksd.accounts.pages import person
from ksd.mapping.forms.rows import FIRST, SECTIONS, ReasonForm, RowForm, Section, after
from ksd.mapping.forms.rows import section as section_of
from ksd.mapping.models import MappingRow, PeriodRegion
from ksd.mapping.services.access import may_manage
from ksd.mapping.services.row_clashes import RowChanged
from ksd.mapping.services.rows import (
    attach_evidence,
    change_row,
    create_row,
    may_withdraw,
    require_writable,
    withdraw_row,
)
from ksd.mapping.views.filling import answer_way, require_writing
from ksd.mapping.views.form_words import words
from ksd.mapping.views.shared import act_page, filled, filling_url, row_crumbs, row_of, written
from regions.models import Urusan

_SHOW = ["GET", "HEAD", "POST"]


def part_or_404(code: str) -> Section:
    """A section of the form by its code."""
    part = section_of(code)
    if part is None:
        raise Http404(_("Formulir baris tidak mempunyai bagian itu."))
    return part


def _form_page(request: HttpRequest, form: RowForm, status: int, **more: Any) -> HttpResponse:
    """The form of a section with what the script needs to keep and save it."""
    context = {
        "form": form,
        "urusan": list(Urusan.objects.values_list("name", flat=True)),
        "words": words(),
        "clash": None,
        "row": None,
        **more,
    }
    return render(request, "mapping/rows/form.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def row_new(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Begin a row with its first few fields; it is a draft at once."""
    answer = filled(request, public_id, code)
    if request.method != "POST":
        require_writing(answer)
    blank = MappingRow(period=answer.period, region=answer.region)
    form = RowForm(request.POST or None, section=FIRST, instance=blank)
    back, done = (
        filling_url(answer.period, code),
        _("Draf disimpan. Lengkapi seperlunya; selebihnya menyusul."),
    )
    response, status = carried_out(
        request, form, lambda _data: _begin(request, answer, form), back=back, done=done
    )
    way = answer_way(answer, _("Baris baru"))
    return response or _form_page(
        request, form, status, period=answer.period, region=answer.region, crumbs=way,
        title=way[-1][0], cancel_url=back, sections=(), part=FIRST, keep=f"baru:{answer.pk}",
    )  # fmt: skip


def _begin(request: HttpRequest, answer: PeriodRegion, form: RowForm) -> str:
    row = create_row(actor=person(request), period=answer.period, region=answer.region, values=form.values())
    return reverse("mapping:row_edit", args=[row.public_id, SECTIONS[1].code])


@login_required
@require_http_methods(_SHOW)
def row_edit(request: HttpRequest, public_id: str, section: str) -> HttpResponse:
    """One section of a row; leaving it saves the draft."""
    row, part = written(request, public_id), part_or_404(section)
    if request.method != "POST":
        require_writable(row)
    way = row_crumbs(row, (row.title, row.get_absolute_url()), (str(part.label), ""))
    title = row.title  # the form writes into its instance, also what it refuses
    form = RowForm(request.POST or None, request.FILES or None, section=part, instance=row)
    clash: list[RowChanged] = []
    response, status = carried_out(
        request, form, lambda _data: _save(request, row, form, clash), back=row.get_absolute_url()
    )
    if clash and response is None:
        # Whoever has compared the two wordings may now save his own.
        see_newest(form, clash[0].revision)
    return response or _form_page(
        request, form, status, period=row.period, region=row.region, crumbs=way, title=title,
        cancel_url=row.get_absolute_url(), sections=SECTIONS, part=part, row=row,
        clash=clash[0] if clash else None, keep=f"{row.public_id}:{part.code}",
    )  # fmt: skip


def _save(request: HttpRequest, row: MappingRow, form: RowForm, clash: list[RowChanged]) -> str:
    """Save the section and lead to the next one, or to the row when the person is done."""
    actor, data = person(request), form.cleaned_data
    try:
        change_row(actor=actor, row=row, values=form.values(), seen_revision=data["seen_revision"])
    except RowChanged as error:
        clash.append(error)
        raise
    if data.get("upload") or data.get("detach"):
        attach_evidence(actor=actor, row=row, upload=data.get("upload"))
    following = after(form.section.code)
    if following is None or "selesai" in request.POST:
        return row.get_absolute_url()
    return reverse("mapping:row_edit", args=[row.public_id, following.code])


@login_required
@require_http_methods(_SHOW)
def row_withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take a row out of the mapping, with the reason; by its region, or by who leads the mapping."""
    row = row_of(request, public_id)
    if not may_manage(request.user, row.period):
        written(request, public_id)
    if request.method != "POST" and not may_withdraw(request.user, row):
        require_writable(row)
    form = ReasonForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        withdraw_row(actor=person(request), row=row, reason=data["reason"])

    way = row_crumbs(row, (row.title, row.get_absolute_url()), (_("Tarik baris"), ""))
    return act_page(
        request, form, act, way=way, back=row.get_absolute_url(), done=_("Baris ditarik."), subtitle=row.title,
        text=_("Baris tetap terbaca bersama alasannya, tetapi tidak dibahas lagi."), action=_("Tarik baris"),
        tone="danger",
    )  # fmt: skip
