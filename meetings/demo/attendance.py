"""Attendance of the demonstration: people sign at the door, the desk ticks off others, two come late, one uninvited."""

from datetime import timedelta
from io import BytesIO
from math import sin

from PIL import Image, ImageDraw

from ksd.accounts.models import User
from ksd.core import clock
from meetings.choices import Answer, MeetingState, Way
from meetings.demo.rakors import TODAY
from meetings.demo.stages import END, before
from meetings.models import Attendance, Invitee, Meeting, MeetingSession
from meetings.services.checking_in import PresenceData, Sent, check_in
from meetings.services.desk import expected_of, record_presence
from meetings.services.sessions import ensure_sessions
from meetings.services.signatures import store_signature

# Whoever stands so in the list does not come, whatever was answered.
STAYS_AWAY, STILL_AWAY_TODAY = 7, 3
# Every third ticks himself off by the QR; the others are ticked off at the desk.
BY_QR = 3
FIRST, BETWEEN = timedelta(minutes=40), timedelta(minutes=1)
LATE = (timedelta(minutes=20), timedelta(minutes=35))


@before("sepakati_rumusan")
def arrive(meeting: Meeting, planner: User) -> None:
    """Most of the invited came to a meeting that was held."""
    _play(meeting, planner, STAYS_AWAY)


@before(END)
def arrive_today(meeting: Meeting, planner: User) -> None:
    """Of the meeting that runs today some have come."""
    if meeting.title == TODAY and meeting.state == MeetingState.BERLANGSUNG:
        _play(meeting, planner, STILL_AWAY_TODAY)


def _play(meeting: Meeting, planner: User, away: int) -> None:
    session = ensure_sessions(meeting)[0]
    if session.attendances.exists():
        return
    session.meeting = meeting
    coming = [row for number, row in enumerate(_expected(meeting), start=1) if number % away]
    late = len(coming) - len(LATE)
    for number, row in enumerate(coming):
        at = (
            session.starts_at - FIRST + number * BETWEEN
            if number < late
            else session.starts_at + LATE[number - late]
        )
        with clock.frozen(min(at, session.closes_at - BETWEEN)):
            _come(session, row, planner, number)
    with clock.frozen(session.starts_at + timedelta(minutes=5)):
        record_presence(actor=planner, session=session, data=_guest())


def _expected(meeting: Meeting) -> list[Invitee]:
    rows = meeting.invitees.current().exclude(answer=Answer.TIDAK_HADIR)
    return list(rows.select_related("region", "office"))


def _come(session: MeetingSession, row: Invitee, planner: User, number: int) -> None:
    data = expected_of(row)
    if not data.name:
        data = PresenceData(**(vars(data) | {"name": f"Contoh Hadirin {number} (contoh)"}))
    if number % BY_QR:
        record_presence(actor=planner, session=session, data=data)
        return
    sent = Sent(key=f"contoh-{row.public_id}", said_at=clock.now())
    line = check_in(session=session, data=data, sent=sent).row
    Attendance.objects.filter(pk=line.pk, way=Way.QR).update(signature=store_signature(_signature(number)))


def _guest() -> PresenceData:
    return PresenceData(
        name="Contoh Tamu (contoh)",
        title="Peneliti",
        organisation="Lembaga Kajian Contoh",
        phone="0800-000-000",
    )


def _signature(number: int) -> bytes:
    """A line such as a finger draws, another one for everybody; nobody's."""
    image = Image.new("L", (420, 160), "white")
    points = [
        (20 + 3 * step, 80 + 45 * sin(step / (4 + number % 5)) * sin(step / 17 + number))
        for step in range(125)
    ]
    ImageDraw.Draw(image).line(points, fill=0, width=4, joint="curve")
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
