"""Pairs of a national mapping: 550 regions with 200 rows each, all compared, then one row changed.

The promises are absolute: two minutes in the background, two seconds after one change, 500 MB. The baseline of the same
run is the plain likeness of two wordings (ksd.core.likeness), asked pair by pair.
"""

import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.db import connection

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.likeness import likeness
from ksd.mapping.matching.rows import FORMS
from ksd.mapping.models import MappingRow, Match, MatchRun, Period, PeriodRegion
from ksd.mapping.services.matching.scoring import score_due, score_period
from regions.choices import Level, RegionKind
from regions.models import Adjacency, Region, Urusan
from tools.bench import Figure

REGIONS = int(os.environ.get("KSD_BENCH_REGIONS", "550"))
ROWS, MATTERS, URUSAN = 200, 24, 32
MOST_SECONDS, MOST_CHANGE, MOST_MEGABYTES, AGAINST = 120.0, 2.0, 500.0, 0.05
KINDS = ("kebutuhan", "potensi", "kebutuhan", "potensi", "masalah", "kekuatan", "kelemahan")
SAID = ("kekurangan", "kelebihan", "tambahan", "pasokan", "peningkatan", "pelayanan", "penyediaan", "pengelolaan")
SYLLABLES = ("ba", "ca", "da", "ga", "ja", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "ri", "lo", "mu")
UNITS = ("ton/tahun", "orang", "unit", "liter/detik")


def measure() -> list[Figure]:
    """Seconds of the whole and of one change, the most memory, and the cost of a pair beside the plain likeness."""
    period = _period()
    run = MatchRun.objects.create(period=period)
    with _memory() as most:
        whole = _timed(lambda: score_period(run, lambda _percent, _message: None))
        changes = [_timed(lambda row=row: _change(period, row)) for row in _some(period)]  # type: ignore[misc]
    pairs = Match.objects.filter(period=period).count()
    note = f"{REGIONS} daerah, {period.rows.count()} baris, {pairs} pasangan disimpan"
    scale = REGIONS / 550
    figures = [
        Figure("mapping_match_seconds", whole, MOST_SECONDS * scale, note),
        Figure("mapping_match_change", max(changes), MOST_CHANGE, "detik sesudah satu baris berubah"),
        Figure("mapping_match_megabytes", max(most), MOST_MEGABYTES, "memori terbesar seluruh proses"),
        Figure("mapping_match", whole / (_plain(period) * _compared(period)), AGAINST, "per pasangan : kemiripan polos"),
    ]
    Period.objects.filter(pk=period.pk).update(state="dibatalkan")
    return figures


def _timed(act: object) -> float:
    begin = time.perf_counter()
    act()  # type: ignore[operator]
    return time.perf_counter() - begin


def _some(period: Period) -> list[MappingRow]:
    """A potential, a need and a problem from the middle of the country."""
    return [period.rows.filter(kind=kind).order_by("pk")[REGIONS * 10] for kind in ("potensi", "kebutuhan", "masalah")]


def _change(period: Period, row: MappingRow) -> None:
    row.title, row.updated_at = f"{row.title} baru", clock.now() + timedelta(seconds=1)
    row.save()
    if score_due(period) != 1:
        raise RuntimeError("one row was changed")


def _compared(period: Period) -> int:
    """How many pairs of rows stand beside each other in their urusan."""
    total = 0
    for urusan in Urusan.objects.all():
        count = {kind: period.rows.filter(urusan=urusan, kind=kind).count() for kind in set(KINDS)}
        total += sum(count.get(form.first, 0) * count.get(form.second, 0) for form in FORMS)
    return total


def _plain(period: Period) -> float:
    """Seconds of one plain comparison of two wordings."""
    titles = list(period.rows.order_by("pk").values_list("title", flat=True)[:60])
    begin = time.perf_counter()
    for one in titles:
        for other in titles:
            likeness(one, other)
    return (time.perf_counter() - begin) / len(titles) ** 2


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
    state, _new = Region.objects.get_or_create(code="U0", defaults={"name": "Ukur", "kind": RegionKind.NEGARA, "level": Level.NEGARA})
    facts = {"kind": RegionKind.PROVINSI, "level": Level.PROVINSI, "parent": state}
    parents = Region.objects.bulk_create(Region(code=f"U{at}", name=f"Ukur {at}", **facts) for at in range(1, 39))
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
        MappingRow.objects.bulk_create(_row(chance, period, region, urusan, matters, user) for _at in range(ROWS))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 5)))


def _matter(chance: random.Random) -> tuple[list[str], str]:
    """The words of one matter, and the unit it is measured in."""
    return [_word(chance) for _ in range(6)], chance.choice(UNITS)


def _row(
    chance: random.Random, period: Period, region: Region, urusan: list[Urusan],
    matters: dict[int, list[tuple[list[str], str]]], user: User,
) -> MappingRow:  # fmt: skip
    """A row about one of the matters of its urusan, in some of its words and some of its own."""
    mine = chance.choice(urusan)
    words, unit = chance.choice(matters[mine.pk])
    title = " ".join([chance.choice(SAID), *chance.sample(words, 3), _word(chance)])
    told = " ".join([*chance.sample(words, 2), *(_word(chance) for _ in range(10))])
    return MappingRow(
        period=period, region=region, urusan=mine, kind=chance.choice(KINDS), state="dikirim", title=title,
        description=told, figure_name=words[0], figure=chance.randrange(1, 5000), figure_unit=unit,
        priority=chance.randrange(1, 4), created_by=user,
    )  # fmt: skip
