"""Series of meetings: made, changed, and asked for the next one."""

from dataclasses import dataclass, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from meetings.choices import ItemKind
from meetings.law import TemplateItem, TemplateSection, rule_of
from meetings.models import MeetingSeries
from meetings.services.access import require_manager
from meetings.services.agenda_templates import from_rows
from regions.models import Region

YEAR, NUMBER = "{tahun}", "{ke}"
MOST_LINES = 100


@dataclass(frozen=True, kw_only=True)
class SeriesData:
    """What a person fills in about a series; the agenda as sections with their items."""

    region: Region
    name: str
    kind: str
    title: str
    theme: str = ""
    per_year: int = 1
    agenda: list[dict[str, Any]]
    is_active: bool = True


@transaction.atomic
def save_series(*, actor: User, data: SeriesData, series: MeetingSeries | None = None) -> MeetingSeries:
    """Make a series, or change one; meetings already planned keep what they have. Raises NotAllowed, ValidationError."""
    row = MeetingSeries.objects.select_for_update().get(pk=series.pk) if series else MeetingSeries()
    if series:
        require_manager(actor, row.region)
        if row.region_id != data.region.pk and row.meetings.exists():
            raise ValidationError(
                {"region": _("Seri yang sudah berisi rapat tidak dapat dipindahkan daerahnya.")}
            )
    require_manager(actor, data.region)
    for item in fields(data):
        setattr(row, item.name, getattr(data, item.name))
    row.full_clean()
    row.save()
    return row


def first_facts(series: MeetingSeries) -> dict[str, Any]:
    """What the next meeting of a series begins with, as the form's first values."""
    year = _year_of_next(series)
    last = series.meetings.exclude(state="dibatalkan").order_by("-starts_at").first()
    facts: dict[str, Any] = {
        "series": series.pk,
        "kind": series.kind,
        "title": title_of(series, year),
        "theme": series.theme,
        "organiser": series.region_id,
        "fiscal_year": year,
    }
    if last is not None:
        office = last.organiser_office
        kept = {"organiser_office": office.pk} if office else {}
        facts |= kept | {
            "participants": list(last.participants.values_list("pk", flat=True)),
            "mode": last.mode,
        }
    return facts


def _year_of_next(series: MeetingSeries) -> int:
    """This year, or the coming one where this year has as many meetings as the series wants."""
    year = clock.today().year
    planned = series.meetings.exclude(state="dibatalkan").filter(starts_at__year=year).count()
    return year + 1 if planned >= series.per_year else year


def title_of(series: MeetingSeries, year: int) -> str:
    """The title of the next meeting: the year and its number are filled in, nothing else."""
    number = series.meetings.exclude(state="dibatalkan").count() + 1
    return series.title.replace(YEAR, str(year)).replace(NUMBER, str(number))


def agenda_text(series: MeetingSeries | None, kind: str = "") -> str:
    """The agenda as people write it: "# Bagian", then "menit | jenis | acara"."""
    sections = from_rows(series.agenda) if series and series.agenda else ()
    if not sections and kind:
        sections = rule_of(kind).agenda
    return "\n".join(line for section in sections for line in _lines(section))


def _lines(section: TemplateSection) -> list[str]:
    items = [f"{item.minutes} | {ItemKind(item.kind).label} | {item.title}" for item in section.items]
    return [f"# {section.title}", *items, ""]


def read_agenda(text: str) -> list[dict[str, Any]]:
    """The written agenda as rows. Raises ValidationError that names the lines it does not understand."""
    sections: list[dict[str, Any]] = []
    troubles: list[str] = []
    lines = [line.strip() for line in text.splitlines()]
    if len(lines) > MOST_LINES:
        raise ValidationError(_("Susunan acara paling banyak %(most)s baris.") % {"most": MOST_LINES})
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            sections.append({"title": line.lstrip("# ")[:200] or _("Acara"), "items": []})
        elif line:
            item = _item(line)
            if item is None:
                troubles.append(
                    _("Baris %(number)s tidak terbaca: “%(line)s”.") % {"number": number, "line": line[:80]}
                )
                continue
            if not sections:
                sections.append({"title": _("Acara"), "items": []})
            sections[-1]["items"].append(vars(item))
    if troubles:
        raise ValidationError([*troubles, _("Tulis tiap acara sebagai: menit | jenis | acara.")])
    return [section for section in sections if section["items"]]


def _item(line: str) -> TemplateItem | None:
    """One line: minutes, kind by its name, and what happens; the kind may be left out."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) == 2:
        parts.insert(1, str(ItemKind.PEMBAHASAN.label))
    if len(parts) != 3 or not parts[2]:
        return None
    kinds = {str(kind.label).casefold(): kind.value for kind in ItemKind}
    kind, minutes = kinds.get(parts[1].casefold()), parts[0]
    if kind is None or not (minutes.isascii() and minutes.isdecimal() and 1 <= int(minutes[:5]) <= 1440):
        return None
    return TemplateItem(kind, parts[2][:300], int(minutes))
