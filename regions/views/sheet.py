"""What the page of one region shows, gathered in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ksd.core.templatetags.core import angka
from regions.choices import ChangeKind, Level
from regions.models import Adjacency, Office, Official, Region, RegionSuccession

_TONES = {
    ChangeKind.ADDED: "success",
    ChangeKind.RENAMED: "info",
    ChangeKind.MOVED: "warning",
    ChangeKind.ENDED: "secondary",
}


@dataclass(frozen=True)
class Neighbour:
    """A bordering region and what is known about the border."""

    region: Region
    border: Adjacency


@dataclass(frozen=True)
class RegionSheet:
    """Everything the page of a region prints."""

    facts: list[tuple[str, Any, str]]
    officials: QuerySet[Official]
    other_officials: QuerySet[Official]
    offices: QuerySet[Office]
    closed_offices: QuerySet[Office]
    neighbours: list[Neighbour]
    children: QuerySet[Region]
    history: list[dict[str, Any]]


def region_sheet(region: Region) -> RegionSheet:
    """Gather a region's page."""
    return RegionSheet(
        facts=_facts(region),
        officials=region.officials.in_office().by_rank().select_related("office", "mandate_file"),
        other_officials=region.officials.not_in_office(),
        offices=region.offices.current().select_related("parent").prefetch_related("urusan"),
        closed_offices=region.offices.closed(),
        neighbours=_neighbours(region),
        children=Region.objects.current().filter(parent=region),
        history=_history(region),
    )


def _facts(region: Region) -> list[tuple[str, Any, str]]:
    area = f"{angka(region.area_km2)} km²" if region.area_km2 is not None else ""
    people = f"{angka(region.population)} jiwa" if region.population is not None else ""
    facts = [
        (_("Kode Kemendagri"), region.code, ""),
        (_("Tingkat"), region.get_level_display(), ""),
        (_("Ibu kota"), region.capital, ""),
        (_("Luas"), area, ""),
        (_("Penduduk"), people, ""),
        (_("Zona waktu"), region.get_timezone_display(), ""),
        (_("Kepala daerah"), region.head_title, ""),
        (_("DPRD"), region.council_name, ""),
        (_("Alamat"), region.address, ""),
        (_("Telepon"), region.phone, ""),
        (_("Surel"), region.email, f"mailto:{region.email}" if region.email else ""),
    ]
    if region.parent is not None and region.level == Level.KABKOTA:
        facts.insert(1, (_("Provinsi"), region.parent.full_name, region.parent.get_absolute_url()))
    return facts


def _neighbours(region: Region) -> list[Neighbour]:
    first = Adjacency.objects.filter(region_a=region) | Adjacency.objects.filter(region_b=region)
    borders = first.select_related("region_a__parent", "region_b__parent")
    found = [
        Neighbour(border.region_b if border.region_a_id == region.pk else border.region_a, border)
        for border in borders
    ]
    return sorted(found, key=lambda neighbour: neighbour.region.code)


def _history(region: Region) -> list[dict[str, Any]]:
    """Changes and successions as entries of a timeline, newest first."""
    entries: list[dict[str, Any]] = []
    for change in region.changes.all():
        words = " → ".join(word for word in (change.before, change.after) if word)
        kind = ChangeKind(change.what)
        text = "\n".join(word for word in (words, change.basis) if word)
        entries.append({"title": kind.label, "at": change.on, "text": text, "tone": _TONES[kind]})
    successions = RegionSuccession.objects.filter(predecessor=region) | RegionSuccession.objects.filter(
        successor=region
    )
    for row in successions.select_related("predecessor", "successor"):
        words = _("Penerus") if row.predecessor_id == region.pk else _("Berasal dari")
        other = row.successor if row.predecessor_id == region.pk else row.predecessor
        title = f"{words}: {other.full_name} ({other.code})"
        entries.append({"title": title, "at": row.on, "text": row.basis, "tone": "primary"})
    return sorted(entries, key=lambda entry: entry["at"], reverse=True)
