"""Bring in a layer of outlines from the command line, with the same checks as the page."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from boundaries.geo.coverage import GAP_WIDTH_M, SLIVER_WIDTH_M
from boundaries.geo.reading import UnreadableError, read_file
from boundaries.services.importing.outlines import plan_outlines
from boundaries.services.importing.plan import Plan
from ksd.core import clock

DONE, FAULTS, UNREADABLE = 0, 1, 2
_SHOWN = 40


class Command(BaseCommand):
    """Exit code 0: imported, or importable in a dry run; 1: faults, nothing imported; 2: the file cannot be read."""

    help = (
        "Mengimpor garis luar kabupaten/kota sebagai lapisan baru (GeoJSON, KML/KMZ, Shapefile dalam ZIP). Kode keluar: "
        "0 terimpor (atau dapat diimpor, dengan --dry-run), 1 ada kesalahan sehingga tidak ada yang diimpor, "
        "2 berkas tidak dapat dibaca."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, where it comes from, and how strict to be."""
        parser.add_argument("file", type=Path, help="Berkas geometri.")
        parser.add_argument("--source", required=True, help="Sumber data: lembaga, judul, versi.")
        parser.add_argument(
            "--dated", type=date.fromisoformat, required=True, help="Tanggal data, misalnya 2025-01-31."
        )
        parser.add_argument("--name", default="", help="Nama lapisan; kosong: nama berkas.")
        parser.add_argument(
            "--code-property", default="", help="Atribut yang memuat kode wilayah; kosong: code, kode, …"
        )
        parser.add_argument("--epsg", type=int, help="Sistem koordinat bila berkas tidak menyebutkannya.")
        parser.add_argument(
            "--tolerance", type=float, default=SLIVER_WIDTH_M, help="Lebar serpihan yang diabaikan (m)."
        )
        parser.add_argument(
            "--gap-width", type=float, default=GAP_WIDTH_M, help="Lebar celah paling besar (m)."
        )
        parser.add_argument(
            "--accept-faults", action="store_true", help="Impor walau ada celah atau tumpang tindih."
        )
        parser.add_argument(
            "--use", action="store_true", help="Pakai lapisan ini; lapisan lama tetap disimpan."
        )
        parser.add_argument("--dry-run", action="store_true", help="Periksa saja; tidak ada yang disimpan.")
        parser.add_argument("--json", action="store_true", help="Tulis hasilnya sebagai JSON.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read, check, tell, and write unless something stands against it."""
        path: Path = options["file"]
        if options["dated"] > clock.today():
            raise CommandError("Tanggal data tidak boleh di masa depan.", returncode=UNREADABLE)
        try:
            content = path.read_bytes()
            reading = read_file(path.name, content, epsg=options["epsg"])
        except OSError as error:
            raise CommandError(
                f"{path}: tidak dapat dibaca ({error.strerror}). Periksa nama dan izinnya.",
                returncode=UNREADABLE,
            ) from error
        except UnreadableError as error:
            raise CommandError(f"{path}: {error}", returncode=UNREADABLE) from error
        plan = plan_outlines(reading, _given(options, path, content))
        faulty = any(problem.blocking for problem in plan.problems) or (
            bool(plan.doubts) and not options["accept_faults"]
        )
        written = not (faulty or options["dry_run"])
        if written:
            with transaction.atomic():
                plan.write(None, None)
        told = {
            "file": path.name,
            "crs": reading.crs,
            "imported": written,
            "in_use": written and options["use"],
        }
        self.stdout.write(as_json(plan, told) if options["json"] else as_text(plan, told))
        if faulty:
            raise SystemExit(FAULTS)


def _given(options: dict[str, Any], path: Path, content: bytes) -> dict[str, Any]:
    return {
        "name": options["name"] or path.stem, "source": options["source"], "dated": options["dated"].isoformat(),
        "code_property": options["code_property"], "tolerance_m": options["tolerance"], "gap_width_m": options["gap_width"],
        "use": options["use"], "digest": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip


def as_json(plan: Plan, told: dict[str, Any]) -> str:
    """Everything for a machine."""
    return json.dumps(told | {"counts": plan.counts, "findings": plan.findings}, ensure_ascii=False, indent=2)


def as_text(plan: Plan, told: dict[str, Any]) -> str:
    """The same for a person."""
    lines = [f"{told['file']} · {told['crs']}"]
    lines += [f"  {name}: {value}" for name, value in plan.counts.items()]
    for row in plan.findings[:_SHOWN]:
        mark = "PERIKSA" if row.get("acceptable") else ("SALAH" if row["blocking"] else "catatan")
        lines += [
            "",
            f"[{mark}] {row['where']}: {row['message']}",
            *([f"    {row['remedy']}"] if row["remedy"] else []),
        ]
    if len(plan.findings) > _SHOWN:
        lines += ["", f"… dan {len(plan.findings) - _SHOWN} temuan lain (--json memuat semuanya)."]
    done = "Lapisan diimpor dan dipakai." if told["in_use"] else "Lapisan diimpor; belum dipakai (--use)."
    return "\n".join([*lines, "", done if told["imported"] else "Tidak ada yang diimpor."])
