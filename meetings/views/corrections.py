"""Corrections of the notula: proposed by participants, answered by the organiser."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.views.refusing import carried_out, confirm
from ksd.accounts.pages import person
from ksd.core.errors import ImpossibleStep
from meetings.forms.minutes import AnswerCorrectionForm, CorrectionForm
from meetings.models import Correction, Meeting
from meetings.services.corrections import answer_correction, answering_regions, part_names, propose_correction
from meetings.services.minutes import minutes_of, require_unsigned
from meetings.views.access import managed_or_refused, meeting_or_404
from meetings.views.minutes import frame, minutes_page, minutes_url


@login_required
@require_POST
def correction_new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Propose a correction for one's own region, or agree."""
    meeting = meeting_or_404(request, public_id)
    regions = answering_regions(request.user, meeting)
    if not regions:
        raise PermissionDenied(
            _("Anda tidak berwenang mengoreksi notula ini atas nama daerah yang diundang.")
        )
    row = minutes_of(meeting)
    require_unsigned(row)
    form = CorrectionForm(request.POST, regions=regions, parts=part_names(row))

    def act(given: dict[str, Any]) -> None:
        propose_correction(actor=person(request), meeting=meeting, region=given["region"], wish=form.wish())

    done = _("Tanggapan daerah Anda tercatat.")
    response, status = carried_out(request, form, act, back=minutes_url(meeting), done=done)
    return response or minutes_page(request, meeting, typed=form, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correction_answer(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Accept or decline one correction; once accepted the editor opens with it."""
    meeting = managed_or_refused(request, public_id)
    rows = Correction.objects.filter(minutes__meeting=meeting).select_related("region", "minutes__meeting")
    correction = get_object_or_404(rows, pk=pk)
    if request.method != "POST":
        _require_open_question(correction)
    form = AnswerCorrectionForm(request.POST or None)
    part = dict(part_names(correction.minutes)).get(correction.part, correction.part)
    return confirm(
        request,
        form=form,
        act=lambda given: _answered(request, meeting, correction, given),
        back=minutes_url(meeting),
        done=_("Koreksi ditanggapi; pengusulnya diberi tahu."),
        title=_("Tanggapi koreksi"),
        text=f"{correction.region} ({correction.name}) · {part}: {correction.text}",
        action_label=_("Simpan tanggapan"),
        tone="primary",
        crumbs=frame(request, meeting, (_("Tanggapi koreksi"), ""))["crumbs"],
    )


def _require_open_question(correction: Correction) -> None:
    require_unsigned(correction.minutes)
    if correction.accepted is not None:
        raise ImpossibleStep(
            _("Koreksi ini sudah ditanggapi."), remedy=_("Lihat tanggapannya pada halaman notula.")
        )


def _answered(http: HttpRequest, meeting: Meeting, correction: Correction, given: dict[str, Any]) -> str:
    accepted = given["verdict"] == "terima"
    answer_correction(actor=person(http), correction=correction, accepted=accepted, reply=given["reply"])
    if not accepted:
        return minutes_url(meeting)
    return reverse("meetings:minutes_edit", args=[meeting.public_id]) + f"?koreksi={correction.pk}"
