"""The page of the notula: written, sent for correction, signed off, printed."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.letters import Letter
from agreements.views.letters import hand_out
from agreements.views.refusing import carried_out, confirm
from ksd.accounts.pages import person
from ksd.core.forms import OnceForm
from meetings.choices import MinutesState
from meetings.documents.minutes import attendance_rows, minutes_facts
from meetings.forms.minutes import CorrectionForm, MinutesForm, SendForm, SignForm
from meetings.models import Correction, Meeting, Minutes
from meetings.services import may_manage
from meetings.services.corrections import (
    AGREES,
    answering_regions,
    corrections_of,
    lacking_to_sign,
    names_of,
    part_names,
    send_minutes,
    silent_regions,
)
from meetings.services.minutes import (
    HELD,
    days_left,
    lacking_to_send,
    minutes_of,
    number_of,
    require_held,
    require_unsigned,
    write_minutes,
)
from meetings.services.minutes_text import parts_of, parts_to_write, points_said
from meetings.services.signing_minutes import paper_of_minutes, sign_minutes
from meetings.views.access import managed_or_refused, meeting_crumbs, meeting_or_404
from meetings.views.tabs import tabs_of

_SHOW = ["GET", "HEAD", "POST"]
TONES: dict[str, str] = {
    MinutesState.DRAF: "secondary",
    MinutesState.KOREKSI: "warning",
    MinutesState.DISAHKAN: "success",
}


def minutes_url(meeting: Meeting) -> str:
    """The page of the notula."""
    return reverse("meetings:minutes", args=[meeting.public_id])


def frame(http: HttpRequest, meeting: Meeting, *way: tuple[str, str]) -> dict[str, Any]:
    """What the pages of the notula share."""
    crumb = (_("Notula"), minutes_url(meeting) if way else "")
    managing = may_manage(http.user, meeting)
    return {
        "meeting": meeting,
        "tabs": tabs_of(meeting, http.user, "meetings:minutes"),
        "crumbs": meeting_crumbs(meeting, crumb, *way),
        "may_manage": managing,
        "may_renumber": managing and meeting.state in HELD,
    }


@login_required
@require_safe
def minutes(request: HttpRequest, public_id: str) -> HttpResponse:
    """The notula as it stands, with its corrections; a draft is for those who write it."""
    return minutes_page(request, meeting_or_404(request, public_id))


def minutes_page(
    http: HttpRequest, meeting: Meeting, *, typed: CorrectionForm | None = None, status: int = 200
) -> HttpResponse:
    """The page, with a refused correction as it was typed."""
    row = minutes_of(meeting)
    context = frame(http, meeting) | {"minutes": row}
    if row.state == MinutesState.DRAF and not context["may_manage"]:
        return render(http, "meetings/minutes/waiting.html", context, status=status)
    context |= _words(meeting, row) | _talk(http, meeting, row, typed)
    return render(http, "meetings/minutes/page.html", context, status=status)


def _words(meeting: Meeting, row: Minutes) -> dict[str, Any]:
    """What the notula says, and where it stands."""
    present = attendance_rows(meeting)
    return {
        "number": number_of(row),
        "parts": [part for part in parts_of(row.discussion) if part.text],
        "points": points_said(meeting),
        "facts": [(name, value, "") for name, value in minutes_facts(meeting, row, present)],
        "tone": TONES[row.state],
        "present": present,
        "people": len({(each.name, each.organisation) for each in present}),
        "days_left": days_left(row),
        "once": OnceForm(),
    }


def _talk(http: HttpRequest, meeting: Meeting, row: Minutes, typed: CorrectionForm | None) -> dict[str, Any]:
    """Corrections, who is silent, and the form of who may still speak."""
    out = row.state == MinutesState.KOREKSI
    labels = dict(part_names(row)) | {AGREES: _("Setuju tanpa koreksi")}
    said = [(each, labels.get(each.part, each.part)) for each in corrections_of(row)] if row.pk else []
    regions = answering_regions(http.user, meeting) if out and (days_left(row) or 0) >= 0 else []
    name = {"name": person(http).get_full_name()}
    form = typed or (
        CorrectionForm(regions=regions, parts=part_names(row), initial=name) if regions else None
    )
    return {
        "said": said,
        "form": form,
        "silent": names_of(silent_regions(row)) if out else "",
        "lacks": lacking_to_sign(row)
        if out
        else lacking_to_send(row)
        if row.pk and not row.signed_at
        else [],
    }


@login_required
@require_http_methods(_SHOW)
def minutes_edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write the notula, beside a correction where one is taken up."""
    meeting = managed_or_refused(request, public_id)
    row = minutes_of(meeting)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        require_held(meeting)
        require_unsigned(row)
    form = MinutesForm(request.POST or None, minutes=row, parts=parts_to_write(meeting, row))

    def act(_given: dict[str, Any]) -> None:
        write_minutes(
            actor=person(request), meeting=meeting, data=form.data_given(), seen=form.cleaned_data["seen"]
        )

    response, status = carried_out(request, form, act, back=minutes_url(meeting), done=_("Notula disimpan."))
    newer = form.newer(minutes_of(meeting)) if status == 409 else []
    context = frame(request, meeting, (_("Tulis notula"), "")) | {
        "form": form, "newer": newer, "points": points_said(meeting), "correction": _correction(request, row),
    }  # fmt: skip
    return response or render(request, "meetings/minutes/edit.html", context, status=status)


def _correction(http: HttpRequest, row: Minutes) -> tuple[Correction, str] | None:
    """The correction the editor was opened for, with the name of its part."""
    wanted = http.GET.get("koreksi", "")[:12]
    if not (wanted.isascii() and wanted.isdigit()) or row.pk is None:
        return None
    found = corrections_of(row).filter(pk=int(wanted)).first()
    return (found, dict(part_names(row)).get(found.part, "")) if found else None


@login_required
@require_http_methods(_SHOW)
def minutes_send(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask how many days, then send the notula to the participants for correction."""
    meeting = managed_or_refused(request, public_id)
    row = minutes_of(meeting)
    form = SendForm(request.POST or None)
    return confirm(
        request,
        form=form,
        act=lambda given: _sent(request, meeting, given["days"]),
        **_asked(request, meeting, _("Kirim notula untuk dikoreksi?")),
        done=_("Notula dikirim kepada peserta untuk dikoreksi."),
        consequences=[
            _(
                "Petugas daerah peserta diberi tahu dan dapat mengusulkan koreksi per bagian sampai batas waktunya."
            ),
            *lacking_to_send(row),
        ],
        action_label=_("Kirim"),
    )


def _asked(http: HttpRequest, meeting: Meeting, title: str) -> dict[str, Any]:
    """What every question about the notula shows."""
    return {
        "title": title,
        "text": meeting.title,
        "back": minutes_url(meeting),
        "tone": "primary",
        "crumbs": frame(http, meeting, (title, ""))["crumbs"],
    }


def _sent(http: HttpRequest, meeting: Meeting, days: int) -> None:
    send_minutes(actor=person(http), meeting=meeting, days=days)


@login_required
@require_http_methods(_SHOW)
def minutes_sign(request: HttpRequest, public_id: str) -> HttpResponse:
    """Sign the notula off for good."""
    meeting = managed_or_refused(request, public_id)
    row = minutes_of(meeting)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        require_unsigned(row)
    form = SignForm(request.POST or None, meeting=meeting, initial={"seen": row.revision})
    number = [_("Nomor berikutnya dari buku nomor: %s.") % form.sample] if form.sample else []
    return confirm(
        request,
        form=form,
        act=lambda given: _signed(request, meeting, given),
        **_asked(request, meeting, _("Sahkan notula?")),
        done=_("Notula disahkan dan bernomor."),
        consequences=[
            _("Notula memperoleh nomor dan isinya tidak dapat diubah lagi."),
            *number,
            *lacking_to_sign(row),
        ],
        action_label=_("Sahkan"),
    )


def _signed(http: HttpRequest, meeting: Meeting, given: dict[str, Any]) -> None:
    sign_minutes(
        actor=person(http), meeting=meeting, seen=given["seen"], number=given.get("typed", ""),
        again=bool(given.get("again")),
    )  # fmt: skip


@login_required
@require_POST
def minutes_file(request: HttpRequest, public_id: str) -> HttpResponse:
    """The notula as PDF or DOCX; a draft only for those who write it."""
    meeting = meeting_or_404(request, public_id)
    row = minutes_of(meeting)
    if row.state == MinutesState.DRAF and not may_manage(request.user, meeting):
        raise PermissionDenied(_("Notula ini masih draf; tunggu sampai dikirim kepada peserta."))
    letter: Letter = paper_of_minutes(meeting, row)
    return hand_out(request, letter, _("Notula %(title)s") % {"title": meeting.title})
