"""Addresses of what comes into a mapping as sheets and goes out of it as papers and cases."""

from typing import Any

from ksd.core.files import store_bytes
from ksd.mapping.models import MappingMinutes, MappingRow, MinutesSignature, RowCase, RowTriage, SheetUpload
from ksd.mapping.services.outputs.minutes import prepare_minutes
from tests.factories import TODAY
from tests.house.addresses.mapping import of_period, the_period
from tests.house.addresses.world import HIDDEN, NEVER, READ, Rule, World
from tests.mapping.rows import urusan


def of_upload(world: World) -> dict[str, Any]:
    """A sheet of Kutai Kartanegara, readable in its region and above."""
    stored = store_bytes(content=b"Jenis", name="isian.csv", content_type="text/csv", kind="pemetaan-isian")
    facts = {"file": stored, "created_by": world.cast.officer}
    found, _new = SheetUpload.objects.get_or_create(
        period=the_period(world), region=world.cast.kukar, defaults=facts
    )
    return {"public_id": found.public_id}


def of_act(world: World) -> dict[str, Any]:
    """Checking that sheet again."""
    return of_upload(world) | {"act": "periksa"}


def of_row(world: World) -> dict[str, Any]:
    """A judged row of Kutai Kartanegara with a case."""
    facts = {"urusan": urusan(), "state": "dikirim", "created_by": world.cast.officer}
    found, new = MappingRow.objects.get_or_create(
        period=the_period(world),
        region=world.cast.kukar,
        kind="kebutuhan",
        title="Keluaran Tertutup-7X",
        defaults=facts,
    )
    if new:
        RowTriage.objects.create(
            row=found, verdict="ksdd_wajib", reason="x", verdict_by=world.cast.biro, verdict_at="2026-11-01T00:00Z",
            updated_by=world.cast.biro,
        )  # fmt: skip
        RowCase.objects.create(row=found, case=world.play.case, created_by=world.cast.officer)
    return {"public_id": found.public_id}


def of_link(world: World) -> dict[str, Any]:
    """The tie between that row and its case."""
    return of_row(world) | {"case": world.play.case.public_id}


def of_minutes(world: World) -> MappingMinutes:
    """The draft of the Berita Acara, which only its leader sees."""
    found = the_period(world)
    paper = MappingMinutes.objects.standing().filter(period=found).first()
    return paper or prepare_minutes(actor=world.cast.biro, period=found, dated=TODAY, place="Tenggarong")


def of_list(world: World) -> dict[str, Any]:
    """The recapitulation of the period."""
    return of_period(world) | {"paper": "rekapitulasi"}


def with_draft(world: World) -> dict[str, Any]:
    """The period once its Berita Acara was begun."""
    of_minutes(world)
    return of_period(world)


def of_signature(world: World) -> dict[str, Any]:
    """The signature of the head of Kutai Kartanegara."""
    facts = {"name": "Contoh", "title": "Bupati"}
    MinutesSignature.objects.get_or_create(minutes=of_minutes(world), region=world.cast.kukar, defaults=facts)
    return of_period(world) | {"code": "64.02"}


def of_scan(world: World) -> dict[str, Any]:
    """The scan of that signature, which is not there yet."""
    of_signature(world)
    return {"public_id": of_minutes(world).public_id, "code": "64.02"}


def of_file(world: World) -> dict[str, Any]:
    """The file of a paper that was not issued yet."""
    return {"public_id": of_minutes(world).public_id, "form": "pdf"}


OWN = "404/200 partner 404"
WRITES = "404/403 officer 200 biro 200"
LEADS = "404/403 biro 200"
RULES: dict[str, Rule] = {
    "mapping:sheet": Rule(of_period, READ, "404/403 officer 422 partner 422 biro 422"),
    "mapping:template": Rule(of_period, HIDDEN, NEVER),
    "mapping:upload": Rule(of_upload, OWN, NEVER),
    "mapping:upload_file": Rule(of_upload, OWN, NEVER),
    "mapping:upload_act": Rule(of_act, f"{WRITES} partner 404", "404/403 officer 422 biro 422 partner 404"),
    "mapping:outputs": Rule(of_period, READ, NEVER),
    "mapping:output_sheet": Rule(of_list, READ, NEVER),
    "mapping:output": Rule(of_list, NEVER, "404/302"),
    "mapping:minutes": Rule(with_draft, READ, NEVER),
    "mapping:minutes_write": Rule(with_draft, LEADS, "404/403 biro 422"),
    "mapping:minutes_issue": Rule(with_draft, LEADS, "404/403 biro 422"),
    "mapping:minutes_cancel": Rule(with_draft, LEADS, "404/403 biro 422"),
    "mapping:minutes_print": Rule(with_draft, NEVER, "404/404 biro 302"),
    "mapping:minutes_sign": Rule(of_signature, "404/404 biro 200", "404/404 biro 422"),
    "mapping:minutes_file": Rule(of_file, HIDDEN, NEVER),
    "mapping:minutes_scan": Rule(of_scan, HIDDEN, NEVER),
    "mapping:row_start": Rule(of_row, "404/403 officer 200", "404/403 officer 422"),
    "mapping:row_link": Rule(of_row, WRITES, "404/403 officer 422 biro 422"),
    "mapping:row_unlink": Rule(of_link, WRITES, "404/403 officer 422 biro 422"),
    "mapping:row_outcome": Rule(of_row, WRITES, "404/403 officer 422 biro 422"),
    "mapping:realisation": Rule(of_period, READ, NEVER),
    "mapping:realisation_paper": Rule(of_period, NEVER, "404/302"),
    "mapping:realisation_sheet": Rule(of_period, READ, NEVER),
    "mapping:goals": Rule(of_period, READ, NEVER),
}
