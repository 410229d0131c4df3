"""Loading the yearly holiday tables that come with KSD."""

import tomllib
from pathlib import Path

from django.db import transaction

from ksd.deadlines.models import Holiday

DATA = Path(__file__).with_name("data")


@transaction.atomic
def load() -> str:
    """Fill the years that are still empty; a year the admin already has is left as it is."""
    filled = Holiday.objects.years()
    added: list[str] = []
    for path in sorted(DATA.glob("holidays-*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        if table["year"] in filled:
            continue
        Holiday.objects.bulk_create(
            Holiday(**row, source=table["source"], verified=table["verified"]) for row in table["holiday"]
        )
        added.append(f"{table['year']} ({len(table['holiday'])} hari)")
    return f"Hari libur: {', '.join(added)} dimuat." if added else "Hari libur: tidak ada tahun baru."
