"""Who borders whom, computed from the layer of outlines in use."""

import csv
import io
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from boundaries.models import RegionLayer
from boundaries.services.adjacency import Computed, Saved, compute_adjacency, layer_in_use, save_adjacency
from ksd.core.errors import DomainError


class Command(BaseCommand):
    """Prints the pairs; with --save also keeps them in the table of neighbours."""

    help = (
        "Menghitung perbatasan darat antarkabupaten/kota dari lapisan wilayah yang dipakai: panjang tepi bersama pada "
        "elipsoid; 0,1 km atau lebih dihitung berbatasan, kurang dari itu hanya bersinggungan."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The layer, the form of the answer, and whether to keep it."""
        parser.add_argument("--layer", type=int, help="Nomor lapisan; kosong: lapisan yang dipakai.")
        parser.add_argument("--json", action="store_true", help="Tulis hasilnya sebagai JSON.")
        parser.add_argument("--save", action="store_true", help="Simpan ke tabel perbatasan.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Compute, keep when asked, print."""
        try:
            layer = (
                layer_in_use() if options["layer"] is None else RegionLayer.objects.get(pk=options["layer"])
            )
        except (DomainError, RegionLayer.DoesNotExist) as error:
            raise CommandError(getattr(error, "remedy", "") or "Lapisan itu tidak ada.") from error
        computed = compute_adjacency(layer)
        saved = save_adjacency(actor=None, computed=computed) if options["save"] else None
        self.stdout.write(as_json(computed, saved) if options["json"] else as_table(computed))
        if saved is not None and not options["json"]:
            self.stderr.write(
                f"Disimpan: {saved.added} baru, {saved.updated} diperbarui, {saved.removed} dihapus, {saved.kept} dari "
                f"sumber lain dibiarkan, {saved.complete} wilayah ditandai lengkap tetangganya."
            )


def rows_of(computed: Computed) -> list[dict[str, Any]]:
    """One row per pair that meets."""
    return [
        {
            "code_a": row.first.code, "code_b": row.second.code, "name_a": str(row.first), "name_b": str(row.second),
            "kind": row.kind, "shared_km": round(row.shared_m / 1000, 3), "contact": row.contact.value,
        }
        for row in computed.meetings
    ]  # fmt: skip


def as_json(computed: Computed, saved: Saved | None) -> str:
    """Everything for a machine."""
    data: dict[str, Any] = {
        "layer": {"id": computed.layer.pk, "name": computed.layer.name, "source": computed.layer.source},
        "borders": len(computed.borders), "touch_only": len(computed.meetings) - len(computed.borders),
        "neighbours_complete": len(computed.complete), "pairs": rows_of(computed),
    }  # fmt: skip
    return json.dumps(data | ({"saved": vars(saved)} if saved else {}), ensure_ascii=False, indent=2)


def as_table(computed: Computed) -> str:
    """The pairs as CSV."""
    target = io.StringIO()
    names = ["code_a", "code_b", "name_a", "name_b", "kind", "shared_km", "contact"]
    writer = csv.DictWriter(target, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows_of(computed))
    return target.getvalue().rstrip("\n")
