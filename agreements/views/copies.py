"""The register of copies: where every original is, what happened to it, and which texts lack one."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import CopyAct, NaskahState
from agreements.forms.copies import CopyFilterForm, CopyMoveForm
from agreements.models import Copy
from agreements.querysets import CopyQuerySet
from agreements.services.copies import MANAGE, move_copy, open_register, require_copy, require_move
from agreements.services.naskah import acting_for_text, require_state
from agreements.views.access import case_crumbs, crumbs, person
from agreements.views.agreeing import party_or_404
from agreements.views.party_lines import permits
from agreements.views.refusing import carried_out, confirm
from agreements.views.signing_events import page_of_case
from agreements.views.text_page import text_or_404
from agreements.workflow import copy_arrows_from
from ksd.core.files import file_response

PER_PAGE = 20


def copy_or_404(request: HttpRequest, public_id: str) -> Copy:
    """A copy within the person's scope; a stranger finds nothing."""
    rows = Copy.objects.visible_to(request.user).for_list()
    rows = rows.prefetch_related("naskah__case__parties__region", "naskah__case__parties__partner")
    found: Copy = get_object_or_404(rows, public_id=public_id)
    return found


def _found(form: CopyFilterForm, rows: CopyQuerySet) -> CopyQuerySet:
    if not form.is_valid():
        return rows
    data = form.cleaned_data
    rows = rows.search(data["q"]) if data["q"] else rows
    rows = rows.filter(state=data["state"]) if data["state"] else rows
    return rows.lacking() if data["lacking"] else rows


@login_required
@require_safe
def copy_list(request: HttpRequest) -> HttpResponse:
    """Every copy within the person's scope: where is the original, which texts lack one."""
    form = CopyFilterForm(request.GET or None)
    rows = (
        Copy.objects.visible_to(request.user)
        .for_list()
        .order_by("-naskah__signed_on", "naskah", "form", "number")
    )
    found = _found(form, rows)
    context = {
        "filter_form": form,
        "page_obj": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "lacking": Copy.objects.visible_to(request.user).lacking().count(),
        "is_filtered": form.is_bound and any(form.data.get(name) for name in form.fields),
        "crumbs": crumbs((_("Eksemplar"), "")),
    }
    return render(request, "agreements/copies/list.html", context)


@login_required
@require_safe
def copy(request: HttpRequest, public_id: str) -> HttpResponse:
    """One copy: who holds it, where it lies, what happened to it."""
    found = copy_or_404(request, public_id)
    own = permits(require_copy, person(request), found)
    acts = [CopyAct(row.code) for row in copy_arrows_from(found.state)] if own else []
    text = found.naskah
    context = {
        "copy": found,
        "naskah": text,
        "acts": [(act.value, act.label) for act in acts],
        "moves": [_entry(row) for row in found.moves.all()],
        "signing_url": page_of_case(text),
        "crumbs": case_crumbs(text.case, (_("Tanda tangan & arsip"), page_of_case(text)), (str(found), "")),
    }
    return render(request, "agreements/copies/copy.html", context)


def _entry(move: Any) -> dict[str, Any]:
    """One thing that happened, as the timeline shows it."""
    way = f"{move.source} → {move.target}" if move.source != move.target else move.target
    parts = [way, move.shelf, move.note]
    return {
        "title": f"{move.get_act_display()}",
        "at": move.on,
        "by": f"{move.actor_name} ({move.role})",
        "text": " · ".join(part for part in parts if part),
    }


@login_required
@require_http_methods(["GET", "POST"])
def copy_move(request: HttpRequest, public_id: str, act: str) -> HttpResponse:
    """Record what happened to a copy."""
    found = copy_or_404(request, public_id)
    if act not in CopyAct.values:
        raise Http404
    require_move(person(request), found, act)
    form = CopyMoveForm(request.POST or None, request.FILES or None, copy=found, act=act)

    def once(data: dict[str, Any]) -> object:
        move_copy(actor=person(request), copy=found, move=form.move(), upload=data.get("upload"))
        return found.get_absolute_url()

    title, back = str(CopyAct(act).label), found.get_absolute_url()
    response, status = carried_out(request, form, once, back=back, done=_("Register eksemplar diperbarui."))
    context = {"copy": found, "naskah": found.naskah, "form": form, "title": title, "back": back}
    context["crumbs"] = case_crumbs(found.naskah.case, (str(found), back), (title, ""))
    return response or render(request, "agreements/copies/move.html", context, status=status)


@login_required
@require_safe
def copy_scan(request: HttpRequest, public_id: str) -> FileResponse:
    """Hand out the scan of a copy."""
    found = copy_or_404(request, public_id)
    if found.scan is None:
        raise Http404
    return file_response(found.scan, inline="unduh" not in request.GET)


@login_required
@require_http_methods(["GET", "POST"])
def copies_open(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Begin the register of a text signed before there was one."""
    text = text_or_404(request, public_id)
    party = party_or_404(text, order).party
    acting_for_text(person(request), text, party, MANAGE)
    require_state(text, NaskahState.SIGNED)
    label = _("Buka register eksemplar")
    return confirm(
        request,
        act=lambda _data: open_register(actor=person(request), naskah=text, party=party),
        done=_("Register eksemplar dibuka."),
        title=_("Buka register eksemplar %s?") % text.rule.label,
        text=_(
            "Eksemplar ditulis menurut jumlah yang disebut peraturan; pemegangnya dapat diubah sesudahnya."
        ),
        tone="primary",
        back=page_of_case(text),
        action_label=label,
        crumbs=case_crumbs(text.case, (label, "")),
    )
