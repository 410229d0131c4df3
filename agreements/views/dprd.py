"""Each region with its own DPRD: the page of the case, the test, the steps, the letters and their annexes."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.dprd_letters import dprd_letter
from agreements.forms.dprd import DprdForm, DprdStepForm
from agreements.law.schema import Arrow
from agreements.models import Case, DprdLetter, DprdTrack
from agreements.services.acting import Acting, acting_for_party
from agreements.services.dprd import PERMISSION, answer_dprd, take_dprd_step
from agreements.services.dprd_annexes import annexes_of, zip_of
from agreements.services.dprd_tracks import (
    CLEARED,
    is_live,
    is_testable,
    latest_tracks,
    open_steps,
    standing,
)
from agreements.views.access import attempt, case_crumbs, case_or_404, person
from agreements.views.dprd_sheet import dprd_places, lacks_of_step
from agreements.views.letters import hand_out
from agreements.views.tabs import tabs_of
from ksd.core.errors import ImpossibleStep
from ksd.core.files import file_response


@login_required
@require_safe
def dprd(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every region of the case with its DPRD: answers, decision table, dates, both clocks, letters, next step."""
    case = case_or_404(request, public_id)
    context = {
        "case": case,
        "places": dprd_places(case, person(request)),
        "tabs": tabs_of(case, "agreements:dprd"),
        "crumbs": case_crumbs(case, (_("Persetujuan DPRD"), "")),
    }
    return render(request, "agreements/dprd/dprd.html", context)


def _track(case: Case, pk: int) -> DprdTrack:
    track = get_object_or_404(DprdTrack.objects.for_page(), case=case, pk=pk)
    # The parties were read with the case; asking again for each round would cost a query.
    track.case = case
    return track


def _acting(request: HttpRequest, track: DprdTrack) -> Acting:
    return acting_for_party(person(request), track.case, track.party, permission=PERMISSION)


def _require_newest(track: DprdTrack, *, allowed: bool) -> None:
    """409 for a round that was followed by another, a case that ended, or an act out of turn."""
    newest = track.pk in {row.pk for row in latest_tracks(track.case, track.cause)}
    if not allowed or not newest or not is_live(track.case, track):
        raise _too_late(track)


def _too_late(track: DprdTrack) -> ImpossibleStep:
    return ImpossibleStep(
        _("Langkah ini tidak dapat dilakukan: %(council)s kini pada “%(state)s”.")
        % {"council": track.council, "state": track.rule.label},
        remedy=_("Buka halaman DPRD kerja sama ini untuk melihat langkah yang tersedia."),
        article=track.cause_rule.article,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def dprd_test(request: HttpRequest, public_id: str, track: int) -> HttpResponse:
    """Answer the questions for one region; the decision table says what follows."""
    case = case_or_404(request, public_id)
    own = _track(case, track)
    acting = _acting(request, own)
    _require_newest(own, allowed=is_testable(own) and standing(latest_tracks(case, own.cause)) not in CLEARED)
    before = case.dprd_tracks.filter(party=own.party, cause=own.cause, round=own.round - 1).first()
    form = DprdForm(request.POST or None, track=own, before=before)
    status = 200
    if request.method == "POST":
        status = _answer(request, own, form) if form.is_valid() else 422
        if status == 200:
            return redirect(own)
    context = _page(own, acting, form, _("Uji keperluan"))
    return render(request, "agreements/dprd/test.html", context, status=status)


def _answer(request: HttpRequest, track: DprdTrack, form: DprdForm) -> int:
    save = partial(
        answer_dprd,
        actor=person(request),
        track=track,
        answers=form.answers(),
        seen_state=form.cleaned_data["seen_state"],
    )
    status = attempt(request, form, save, track.get_absolute_url())
    if status == 200:
        messages.success(request, _result(DprdTrack.objects.for_page().get(pk=track.pk)))
    return status


def _result(track: DprdTrack) -> str:
    """What follows from the answers of this region, and whom the others wait for."""
    if track.needed:
        found = _("Persetujuan %s diperlukan.") % track.council
    else:
        found = _("Persetujuan %s tidak diperlukan.") % track.council
    waiting = [row.party.short_name for row in latest_tracks(track.case, track.cause) if not row.test]
    others = _("Masih menunggu jawaban %s.") % ", ".join(waiting) if waiting else ""
    return " ".join(filter(None, [_("Jawaban tercatat."), found, others]))


def _step(track: DprdTrack, code: str) -> Arrow:
    """The act in the pack; 404 for an unknown one and for what only the decision table does."""
    arrow = next((row for row in track.pack.dprd_arrows if row.code == code), None)
    if arrow is None or arrow.side == "system":
        raise Http404(_("Tindakan ini tidak ada."))
    return arrow


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def dprd_step(request: HttpRequest, public_id: str, track: int, code: str) -> HttpResponse:
    """Take one step of a region with its DPRD, with its letters."""
    own = _track(case_or_404(request, public_id), track)
    arrow = _step(own, code)
    acting = _acting(request, own)
    _require_newest(own, allowed=arrow in open_steps(own))
    typed = (request.POST or None, request.FILES or None) if request.method == "POST" else ()
    form = DprdStepForm(*typed, arrow=arrow, track=own)
    status = 200
    if request.method == "POST":
        status = _take(request, own, arrow, form) if form.is_valid() else 422
        if status == 200:
            return redirect(own)
    context = _page(own, acting, form, arrow.label) | {"arrow": arrow, "lacks": lacks_of_step(own, arrow)}
    return render(request, "agreements/dprd/step.html", context, status=status)


def _take(request: HttpRequest, track: DprdTrack, arrow: Arrow, form: DprdStepForm) -> int:
    take = partial(
        take_dprd_step,
        actor=person(request),
        track=track,
        code=arrow.code,
        on=form.cleaned_data.get("on"),
        reason=form.reason(),
        letters=form.given(),
        seen_state=form.cleaned_data["seen_state"],
    )
    status = attempt(request, form, take, track.get_absolute_url())
    if status == 200:
        messages.success(request, _("Tercatat: %s.") % arrow.label)
    return status


def _page(track: DprdTrack, acting: Acting, form: Any, label: str) -> dict[str, Any]:
    way = case_crumbs(track.case, (_("Persetujuan DPRD"), track.get_absolute_url()), (label, ""))
    return {"case": track.case, "track": track, "acting": acting, "form": form, "crumbs": way}


@login_required
@require_safe
def dprd_file(request: HttpRequest, public_id: str, track: int, letter: int) -> HttpResponseBase:
    """The file of a letter to or from a DPRD, for every party of the case."""
    own = _track(case_or_404(request, public_id), track)
    found = get_object_or_404(
        DprdLetter.objects.select_related("file"), track=own, pk=letter, file__isnull=False
    )
    if found.file is None:
        raise Http404
    response: HttpResponseBase = file_response(found.file, inline=True)
    return response


@login_required
@require_POST
def dprd_letter_make(request: HttpRequest, public_id: str, track: int, code: str) -> HttpResponse:
    """Hand out a prefilled letter, as DOCX at once or as PDF made in the background."""
    own = _track(case_or_404(request, public_id), track)
    kind = next((row for row in own.pack.dprd_letters if row.code == code), None)
    if kind is None:
        raise Http404(_("Surat ini tidak ada."))
    _acting(request, own)
    if own.state not in kind.states:
        raise _too_late(own)
    letter = dprd_letter(own, kind, [annex.label for annex in annexes_of(own)] if kind.annexed else [])
    return hand_out(request, letter, f"{kind.label} – {own.council}", own.case)


@login_required
@require_safe
def dprd_package(request: HttpRequest, public_id: str, track: int) -> FileResponse:
    """Every annex there is, as one ZIP for the region that writes to its DPRD."""
    own = _track(case_or_404(request, public_id), track)
    _acting(request, own)
    annexes = annexes_of(own)
    if not any(annex.files for annex in annexes):
        raise ImpossibleStep(
            _("Belum ada berkas lampiran yang dapat diunduh."),
            remedy=_("Lengkapi lampiran menurut daftar pada halaman DPRD."),
        )
    name = f"lampiran-dprd-{own.case.public_id}-{own.party.order}.zip"
    return FileResponse(zip_of(annexes), as_attachment=True, filename=name, content_type="application/zip")
