"""What the page of one meeting shows, gathered in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.accounts.access import AnyUser
from meetings.choices import TONES, MeetingState
from meetings.models import CHANGED, PLANNED, Meeting, MeetingEvent
from meetings.services import ChairSheet, chair_sheet, date_conflicts
from meetings.workflow import MAIN_LINE, Step, step, steps_from
from regions.models import Region

# A clash of dates is of use while the day can still be chosen.
AHEAD = (MeetingState.RENCANA, MeetingState.DISETUJUI, MeetingState.UNDANGAN_TERKIRIM, MeetingState.DITUNDA)
# What other modules wrote into the history: the word they give `write_event` and how a page says it.
WORDS: dict[str, str | Promise] = {
    "agenda": gettext_lazy("Agenda diubah"),
    "usulan_dikesampingkan": gettext_lazy("Usulan dicatat tidak dibahas"),
    "usulan_ditawarkan_lagi": gettext_lazy("Usulan ditawarkan lagi"),
    "kak": gettext_lazy("KAK diubah"),
    "sambutan": gettext_lazy("Sambutan dicatat"),
    "bacakan_rumusan": gettext_lazy("Rumusan dibacakan"),
    "kunci_rumusan": gettext_lazy("Rumusan dikunci"),
    "tulis_notula": gettext_lazy("Notula ditulis"),
    "kirim_notula": gettext_lazy("Notula dikirim untuk koreksi"),
    "koreksi_notula": gettext_lazy("Koreksi notula diusulkan"),
    "jawab_koreksi": gettext_lazy("Koreksi notula ditanggapi"),
    "sahkan_notula": gettext_lazy("Notula disahkan"),
    "nomor_baru": gettext_lazy("Nomor batal diganti"),
    "foto_rapat": gettext_lazy("Foto ditambahkan"),
    "terbit_laporan": gettext_lazy("Laporan rapat diterbitkan"),
    "sesi": gettext_lazy("Sesi rapat"),
    "coret_hadir": gettext_lazy("Kehadiran dicoret"),
    "ubah_hadir": gettext_lazy("Baris daftar hadir diperbaiki"),
    "hadir_susulan": gettext_lazy("Kehadiran dicatat sesudah daftar ditutup"),
    "daftar_undangan": gettext_lazy("Daftar undangan ditambah"),
    "ubah_undangan": gettext_lazy("Baris undangan diubah"),
    "coret_undangan": gettext_lazy("Undangan dicoret"),
    "terbit_surat": gettext_lazy("Surat diterbitkan"),
    "kirim_surat": gettext_lazy("Surat dikirim"),
    "ingatkan": gettext_lazy("Pengingat dikirim"),
    "tautan_undangan": gettext_lazy("Tautan jawaban baru dibuat"),
}


@dataclass(frozen=True)
class RailStop:
    """One state of the main line: done, current or todo."""

    label: str
    status: str


@dataclass(frozen=True)
class MeetingSheet:
    """Everything the page of a meeting prints."""

    facts: list[tuple[str, Any, str]]
    participants: list[Region]
    steps: tuple[Step, ...]
    rail: list[RailStop]
    history: list[dict[str, Any]]
    chair: ChairSheet
    conflicts: list[str]


def meeting_sheet(meeting: Meeting, user: AnyUser, *, managing: bool) -> MeetingSheet:
    """Gather a meeting's page; only who manages it is shown its steps and what is amiss with its plan."""
    watched = managing and not meeting.is_locked
    return MeetingSheet(
        facts=_facts(meeting),
        participants=list(meeting.participants.order_by("level", "code")),
        steps=steps_from(meeting.state) if managing else (),
        rail=_rail(meeting.state),
        history=[_entry(event) for event in meeting.events.select_related("actor")],
        chair=chair_sheet(meeting) if watched else ChairSheet(),
        conflicts=date_conflicts(meeting, user) if watched and meeting.state in AHEAD else [],
    )


def tabs(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """The links to come, past and all, with the filters kept; the last says which one is open."""
    kept = request.GET.copy()
    kept.pop("page", None)
    query = f"?{kept.urlencode()}" if kept else ""
    places = (("list", _("Akan datang")), ("past", _("Sudah lewat")), ("all", _("Semua")))
    addresses = [(label, reverse(f"meetings:{name}")) for name, label in places]
    return [(label, address + query, address == request.path) for label, address in addresses]


def _facts(meeting: Meeting) -> list[tuple[str, Any, str]]:
    return [
        (_("Waktu"), meeting.schedule, ""),
        (_("Cara rapat"), meeting.get_mode_display(), ""),
        (_("Tempat"), meeting.place, ""),
        *([(_("Tautan rapat daring"), meeting.link, meeting.link)] if meeting.link else []),
        (_("Tema"), meeting.theme, ""),
        (_("Tuan rumah"), meeting.host.full_name, meeting.host.get_absolute_url()),
        (_("Penyelenggara"), meeting.organiser_name, ""),
        (_("Daerah penyelenggara"), meeting.organiser.full_name, meeting.organiser.get_absolute_url()),
        (_("Tahun anggaran"), str(meeting.fiscal_year), ""),
        (_("Pembuka rapat"), meeting.opener, ""),
        (_("Pimpinan rapat"), " – ".join(part for part in (meeting.chair, meeting.chair_title) if part), ""),
        *([(_("Seri rapat"), str(meeting.series), "")] if meeting.series else []),
    ]


def _rail(state: str) -> list[RailStop]:
    """How far along the main line; a meeting that left it shows none of it as current."""
    here = MAIN_LINE.index(MeetingState(state)) if state in MAIN_LINE else -1

    def status(position: int) -> str:
        if position == here:
            return "current"
        return "done" if position < here else "todo"

    return [RailStop(str(stop.label), status(position)) for position, stop in enumerate(MAIN_LINE)]


def _entry(event: MeetingEvent) -> dict[str, Any]:
    """One line of the history: a plan, a change of facts, or the state a step led to."""
    entry = {"at": event.at, "by": str(event.actor), "text": event.reason, "icon": ""}
    if event.step == PLANNED:
        return entry | {"title": _("Rapat direncanakan"), "tone": "secondary"}
    if event.step == CHANGED:
        what = _("Yang berubah: %(fields)s.") % {"fields": event.reason}
        return entry | {"title": _("Rapat diubah"), "text": what, "tone": "secondary"}
    if event.step in WORDS:
        return entry | {"title": str(WORDS[event.step]), "tone": "secondary"}
    by = f"{event.actor} · {step(event.step).label}"
    return entry | {"title": event.get_target_display(), "by": by, "tone": TONES[event.target]}
