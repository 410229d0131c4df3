"""Addresses of a region's letters: read within its reach, kept by its admin and the Biro; strangers find nothing."""

from typing import Any

from agreements.models import IssuedNumber, NumberSeries
from ksd.core import clock
from tests.house.addresses.world import NEVER, READ, Rule, World, bare, of_case


def _of_region(_world: World) -> dict[str, Any]:
    return {"code": "64.02"}


def _of_series(world: World) -> dict[str, Any]:
    row, _new = NumberSeries.objects.get_or_create(
        region=world.cast.kukar,
        kind="surat-pengantar",
        defaults={"pattern": "{nomor}/P/{tahun}", "changed_by": world.cast.admin},
    )
    return {"code": "64.02", "pk": row.pk}


def _of_number(world: World) -> dict[str, Any]:
    row, _new = IssuedNumber.objects.get_or_create(
        region=world.cast.kukar,
        kind="surat-pengantar",
        number="Tertutup-7X/1",
        defaults={
            "label": "Surat pengantar", "year": 2026, "dated": clock.today(), "subject": "Puskesmas Perbatasan",
            "case": world.play.case, "issued_by": world.cast.officer, "issued_name": "Contoh",
        },
    )  # fmt: skip
    return {"code": "64.02", "pk": row.pk}


def _of_draft(_world: World) -> dict[str, Any]:
    return {"code": "64.02", "draft": "surat-pengantar"}


# Kutai Kartanegara's letters: its own people and those above it.
REACH = "404/200 partner 404"
KEPT = "404/403 partner 404"

RULES: dict[str, Rule] = {
    "agreements:letters_desk": Rule(bare, "200 officer 302 partner 302 stranger 302 stranger_admin 302 observer 302 biro 302 admin 302", NEVER),
    "agreements:office_letters": Rule(_of_region, REACH, NEVER),
    "agreements:letter_setting": Rule(_of_region, KEPT, KEPT),
    "agreements:number_series": Rule(_of_region, KEPT, KEPT),
    "agreements:number_series_drop": Rule(_of_series, NEVER, KEPT),
    "agreements:number_register": Rule(_of_region, REACH, NEVER),
    "agreements:number_register_file": Rule(_of_region, NEVER, "404/302 partner 404"),
    "agreements:number_cancel": Rule(_of_number, REACH, "404/422 partner 404"),
    "agreements:issued_letter": Rule(_of_number, NEVER, "404/409 partner 404"),
    "agreements:template_list": Rule(_of_region, REACH, NEVER),
    "agreements:template": Rule(_of_draft, REACH, KEPT),
    "agreements:template_preview": Rule(_of_draft, NEVER, KEPT),
    "agreements:case_letters": Rule(of_case(), READ, NEVER),
    "agreements:case_letter": Rule(
        of_case(code="surat-pengantar", row=0),
        "404/404 officer 200 partner 200",
        "404/404 officer 422 partner 422",
    ),
}  # fmt: skip
