"""Loading of the register, facts, urusan, legal bases and neighbours; safe to run again."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from regions.choices import LEVEL_OF_KIND, LegalKind, Level, RegionKind
from regions.models import Adjacency, LegalBasis, Region, Urusan
from regions.registry import ROOT_CODE, Entry, installed_register, read_toml


@transaction.atomic
def load() -> str:
    """Load what is missing and say what there is; what people changed is left alone.

    Raises NotReady when the list of regions is not installed.
    """
    if not Region.objects.regencies().exists():
        _register(installed_register())
    _facts(read_toml("facts-kaltim.toml"))
    _neighbours(read_toml("adjacency-kaltim.toml"))
    _urusan(read_toml("urusan.toml"))
    _legal_bases(read_toml("legal-bases.toml"))
    return _(
        "%(provinces)d provinsi, %(regencies)d kabupaten/kota, %(urusan)d urusan, %(bases)d dasar hukum"
    ) % {
        "provinces": Region.objects.current().provinces().count(),
        "regencies": Region.objects.current().regencies().count(),
        "urusan": Urusan.objects.count(),
        "bases": LegalBasis.objects.count(),
    }


def _row(entry: Entry, parent: Region) -> Region:
    level = LEVEL_OF_KIND[entry.kind]
    return Region(code=entry.code, name=entry.name, kind=entry.kind, level=level, parent=parent)


def _register(entries: list[Entry]) -> None:
    """Write the whole register, two levels in two statements; only ever into an empty one."""
    Region.objects.get_or_create(
        code=ROOT_CODE,
        defaults={"name": "Republik Indonesia", "kind": RegionKind.NEGARA, "level": Level.NEGARA},
    )
    by_code = {region.code: region for region in Region.objects.current()}
    for provinces in (True, False):
        wanted = [entry for entry in entries if (entry.parent == ROOT_CODE) is provinces]
        rows = [_row(entry, by_code[entry.parent]) for entry in wanted if entry.code not in by_code]
        Region.objects.bulk_create(rows)
        by_code.update({region.code: region for region in rows})


def _fill(region: Region, values: dict[str, Any]) -> bool:
    """Write values into empty fields only; say whether anything was written."""
    written = False
    for field, value in values.items():
        if getattr(region, field) in ("", None) and value not in ("", None):
            setattr(region, field, value)
            written = True
    return written


def _facts(table: dict[str, Any]) -> None:
    zones = {code: zone for zone, codes in table["zones"].items() for code in codes}
    facts = {row["code"]: row for row in table["region"]}
    changed: list[Region] = []
    for region in Region.objects.current().exclude(level=Level.NEGARA):
        row = facts.get(region.code, {})
        values: dict[str, Any] = {
            "timezone": zones.get(region.code[:2], ""),
            "capital": row.get("capital", ""),
        }
        if row and region.area_km2 is None and region.population is None:
            values |= {
                "area_km2": Decimal(row["area_km2"]),
                "population": row["population"],
                "facts_source": table["source"],
            }
        complete = region.code in table["neighbours_complete"] and not region.neighbours_complete
        region.neighbours_complete = region.neighbours_complete or complete
        if _fill(region, values) or complete:
            changed.append(region)
    fields = ["timezone", "capital", "area_km2", "population", "facts_source", "neighbours_complete"]
    Region.objects.bulk_update(changed, fields, batch_size=100)


def _neighbours(table: dict[str, Any]) -> None:
    by_code = {region.code: region.pk for region in Region.objects.current()}
    known = set(Adjacency.objects.values_list("region_a_id", "region_b_id"))
    rows = []
    for pair in table["pair"]:
        keys = sorted(by_code[code] for code in pair["codes"] if code in by_code)
        if len(keys) == 2 and tuple(keys) not in known:
            km = Decimal(pair["km"]) if "km" in pair else None
            rows.append(
                Adjacency(
                    region_a_id=keys[0],
                    region_b_id=keys[1],
                    shared_km=km,
                    source=pair["source"],
                    verified=pair["verified"],
                )
            )
    Adjacency.objects.bulk_create(rows)


def _urusan(table: dict[str, Any]) -> None:
    for row in table["urusan"]:
        values = {"name": row["name"], "group": row["group"], "order": row["order"]}
        Urusan.objects.get_or_create(code=row["code"], defaults=values)


def _legal_bases(table: dict[str, Any]) -> None:
    """Right citations first, so that the wrong ones can point to them."""
    known = {basis.citation: basis for basis in LegalBasis.objects.all()}
    for row in sorted(table["basis"], key=lambda entry: bool(entry.get("wrong"))):
        if row["citation"] in known:
            continue
        known[row["citation"]] = LegalBasis.objects.create(**_basis_fields(row, known))


def _basis_fields(row: dict[str, Any], known: dict[str, LegalBasis]) -> dict[str, Any]:
    kind, _space, rest = row["citation"].partition(" ")
    number, _slash, year = rest.partition("/")
    start: date | None = row.get("valid_from")
    return {
        "citation": row["citation"],
        "title": row["title"],
        "kind": LegalKind(kind.lower()),
        "number": number,
        "year": int(year),
        "valid_from": start,
        "valid_to": row.get("valid_to"),
        "is_wrong": bool(row.get("wrong")),
        "corrected_by": known[row["corrected_by"]] if row.get("wrong") else None,
        "note": row.get("note", ""),
        "verified": row["verified"],
        "source": row["source"],
    }
