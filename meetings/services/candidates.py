"""Whom to invite from each participating region: the head of its delegation, the offices for government and cooperation.

Who comes for a region is custom, not law; every line is proposed and may be changed.
"""

from collections import defaultdict
from dataclasses import dataclass

from ksd.core import clock
from meetings.choices import InviteeRole
from meetings.models import Meeting
from regions.choices import Level, Position
from regions.models import Office, Official, Region

ASSISTANT = "Asisten Pemerintahan dan Kesejahteraan Rakyat"


@dataclass(frozen=True)
class Candidate:
    """One line that may be ticked; `key` names it in the form."""

    key: str
    title: str
    role: str
    region: Region
    office: Office | None = None
    name: str = ""
    email: str = ""
    phone: str = ""
    usual: bool = False
    invited: bool = False


@dataclass(frozen=True)
class Group:
    """The candidates of one region: the usual ones, then its other offices."""

    region: Region
    usual: list[Candidate]
    others: list[Candidate]


def candidates_for(meeting: Meeting) -> list[Group]:
    """The candidates of every participating region, in four queries however many; a meeting within one region has its own."""
    regions = list(meeting.participants.order_by("level", "code")) or [meeting.organiser]
    offices, officials = defaultdict(list), defaultdict(list)
    for office in Office.objects.current().filter(region__in=regions).order_by("name", "pk"):
        offices[office.region_id].append(office)
    for official in Official.objects.in_office(clock.today()).filter(region__in=regions).by_rank():
        officials[official.region_id].append(official)
    known = {
        (row.region_id, row.office_id, row.title)
        for row in meeting.invitees.current().filter(region__isnull=False)
    }
    return [_group(region, offices[region.pk], officials[region.pk], known) for region in regions]


def _group(
    region: Region,
    offices: list[Office],
    officials: list[Official],
    known: set[tuple[int | None, int | None, str]],
) -> Group:
    people = {official.office_id: official for official in reversed(officials) if official.office_id}
    rows = [_head(region, officials), *_units(region, offices, people)]
    named = {row.office.pk for row in rows if row.office}
    rest = [_office(region, office, people.get(office.pk)) for office in offices if office.pk not in named]
    marked = [_marked(row, known) for row in rows], [_marked(row, known) for row in rest]
    return Group(region, *marked)


def _marked(row: Candidate, known: set[tuple[int | None, int | None, str]]) -> Candidate:
    there = (row.region.pk, row.office.pk if row.office else None, row.title) in known
    return Candidate(**{**vars(row), "invited": there})


def _head(region: Region, officials: list[Official]) -> Candidate:
    """Asisten I leads a delegation; where none is known the secretary of the region, else the title alone."""
    known = [
        row
        for row in officials
        if row.position == Position.ASISTEN and "pemerintahan" in row.position_title.lower()
    ]
    known += [row for row in officials if row.position == Position.SEKDA]
    title, name = (known[0].position_title, known[0].full_name) if known else (ASSISTANT, "")
    return Candidate(
        f"{region.code}-kepala",
        title,
        InviteeRole.KEPALA_DELEGASI,
        region,
        name=name,
        email=region.email,
        usual=True,
    )


def _units(region: Region, offices: list[Office], people: dict[int | None, Official]) -> list[Candidate]:
    """The office for government and the one for cooperation; by their usual titles where the register has none."""
    unit = "Biro" if region.level == Level.PROVINSI else "Bagian"
    found: list[Candidate] = []
    government = next(
        (row for row in offices if "pemerintahan" in row.name.lower() and row.kind in {"biro", "bagian"}),
        None,
    )
    cooperation = next((row for row in offices if row.is_cooperation_unit), None)
    for office, word in ((government, "Pemerintahan"), (cooperation, "Kerja Sama")):
        if office is not None and all(row.office != office for row in found):
            found.append(_office(region, office, people.get(office.pk), usual=True))
        elif office is None:
            key = f"{region.code}-{word.split()[0].lower()}"
            found.append(Candidate(key, f"Kepala {unit} {word}", InviteeRole.PESERTA, region, usual=True))
    return found


def _office(region: Region, office: Office, head: Official | None, *, usual: bool = False) -> Candidate:
    return Candidate(
        f"{region.code}-kantor-{office.pk}",
        head.position_title if head else f"Kepala {office.name}",
        InviteeRole.PESERTA,
        region,
        office=office,
        name=head.full_name if head else "",
        email=office.email,
        phone=office.phone,
        usual=usual,
    )
