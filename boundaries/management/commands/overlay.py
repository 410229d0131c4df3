"""Two lines or two areas laid over each other at the command line, for surveyors."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from boundaries.geo.errors import GeometryError
from boundaries.geo.lines import MAX_TEXT
from boundaries.geo.report import Shape, compare, shape_of

# Left and right of the first line, as a person reads it.
SIDES = {"left": "kiri garis pertama", "right": "kanan garis pertama"}


class Command(BaseCommand):
    """Areas and lengths are geodesic on the ellipsoid WGS 84; nothing is kept."""

    help = (
        "Membandingkan dua garis atau dua bidang GeoJSON (WGS 84): luas tumpang tindih (m²), keliling, km yang "
        "berimpit dan yang berbeda. Kode keluar 2 bila berkasnya tidak dapat dibaca atau dibandingkan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Two files, and how to answer."""
        parser.add_argument("first", metavar="A.geojson", help="Garis atau bidang pertama.")
        parser.add_argument("second", metavar="B.geojson", help="Garis atau bidang kedua.")
        parser.add_argument("--json", action="store_true", help="Tulis hasilnya sebagai JSON.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read both, compare, print."""
        names = (options["first"], options["second"])
        shapes, notes = zip(*(_read(name) for name in names), strict=True)
        try:
            found = compare(*shapes)
        except GeometryError as error:
            raise CommandError(str(error), returncode=2) from None
        told = [f"{Path(name).name}: {note}" for name, own in zip(names, notes, strict=True) for note in own]
        found["notes"] = [*told, *found["notes"]]
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
            return
        for row in _rows(found):
            self.stdout.write(row)


def _read(name: str) -> tuple[Shape, tuple[str, ...]]:
    """The shape of a file; every fault names the file and leaves with 2."""
    path = Path(name)
    try:
        if path.stat().st_size > 4 * MAX_TEXT:
            raise CommandError(
                f"{name}: berkas terlalu besar. Sederhanakan geometrinya dahulu.", returncode=2
            )
        return shape_of(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise CommandError(f"{name}: bukan teks UTF-8. Simpan ulang sebagai GeoJSON.", returncode=2) from None
    except OSError as error:
        raise CommandError(
            f"{name}: tidak dapat dibaca ({error.strerror}). Periksa nama dan izinnya.", returncode=2
        ) from None
    except GeometryError as error:
        raise CommandError(f"{name}: {error}", returncode=2) from None


def _rows(found: dict[str, Any]) -> list[str]:
    """The figures as a person reads them."""
    hectares = found["overlap_area_m2"] / 10_000
    rows = [
        f"Luas tumpang tindih : {found['overlap_area_m2']:.1f} m² ({hectares:.4f} ha)",
        f"Keliling            : {found['overlap_perimeter_m']:.1f} m",
        f"Berimpit            : {found['shared_km']:.4f} km",
        f"Berbeda             : {found['first_differs_km']:.4f} km (A), {found['second_differs_km']:.4f} km (B)",
    ]
    if found["kind"] == "lines":
        rows += [
            f"Kiri A, kanan B     : {found['left_area_m2']:.1f} m²",
            f"Kanan A, kiri B     : {found['right_area_m2']:.1f} m²",
            f"Jarak ujung         : {found['gap_start_m']:.2f} m (awal), {found['gap_end_m']:.2f} m (akhir)",
        ]
    for number, pocket in enumerate(found["pockets"], 1):
        where = f", {SIDES[pocket['side']]}" if "side" in pocket else ""
        thin = ", serpih" if pocket.get("sliver") else ""
        rows.append(
            f"  {number}. {pocket['area_m2']:.1f} m², keliling {pocket['perimeter_m']:.1f} m{where}{thin}"
        )
    return [*rows, *(f"Catatan: {note}" for note in found["notes"])]
