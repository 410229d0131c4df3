"""What a report begins with: sentences made of the facts of the meeting; unsaved until somebody keeps them."""

from ksd.core.language import in_indonesian
from meetings.documents.invitations import day_words, place_words
from meetings.documents.minutes import attendance_rows
from meetings.models import FollowUp, Meeting, MeetingReport
from meetings.services.minutes_text import points_said


@in_indonesian
def first_report(meeting: Meeting) -> MeetingReport:
    """A report nobody wrote yet."""
    return MeetingReport(
        meeting=meeting,
        addressee=f"{meeting.organiser.head_title} melalui Sekretaris Daerah",
        introduction=_introduction(meeting),
        course=_course(meeting),
        conclusion=_conclusion(meeting),
        advice=_advice(meeting),
        signer_title=f"Kepala {meeting.organiser_name}" if meeting.organiser_office else "",
    )


def _introduction(meeting: Meeting) -> str:
    words = f"{meeting.title} diselenggarakan oleh {meeting.organiser_name} dengan tuan rumah {meeting.host.full_name}."
    return f"{words} Tema rapat: “{meeting.theme}”." if meeting.theme else words


def _course(meeting: Meeting) -> str:
    rows = attendance_rows(meeting)
    people = len({(row.name, row.organisation) for row in rows})
    regions = len({row.region_id for row in rows if row.region_id})
    where = place_words(meeting)
    lines = [f"Rapat dilaksanakan pada {day_words(meeting.starts_at)}{f' di {where}' if where else ''}."]
    if people:
        lines.append(f"Menurut daftar hadir, rapat diikuti {people} orang dari {regions} daerah.")
    if meeting.opener:
        lines.append(f"Rapat dibuka oleh {meeting.opener}.")
    items = list(
        meeting.items.order_by("section__order", "section_id", "order", "pk").values_list("title", flat=True)
    )
    if items:
        lines.append(f"Acara rapat: {'; '.join(items)}.")
    return "\n".join(lines)


def _conclusion(meeting: Meeting) -> str:
    points = points_said(meeting)
    if not points:
        return "Rapat tidak mencatat butir keputusan."
    return "\n".join(
        [f"Rapat menghasilkan {len(points)} butir:", *(f"{row['number']}. {row['text']}" for row in points)]
    )


def _advice(meeting: Meeting) -> str:
    owed = FollowUp.objects.filter(decision__meeting=meeting, decision__dropped_at=None).count()
    if not owed:
        return ""
    return f"Sebanyak {owed} tindak lanjut agar dipantau sampai selesai dan diverifikasi."
