"""Letters and reminders on their way: one row for each invitee, letter and round, then a job that sends them."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.jobs import request_job
from ksd.core.language import in_indonesian
from ksd.core.models import Job
from ksd.deadlines.notices import notify
from meetings.choices import MeetingState, SendState
from meetings.models import Invitee, Meeting, MeetingLetter, Sending
from meetings.querysets import ANSWERABLE, ANSWERING
from meetings.services.access import lock_meeting, require_manager, touch, write_event
from meetings.services.life import change_state
from meetings.services.standing_letters import standing_letter
from meetings.tasks import INVITATION_JOB

LETTER_SENT, REMINDED = "kirim_surat", "ingatkan"
FIRST_STEP = "kirim_undangan"


def letter_audience(letter: MeetingLetter) -> list[Invitee]:
    """Whom a letter has yet to reach: those invited, later additions among them, without a mail of this letter."""
    rows = letter.meeting.invitees.for_list()
    rows = rows.invited() if letter.calls_off else rows.current()
    return list(rows.exclude(sendings__letter=letter, sendings__round=0))


@transaction.atomic
def send_meeting_letter(*, actor: User, meeting: Meeting) -> Job | None:
    """Send the standing letter to whoever has not got it yet; the first invitation takes the meeting's step with it.

    Returns the job that sends, None when nobody has an address. Raises NotAllowed, ImpossibleStep, NotReady.
    """
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    letter = _require_letter(row)
    invitees = letter_audience(letter)
    if not invitees:
        raise ImpossibleStep(
            _("Surat ini sudah dikirim kepada semua peserta."),
            remedy=_("Untuk mengingatkan yang belum menjawab, pakai “Kirim pengingat”."),
        )
    if not letter.calls_off:
        _invite_late(letter, invitees)
    rows = _queue(letter, invitees, 0)
    if row.state == MeetingState.DISETUJUI:
        change_state(actor=actor, meeting=row, code=FIRST_STEP)
        row.refresh_from_db()
    write_event(row, actor, LETTER_SENT, row.state, _tally(letter, rows))
    _tell_regions(letter, invitees)
    touch(row)
    return _ask_worker(letter, rows, actor)


@transaction.atomic
def remind_silent(*, actor: User, meeting: Meeting) -> Job | None:
    """Remind everybody who has not answered. Raises NotAllowed, ImpossibleStep."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    letter = _require_letter(row)
    _require_answerable(row, letter)
    rows = _remind(letter)
    if not rows:
        raise ImpossibleStep(
            _("Semua peserta yang sudah dikirimi surat telah menjawab."), remedy=_("Tidak perlu pengingat.")
        )
    write_event(row, actor, REMINDED, row.state, _tally(letter, rows))
    return _ask_worker(letter, rows, actor)


def remind_all_silent(today: date | None = None) -> int:
    """The daily sweep: for each meeting whose milestone has come, one round to the silent; how many were reminded."""
    day = today or clock.today()
    until = clock.now() + timedelta(days=max(settings.KSD_INVITATION_REMINDER_DAYS, default=0) + 1)
    coming = Meeting.objects.filter(state__in=ANSWERABLE, ends_at__gt=clock.now(), starts_at__lte=until)
    return sum(_remind_on(meeting, day) for meeting in coming.order_by("starts_at", "pk"))


@transaction.atomic
def _remind_on(meeting: Meeting, day: date) -> int:
    row = lock_meeting(meeting)
    letter = standing_letter(row)
    if letter is None or letter.calls_off or letter.issued_at is None or row.state not in ANSWERABLE:
        return 0
    come = [days for days in _milestones(row, letter, day) if days not in letter.reminded]
    if not come:
        return 0
    letter.reminded = sorted({*letter.reminded, *come}, reverse=True)
    letter.save(update_fields=["reminded"])
    rows = _remind(letter)
    if rows:
        _ask_worker(letter, rows, None)
    return len(rows)


def _milestones(meeting: Meeting, letter: MeetingLetter, day: date) -> list[int]:
    """The reminders that have come: not before the letter was out for a whole day, none on or after the meeting's day."""
    first = timezone.localtime(meeting.starts_at).date()
    out = timezone.localtime(letter.issued_at).date() if letter.issued_at else day
    due = [(days, first - timedelta(days=days)) for days in settings.KSD_INVITATION_REMINDER_DAYS if days > 0]
    return [days for days, on in due if out < on <= day < first]


def _remind(letter: MeetingLetter) -> list[Sending]:
    """One more round to those silent who got the letter."""
    silent = list(
        letter.meeting.invitees.silent().for_list().filter(sendings__letter=letter, sendings__round=0)
    )
    last = (
        Sending.objects.filter(letter=letter, takes_back=False)
        .order_by("-round")
        .values_list("round", flat=True)
        .first()
        or 0
    )
    return _queue(letter, silent, last + 1) if silent else []


def _queue(letter: MeetingLetter, invitees: Iterable[Invitee], number: int) -> list[Sending]:
    now = clock.now()
    rows = [
        Sending(
            invitee=invitee, letter=letter, round=number, email=invitee.email, queued_at=now, due_at=now,
            state=SendState.ANTRE if invitee.email else SendState.TANPA_SUREL,
        )
        for invitee in invitees
    ]  # fmt: skip
    return Sending.objects.bulk_create(rows)


def _ask_worker(letter: MeetingLetter, rows: list[Sending], actor: User | None) -> Job | None:
    waiting = [row.pk for row in rows if row.state == SendState.ANTRE]
    if not waiting:
        return None
    result = reverse("meetings:invitations", args=[letter.meeting.public_id])
    return request_job(
        kind=INVITATION_JOB,
        key=f"surat-{letter.pk}-{max(waiting)}",
        payload={"letter": letter.pk, "result_url": result},
        actor=actor,
        label=_("Mengirim surel undangan rapat"),
    )


def _invite_late(letter: MeetingLetter, invitees: list[Invitee]) -> None:
    """Who came onto the list after the letter was issued is invited by it all the same."""
    late = [invitee.pk for invitee in invitees if invitee.invited_by_letter_id is None]
    Invitee.objects.filter(pk__in=late).update(invited_by_letter=letter)


def _require_letter(meeting: Meeting) -> MeetingLetter:
    letter = standing_letter(meeting)
    if letter is None:
        raise ImpossibleStep(
            _("Belum ada surat yang diterbitkan untuk rapat ini."),
            remedy=_("Susun dan terbitkan suratnya pada halaman Undangan."),
        )
    if not letter.calls_off and (meeting.state not in ANSWERABLE or meeting.ends_at <= clock.now()):
        raise ImpossibleStep(
            _("Surat terakhir tidak berlaku lagi: rapat berada pada “%(state)s”.")
            % {"state": meeting.get_state_display()},
            remedy=_("Terbitkan surat pembatalan atau perubahan lebih dahulu."),
        )
    letter.meeting = meeting
    return letter


def _require_answerable(meeting: Meeting, letter: MeetingLetter) -> None:
    if letter.calls_off or meeting.state not in ANSWERABLE:
        raise ImpossibleStep(
            _("Pengingat tidak dapat dikirim: rapat ditunda atau dibatalkan."),
            remedy=_("Terbitkan surat yang baru."),
        )


@in_indonesian
def _tell_regions(letter: MeetingLetter, invitees: list[Invitee]) -> None:
    """Accounts of the regions find the letter among their notices; who gets the mail itself is not mailed twice."""
    regions = {row.region_id for row in invitees if row.region_id}
    mailed = {row.email.lower() for row in invitees if row.email}
    people = list(recipients(regions, permissions=[ANSWERING]))
    title = f"{letter.get_kind_display()}: {letter.meeting.title}"
    link = reverse("meetings:invitations", args=[letter.meeting.public_id])
    for by_mail in (True, False):
        users = [user for user in people if (user.email.lower() not in mailed) is by_mail]
        notify(
            users=users, key=f"surat-rapat:{letter.pk}", kind="meeting", title=title, body=letter.meeting.schedule,
            link=link, email=by_mail,
        )  # fmt: skip


@in_indonesian
def _tally(letter: MeetingLetter, rows: list[Sending]) -> str:
    mailed = sum(row.state == SendState.ANTRE for row in rows)
    return f"{letter.get_kind_display()}: {mailed} lewat surel, {len(rows) - mailed} tanpa alamat surel"
