"""What a party notes about its own paper: number, steps, check, a better scan; the word of its internal steps."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import MarkStep
from agreements.forms.signing_events import CheckForm, MarkForm, NumberForm, ReplaceCopyForm, StepForm
from agreements.models import Naskah, NaskahParty, VersionStep
from agreements.services.approval_steps import require_step, speak_for_step
from agreements.services.naskah import acting_for_text
from agreements.services.signing import SIGN
from agreements.services.signing_marks import (
    check_paper,
    give_number,
    mark_step,
    replace_copy,
    require_mark,
    require_replaceable,
    require_signed,
    require_unsigned,
)
from agreements.services.text_numbers import sample_for
from agreements.views.access import person
from agreements.views.agreeing import party_or_404
from agreements.views.refusing import confirm
from agreements.views.signing_events import note
from agreements.views.text_page import text_crumbs, text_or_404
from ksd.core.files import file_response


def _own(request: HttpRequest, public_id: str, order: int) -> tuple[Naskah, NaskahParty]:
    """A text and the party this person may write for."""
    text = text_or_404(request, public_id)
    row = party_or_404(text, order)
    acting_for_text(person(request), text, row.party, SIGN)
    return text, row


@login_required
@require_http_methods(["GET", "POST"])
def naskah_number(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Give the text a party's number before it signs."""
    text, row = _own(request, public_id, order)
    require_unsigned(text, row)
    form = NumberForm(request.POST or None, initial={"number": row.number}, sample=sample_for(row))

    def act(data: dict[str, Any]) -> object:
        return give_number(actor=person(request), naskah=text, party=row.party, number=data["number"])

    title, done = _("Beri nomor"), _("Nomor tersimpan.")
    return note(request, text, form, act, title=title, done=done, party=row.party)


@login_required
@require_http_methods(["GET", "POST"])
def signing_mark(request: HttpRequest, public_id: str, order: int, step: str) -> HttpResponse:
    """Note a step of a party: copies prepared, entered in its register."""
    text, row = _own(request, public_id, order)
    if step not in MarkStep.values:
        raise Http404
    require_mark(text, row, step)
    form = MarkForm(request.POST or None)

    def act(data: dict[str, Any]) -> object:
        typed = {"on": data["on"], "note": data["note"]}
        return mark_step(actor=person(request), naskah=text, party=row.party, step=step, **typed)

    title, done = str(MarkStep(step).label), _("Status tersimpan.")
    return note(request, text, form, act, title=title, done=done, party=row.party)


@login_required
@require_http_methods(["GET", "POST"])
def signing_check(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Check a signed paper: paraf, meterai, stempel, tanggal, number of copies."""
    text, row = _own(request, public_id, order)
    require_signed(row)
    known = getattr(row, "check_list", None)
    initial = {"done": known.done, "copies": known.copies, "note": known.note} if known else {}
    form = CheckForm(request.POST or None, items=text.case.pack.signing_checks, initial=initial)

    def act(data: dict[str, Any]) -> object:
        typed = {name: data[name] for name in ("done", "copies", "note")}
        return check_paper(actor=person(request), naskah=text, party=row.party, **typed)

    hint = _("Lengkap bila semuanya ada pada %d naskah asli. Keadaan hukum naskah tidak berubah.")
    title, done = _("Periksa naskah bertanda tangan"), _("Pemeriksaan tersimpan.")
    return note(request, text, form, act, title=title, done=done, party=row.party, hint=hint % text.originals)


@login_required
@require_http_methods(["GET", "POST"])
def signed_copy_replace(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Put a better scan in the place of the stored one, which is kept."""
    text, row = _own(request, public_id, order)
    require_replaceable(row)
    form = ReplaceCopyForm(request.POST or None, request.FILES or None)

    def act(data: dict[str, Any]) -> object:
        typed = {"upload": data["upload"], "reason": data["reason"]}
        return replace_copy(actor=person(request), naskah=text, party=row.party, **typed)

    hint = _("Pindaian lama tetap disimpan beserta sidiknya dan alasan penggantian.")
    title, done = _("Ganti pindaian"), _("Pindaian diganti; yang lama tetap disimpan.")
    return note(request, text, form, act, title=title, done=done, party=row.party, hint=hint)


@login_required
@require_safe
def signed_copy_old(request: HttpRequest, public_id: str, order: int, pk: int) -> FileResponse:
    """Hand out a scan that was replaced."""
    text = text_or_404(request, public_id)
    old = get_object_or_404(party_or_404(text, order).replaced_copies.select_related("file"), pk=pk)
    return file_response(old.file, inline="unduh" not in request.GET)


@login_required
@require_http_methods(["GET", "POST"])
def approval_step(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Record the word of one step within a party."""
    text = text_or_404(request, public_id)
    steps = VersionStep.objects.filter(version__naskah=text)
    step = get_object_or_404(steps.select_related("party__region", "party__partner", "version"), pk=pk)
    require_step(person(request), text, step)
    label = _("Catat persetujuan %s") % step.label
    return confirm(
        request,
        act=lambda data: speak_for_step(actor=person(request), naskah=text, step=step, note=data["note"]),
        form=StepForm(request.POST or None),
        done=_("Persetujuan %s dicatat.") % step.label,
        title=label,
        text=_("Persetujuan dicatat dengan nama, peran, dan waktu Anda atas versi %d.") % step.version.number,
        tone="success",
        back=f"{text.get_absolute_url()}#pihak",
        action_label=_("Setujui"),
        crumbs=text_crumbs(text, (label, "")),
    )
