"""The frame of an agenda: who may write into it, its sections, their order."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from meetings.choices import ItemKind
from meetings.models import AgendaItem, AgendaSection, Meeting
from meetings.services.access import lock_meeting, require_manager, require_open, touch
from meetings.services.agenda_templates import lay_out_agenda

# What the one section of a short agenda is called until somebody names it.
FIRST_SECTION = "Susunan acara"


def writable(actor: User, meeting: Meeting) -> Meeting:
    """The meeting, locked, if this person may write its agenda now. Raises NotAllowed or ImpossibleStep."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_open(row)
    return row


def sections_of(meeting: Meeting) -> list[AgendaSection]:
    """The sections in their order."""
    return list(AgendaSection.objects.filter(meeting=meeting).order_by("order", "pk"))


def section_for(meeting: Meeting, section: AgendaSection | None) -> AgendaSection:
    """The section asked for, else the last one; the first is made where there is none."""
    if section is not None:
        if section.meeting_id != meeting.pk:
            raise ValidationError({"section": _("Bagian ini milik rapat lain. Pilih yang lain.")})
        return section
    last = AgendaSection.objects.filter(meeting=meeting).order_by("-order", "-pk").first()
    return last or AgendaSection.objects.create(meeting=meeting, title=FIRST_SECTION, order=1)


def section_to_discuss(meeting: Meeting) -> AgendaSection | None:
    """Where matters to be discussed belong: the last section that has such an item, else the last one."""
    rows = AgendaSection.objects.filter(meeting=meeting).order_by("-order", "-pk")
    return rows.filter(items__kind=ItemKind.PEMBAHASAN).first() or rows.first()


@transaction.atomic
def fill_agenda(*, actor: User, meeting: Meeting) -> None:
    """Lay out the agenda of the series or of the kind; one that was begun stays as it is."""
    row = writable(actor, meeting)
    lay_out_agenda(row)
    touch(row)


@transaction.atomic
def add_section(*, actor: User, meeting: Meeting, title: str) -> AgendaSection:
    """Begin another part of the agenda, after the others."""
    row = writable(actor, meeting)
    order = AgendaSection.objects.filter(meeting=row).count() + 1
    section = AgendaSection(meeting=row, title=title.strip(), order=order)
    section.full_clean()
    section.save()
    touch(row)
    return section


@transaction.atomic
def rename_section(*, actor: User, section: AgendaSection, title: str) -> AgendaSection:
    """Call a part of the agenda otherwise."""
    row = writable(actor, section.meeting)
    section.title = title.strip()
    section.full_clean(exclude=["meeting"])
    section.save(update_fields=["title"])
    touch(row)
    return section


@transaction.atomic
def place_section(*, actor: User, section: AgendaSection, place: int) -> None:
    """Put a section at a place among its fellows; its items go with it."""
    row = writable(actor, section.meeting)
    others = [other for other in sections_of(row) if other.pk != section.pk]
    others.insert(max(0, min(place, len(others))), section)
    renumber(others)
    touch(row)


@transaction.atomic
def drop_section(*, actor: User, section: AgendaSection) -> None:
    """Take out a section that holds nothing."""
    row = writable(actor, section.meeting)
    if AgendaItem.objects.filter(section=section).exists():
        raise ImpossibleStep(
            _("Bagian “%s” masih berisi mata acara.") % section.title,
            remedy=_("Pindahkan atau hapus mata acaranya lebih dahulu."),
        )
    section.delete()
    touch(row)


def renumber(rows: Sequence[AgendaSection] | Sequence[AgendaItem]) -> None:
    """Give rows of one kind the order they stand in."""
    numbered: list[Any] = list(rows)
    for number, row in enumerate(numbered, start=1):
        row.order = number
    if numbered:
        type(numbered[0])._default_manager.bulk_update(numbered, ["order"])
