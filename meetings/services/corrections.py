"""What participants would have otherwise in the notula: asked for by a day, proposed part by part, answered one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser, acting_region_ids, recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.core.words import long_date
from ksd.deadlines.services import notify, start_deadline
from meetings.choices import MinutesState
from meetings.models import Correction, Meeting, Minutes
from meetings.querysets import ANSWERING
from meetings.services.access import may_answer_for, touch, write_event
from meetings.services.minutes import (
    SENT,
    TERM,
    held_minutes,
    lacking_to_send,
    locked_minutes,
    require_unsigned,
)
from meetings.services.minutes_text import parts_of
from regions.models import Region

CORRECTED, ANSWERED = "koreksi_notula", "jawab_koreksi"
SHORTEST, LONGEST_TERM, USUAL = 1, 60, 7
REMIND = (3, 1, 0)
# The part a region names when it would have nothing otherwise.
AGREES = "setuju"


@dataclass(frozen=True)
class Wish:
    """What a region would have otherwise: in which part, in which words, said by whom."""

    part: str
    text: str
    name: str


def part_names(minutes: Minutes) -> list[tuple[str, str]]:
    """The parts of the notula a correction may be about."""
    items = [
        (f"bahasan-{place}", part.title[:120] or _("Pembahasan"))
        for place, part in enumerate(parts_of(minutes.discussion), 1)
    ]
    return [
        ("identitas", _("Identitas rapat (waktu, tempat, pimpinan)")),
        ("hadir", _("Peserta dan undangan yang hadir")),
        ("jalannya", _("Jalannya rapat")),
        *items,
        ("keputusan", _("Keputusan")),
        ("kesimpulan", _("Kesimpulan")),
    ]


def invited_regions(meeting: Meeting) -> list[Region]:
    """The regions that are asked for corrections: participants and host, without the organiser."""
    ids = set(meeting.participants.values_list("pk", flat=True)) | {meeting.host_id}
    ids |= set(
        meeting.invitees.filter(region__isnull=False, withdrawn_at=None).values_list("region_id", flat=True)
    )
    return list(Region.objects.filter(pk__in=ids - {meeting.organiser_id}).order_by("level", "code"))


def answering_regions(user: AnyUser, meeting: Meeting) -> list[Region]:
    """The invited regions this person may speak for."""
    mine = acting_region_ids(user, ANSWERING)
    return [region for region in invited_regions(meeting) if region.pk in mine]


def corrections_of(minutes: Minutes) -> "QuerySet[Correction]":
    """The corrections in the order they came."""
    return Correction.objects.filter(minutes=minutes).select_related("region", "actor").order_by("at", "pk")


@transaction.atomic
def send_minutes(*, actor: User, meeting: Meeting, days: int) -> Minutes:
    """Ask the participants for corrections within so many days. Raises NotReady, NotAllowed, ImpossibleStep, DomainError."""
    held = held_minutes(actor, meeting)
    row = locked_minutes(held, MinutesState.DRAF)
    if not SHORTEST <= days <= LONGEST_TERM:
        raise DomainError(
            _("Batas koreksi %(least)s sampai %(most)s hari.") % {"least": SHORTEST, "most": LONGEST_TERM},
            status=422,
        )
    lacks = lacking_to_send(row)
    if lacks:
        raise NotReady(lacks[0], findings=tuple(lacks), remedy=_("Lengkapi notulanya, lalu kirim."))
    row.state, row.sent_at = MinutesState.KOREKSI, clock.now()
    row.correct_until = clock.today() + timedelta(days=days)
    row.save(update_fields=["state", "sent_at", "correct_until"])
    write_event(held, actor, SENT, held.state, f"Koreksi sampai {long_date(row.correct_until)}")
    _start_term(actor, row, days)
    _tell_regions(row)
    touch(held)
    return row


def _start_term(actor: User, minutes: Minutes, days: int) -> None:
    meeting = minutes.meeting
    start_deadline(
        actor=actor,
        subject=minutes,
        code=TERM,
        title=f"Koreksi notula {meeting.title}",
        base_date=clock.today(),
        base_label="Notula dikirim untuk koreksi",
        length=days,
        explanation="Peserta rapat dapat mengusulkan koreksi sampai hari ini; sesudahnya notula disahkan.",
        responsible_region=meeting.organiser,
        responsible_label=meeting.organiser_name[:200],
        on_lapse="Notula dapat disahkan tanpa menunggu daerah yang belum menjawab.",
        link=minutes_address(meeting),
        regions=invited_regions(meeting),
        lapse_regions=[meeting.organiser],
        audience=ANSWERING,
        remind_days=[day for day in REMIND if day < days],
    )


def minutes_address(meeting: Meeting) -> str:
    """The page of the notula."""
    return reverse("meetings:minutes", args=[meeting.public_id])


def _tell_regions(minutes: Minutes) -> None:
    meeting = minutes.meeting
    until = long_date(minutes.correct_until) if minutes.correct_until else ""
    notify(
        users=recipients([region.pk for region in invited_regions(meeting)], permissions=[ANSWERING]),
        key=f"rapat:{meeting.pk}:notula:{until}",
        kind="meeting",
        title=f"Periksa notula {meeting.title}",
        body=f"Koreksi per bagian diterima sampai {until}. Bila tidak ada, nyatakan setuju tanpa koreksi.",
        link=minutes_address(meeting),
    )


@transaction.atomic
def propose_correction(*, actor: User, meeting: Meeting, region: Region, wish: Wish) -> Correction:
    """Say what a region would have otherwise, or that it agrees. Raises NotAllowed, ImpossibleStep, DomainError."""
    if not may_answer_for(actor, region) or region.pk not in {row.pk for row in invited_regions(meeting)}:
        raise NotAllowed(
            _("Anda tidak berwenang mengoreksi notula atas nama %(region)s.") % {"region": region},
            remedy=_("Koreksi diusulkan petugas daerah yang diundang."),
        )
    row = locked_minutes(meeting, MinutesState.KOREKSI)
    if row.correct_until is not None and clock.today() > row.correct_until:
        raise ImpossibleStep(
            _("Batas koreksi notula berakhir %(day)s.") % {"day": long_date(row.correct_until)},
            remedy=_("Sampaikan kepada penyelenggara, atau catat dalam rapat berikutnya."),
        )
    agrees = wish.part == AGREES
    if not agrees and wish.part not in dict(part_names(row)):
        raise DomainError(_("Bagian notula ini tidak ada. Pilih bagian yang lain."), status=422)
    if not agrees and not wish.text.strip():
        raise DomainError(_("Tuliskan bagaimana seharusnya."), status=422)
    said = Correction.objects.create(
        minutes=row, region=region, part=wish.part, name=wish.name.strip()[:150], actor=actor, at=clock.now(),
        text=wish.text.strip() or "Setuju tanpa koreksi.", accepted=True if agrees else None,
        answered_at=clock.now() if agrees else None,
    )  # fmt: skip
    write_event(meeting, actor, CORRECTED, meeting.state, f"{region}: {said.text[:200]}")
    touch(meeting)
    return said


@transaction.atomic
def answer_correction(*, actor: User, correction: Correction, accepted: bool, reply: str) -> Correction:
    """Accept or decline a correction; the words of the notula stay for its editor to change. A refusal has its reason."""
    held = held_minutes(actor, correction.minutes.meeting)
    require_unsigned(correction.minutes)
    row = Correction.objects.select_for_update(of=("self",)).select_related("region").get(pk=correction.pk)
    if row.accepted is not None:
        raise ImpossibleStep(
            _("Koreksi ini sudah ditanggapi."), remedy=_("Lihat tanggapannya pada halaman notula.")
        )
    if not accepted and not reply.strip():
        raise DomainError(_("Tuliskan alasan koreksi ini tidak diterima."), status=422)
    row.accepted, row.reply, row.answered_at = accepted, reply.strip()[:500], clock.now()
    row.save(update_fields=["accepted", "reply", "answered_at"])
    verdict = "diterima" if accepted else "tidak diterima"
    write_event(held, actor, ANSWERED, held.state, f"Koreksi {row.region} {verdict}: {row.text[:150]}")
    _tell_proposer(held, row, verdict)
    touch(held)
    return row


def _tell_proposer(meeting: Meeting, correction: Correction, verdict: str) -> None:
    if correction.region_id is None:
        return
    notify(
        users=recipients([correction.region_id], permissions=[ANSWERING]),
        key=f"rapat:koreksi:{correction.pk}",
        kind="meeting",
        title=f"Koreksi notula {verdict}: {meeting.title}",
        body=correction.reply or correction.text[:300],
        link=minutes_address(meeting),
    )


def silent_regions(minutes: Minutes) -> list[Region]:
    """Invited regions that neither corrected nor agreed yet."""
    spoke = set(Correction.objects.filter(minutes=minutes).values_list("region_id", flat=True))
    return [region for region in invited_regions(minutes.meeting) if region.pk not in spoke]


def lacking_to_sign(minutes: Minutes, day: date | None = None) -> list[str]:
    """What stands between the notula and its sign-off: open corrections, and a term that still runs for somebody."""
    if minutes._state.adding or minutes.state != MinutesState.KOREKSI:
        return [_("Notula belum dikirim kepada peserta untuk dikoreksi.")]
    found: list[str] = []
    waiting = Correction.objects.filter(minutes=minutes, accepted=None).count()
    if waiting:
        found.append(_("%(count)s koreksi belum ditanggapi.") % {"count": waiting})
    until = minutes.correct_until
    silent = silent_regions(minutes) if until and (day or clock.today()) <= until else []
    if silent and until:
        facts = {"day": long_date(until), "who": names_of(silent)}
        found.append(_("Batas koreksi berjalan sampai %(day)s; belum menjawab: %(who)s.") % facts)
    return found


def names_of(regions: Iterable[Region]) -> str:
    """Regions as a list of names."""
    return ", ".join(str(region) for region in regions)
