"""The agenda a meeting begins with: that of its series, else that of its kind."""

from typing import Any

from meetings.law import TemplateItem, TemplateSection
from meetings.models import AgendaItem, AgendaSection, Meeting


def template_of(meeting: Meeting) -> tuple[TemplateSection, ...]:
    """The agenda that fits this meeting."""
    own = meeting.series.agenda if meeting.series else []
    return from_rows(own) if own else meeting.rule.agenda


def from_rows(rows: list[dict[str, Any]]) -> tuple[TemplateSection, ...]:
    """An agenda as it is kept with a series."""
    return tuple(
        TemplateSection(row["title"], tuple(TemplateItem(**item) for item in row["items"])) for row in rows
    )


def lay_out_agenda(meeting: Meeting) -> None:
    """Fill an empty agenda from the template; one that was begun stays as it is. Within the caller's act."""
    if meeting.sections.exists():
        return
    for number, part in enumerate(template_of(meeting), start=1):
        section = AgendaSection.objects.create(meeting=meeting, title=part.title, order=number)
        AgendaItem.objects.bulk_create(
            AgendaItem(
                meeting=meeting,
                section=section,
                order=order,
                kind=item.kind,
                title=item.title,
                minutes=item.minutes,
            )
            for order, item in enumerate(part.items, start=1)
        )
