"""Pairs of a national mapping: 550 regions with 200 rows each, all compared, then one row changed.

The promises are absolute: two minutes in the background, two seconds after one change, 500 MB. The baseline of the same
run is the plain likeness of two wordings (ksd.core.likeness), asked pair by pair.
"""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from django.db import connection

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.likeness import likeness
from ksd.mapping.matching.blocks import Block
from ksd.mapping.matching.rows import FORMS
from ksd.mapping.models import MappingRow, Match, MatchRun, Period, PeriodRegion
from ksd.mapping.services.matching.reading import rows_of, terrain_of
from ksd.mapping.services.matching.scoring import score_due, score_period
from regions.choices import Level, RegionKind
from regions.models import Adjacency, Region, Urusan
from tools.bench import Figure, fastest

REGIONS = int(os.environ.get("KSD_BENCH_REGIONS", "550"))
ROWS, MATTERS, URUSAN = 200, 24, 32
MOST_SECONDS, MOST_CHANGE, MOST_MEGABYTES, AGAINST = 120.0, 2.0, 500.0, 0.05
KINDS = ("kebutuhan", "potensi", "kebutuhan", "potensi", "masalah", "kekuatan", "kelemahan")
SAID = (
    "kekurangan",
    "kelebihan",
    "tambahan",
    "pasokan",
    "peningkatan",
    "pelayanan",
    "penyediaan",
    "pengelolaan",
)
SYLLABLES = (
    "ba",
    "ca",
    "da",
    "ga",
    "ja",
    "ka",
    "la",
    "ma",
    "na",
    "pa",
    "ra",
    "sa",
    "ta",
    "wa",
    "ri",
    "lo",
    "mu",
)
Matter = tuple[list[str], str]
UNITS = ("ton/tahun", "orang", "unit", "liter/detik")


def measure() -> list[Figure]:
    """Seconds of the whole and of one change, the most memory, and the cost of a pair beside the plain likeness."""
    period = _period()
    run = MatchRun.objects.create(period=period)
    with _memory() as most:
        begin = time.process_time()
        whole = _timed(lambda: score_period(run, lambda _percent, _message: None))
        own = time.process_time() - begin
        changes = [_timed(partial(_change, period, row)) for row in _some(period)]
    pairs = Match.objects.filter(period=period).count()
    note = f"{REGIONS} daerah, {period.rows.count()} baris, {pairs} pasangan; {own:.0f} detik prosesor"
    scale = REGIONS / 550
    figures = [
        Figure("mapping_match_seconds", whole, MOST_SECONDS * scale, note),
        Figure("mapping_match_change", max(changes), MOST_CHANGE, "detik sesudah satu baris berubah"),
        Figure("mapping_match_megabytes", max(most), MOST_MEGABYTES, "memori terbesar seluruh proses"),
        Figure("mapping_match", _ratio(period), AGAINST, "satu urusan, per pasangan : kemiripan polos"),
    ]
    Period.objects.filter(pk=period.pk).update(state="dibatalkan")
    return figures


def _timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def _some(period: Period) -> list[MappingRow]:
    """A potential, a need and a problem from the middle of the country."""
    return [
        period.rows.filter(kind=kind).order_by("pk")[REGIONS * 10]
        for kind in ("potensi", "kebutuhan", "masalah")
    ]


def _change(period: Period, row: MappingRow) -> None:
    row.title, row.updated_at = f"{row.title} baru", clock.now() + timedelta(seconds=1)
    row.save()
    if score_due(period) != 1:
        raise RuntimeError("one row was changed")


def _ratio(period: Period) -> float:
    """What a pair of one urusan costs, reasons included, beside the plain likeness of two wordings."""
    urusan = period.rows.order_by("urusan").values_list("urusan", flat=True)[0]
    rows, _seen = rows_of(period, urusan)
    terrain = terrain_of(period)
    kinds = Counter(row.kind for row in rows)
    compared = sum(kinds[form.first] * kinds[form.second] for form in FORMS)
    titles = [row.title for row in rows[:60]]

    def ours() -> None:
        for _found in Block(rows, terrain.setting(urusan)).pairs():
            pass

    def plain() -> None:
        for one, other in product(titles, titles):
            likeness(one, other)

    block, polos = fastest(3, ours, plain)
    return (block / compared) / (polos / len(titles) ** 2)


@contextmanager
def _memory() -> Iterator[list[float]]:
    """The resident megabytes of the process, looked at twenty times a second."""
    seen, over = [0.0], threading.Event()

    def look() -> None:
        size = os.sysconf("SC_PAGE_SIZE") / 1_000_000
        while not over.wait(0.05):
            seen.append(int(Path("/proc/self/statm").read_text().split()[1]) * size)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()


def _period() -> Period:
    user, _new = User.objects.get_or_create(username="ukur-pemetaan", defaults={"full_name": "Contoh Ukur"})
    state, _new = Region.objects.get_or_create(
        code="U0", defaults={"name": "Ukur", "kind": RegionKind.NEGARA, "level": Level.NEGARA}
    )
    facts = {"kind": RegionKind.PROVINSI, "level": Level.PROVINSI, "parent": state}
    parents = Region.objects.bulk_create(
        Region(code=f"U{at}", name=f"Ukur {at}", **facts) for at in range(1, 39)
    )
    regions = Region.objects.bulk_create(
        Region(
            code=f"U{at % 38 + 1}.{at:03d}", name=f"Ukur {at}", kind=RegionKind.KABUPATEN, level=Level.KABKOTA,
            parent=parents[at * 38 // REGIONS],
        )
        for at in range(REGIONS)
    )  # fmt: skip
    # A land of twenty-five columns: each borders the next one and the one below.
    near = [(at, at + step) for at in range(REGIONS) for step in (1, 25) if at + step < REGIONS]
    Adjacency.objects.bulk_create(
        Adjacency(region_a=regions[a], region_b=regions[b], source="ukur") for a, b in near
    )
    period = Period.objects.create(region=parents[0], year=2027, name="Ukur", state="dibuka", created_by=user)
    PeriodRegion.objects.bulk_create(PeriodRegion(period=period, region=region) for region in regions)
    _fill(period, regions, user)
    return period


def _fill(period: Period, regions: list[Region], user: User) -> None:
    chance = random.Random(7)  # noqa: S311  a fixed land, not a secret
    urusan = [
        Urusan.objects.get_or_create(code=f"ukur-{at}", defaults={"name": f"Ukur {at}", "order": 900 + at})[0]
        for at in range(URUSAN)
    ]
    matters = {row.pk: [_matter(chance) for _at in range(MATTERS)] for row in urusan}
    for region in regions:
        facts = {"period": period, "region": region, "created_by": user}
        mine = [chance.choice(urusan) for _at in range(ROWS)]
        MappingRow.objects.bulk_create(
            _row(chance, row, chance.choice(matters[row.pk]), **facts) for row in mine
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 5)))


def _matter(chance: random.Random) -> Matter:
    """The words of one matter, and the unit it is measured in."""
    return [_word(chance) for _ in range(6)], chance.choice(UNITS)


def _row(chance: random.Random, mine: Urusan, matter: Matter, **facts: Any) -> MappingRow:
    """A row about one of the matters of its urusan, in some of its words and some of its own."""
    words, unit = matter
    title = " ".join([chance.choice(SAID), *chance.sample(words, 3), _word(chance)])
    told = " ".join([*chance.sample(words, 2), *(_word(chance) for _ in range(10))])
    return MappingRow(
        urusan=mine, kind=chance.choice(KINDS), state="dikirim", title=title,
        description=told, figure_name=words[0], figure=chance.randrange(1, 5000), figure_unit=unit,
        priority=chance.randrange(1, 4), **facts,
    )  # fmt: skip
