"""Two versions of a long naskah compared: how the cost grows when the pages double, and against difflib.

The baseline is difflib on the bare paragraphs: SequenceMatcher over the list of paragraphs, then over the words of
those that were replaced. It knows no Pasal, no ayat and no move.
"""

import gc
import random
import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from agreements.naskah.comparing import compare
from agreements.naskah.numbering import passages
from agreements.naskah.structure import Annex, Ayat, Body, Pasal
from tools.bench import Figure

ROUNDS = 9
GROWTH = 2.2
DIFFLIB = 3.0
# A printed page of a naskah holds about so many letters.
PAGE = 2_000
STOCK = [
    "para",
    "pihak",
    "sepakat",
    "melaksanakan",
    "kerja",
    "sama",
    "pelayanan",
    "kesehatan",
    "rujukan",
    "bagi",
    "masyarakat",
    "wilayah",
    "perbatasan",
    "sesuai",
    "dengan",
    "ketentuan",
    "peraturan",
    "perundang-undangan",
    "yang",
    "berlaku",
    "serta",
    "kewenangan",
    "masing-masing",
    "daerah",
    "termasuk",
    "pertukaran",
    "data",
    "tenaga",
    "sarana",
    "pembiayaan",
    "pemantauan",
    "evaluasi",
    "pelaporan",
    "jangka",
    "waktu",
    "hak",
    "kewajiban",
]


def measure() -> list[Figure]:
    """Medians of the ratios round by round."""
    short, long = _versions(60), _versions(120)
    for pair in (short, long):
        compare(*pair)
    growth, against = [], []
    for number in range(ROUNDS):
        ways: list[Callable[[], object]] = [
            lambda: compare(*short), lambda: compare(*long), lambda: _difflib(*short),
        ]  # fmt: skip
        order = range(3) if number % 2 else reversed(range(3))
        times = {way: _seconds(ways[way]) for way in order}
        growth.append(times[1] / times[0])
        against.append(times[0] / times[2])
    changes = len(compare(*short).keys)
    note = f"60 lalu 120 halaman, {changes} perubahan dalam 60 halaman, {ROUNDS} putaran"
    return [
        Figure("naskah_compare", statistics.median(growth), GROWTH, note),
        Figure(
            "naskah_compare_difflib", statistics.median(against), DIFFLIB, "terhadap difflib pada paragraf"
        ),
    ]


def _versions(pages: int) -> tuple[Body, Body]:
    """A naskah of so many pages and a reworked one: in every Pasal ayat changed, gone and new, one Pasal moved, one gone."""
    chance = random.Random(pages)  # noqa: S311  a fixed text, not a secret
    old = Body(
        pasal=tuple(_pasal(chance, number) for number in range(pages * 2 // 3)), annexes=(_table(pages),)
    )
    rows = [replace(row, ayat=tuple(_reworked(chance, row.ayat))) for row in old.pasal]
    rows.insert(3, rows.pop(10))
    del rows[20]
    return old, replace(old, pasal=tuple(rows))


def _pasal(chance: random.Random, number: int) -> Pasal:
    """About a page and a half, so that a text of any length has the shape of the others."""
    ayat: list[Ayat] = []
    while sum(len(row.text) for row in ayat) < PAGE:
        huruf = tuple(_sentence(chance, 12) for _ in range(3)) if len(ayat) % 4 == 1 else ()
        ayat.append(Ayat(_sentence(chance, 30), huruf))
    return Pasal(f"pasal_{number}", _sentence(chance, 4).upper(), tuple(ayat))


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(STOCK) for _ in range(words)) + f" angka {chance.randrange(10_000)}."


def _table(pages: int) -> Annex:
    rows = tuple((str(row), f"Kegiatan {row}", "Samarinda", "2027") for row in range(pages))
    return Annex("RENCANA AKSI", table=rows)


def _reworked(chance: random.Random, ayat: tuple[Ayat, ...]) -> Iterator[Ayat]:
    """Of each Pasal one ayat changed, one gone and one new, so that twice the pages have twice the changes."""
    for number, row in enumerate(ayat):
        if number == 2:
            words = row.text.split()
            words[len(words) // 2] = "tidak"
            yield Ayat(" ".join(words), row.huruf)
        elif number == 4:
            yield from (row, Ayat(_sentence(chance, 20)))
        elif number != 6:
            yield row


def _difflib(old: Body, new: Body) -> int:
    """The standard library on the same paragraphs, without any structure."""
    left, right = ([passage.text for passage in passages(body)] for body in (old, new))
    changes = 0
    for what, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if what == "replace":
            pairs = zip(left[a:b], right[c:d], strict=False)
            changes += sum(_word_opcodes(*pair) for pair in pairs)
    return changes


def _word_opcodes(old: str, new: str) -> int:
    left, right = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (old, new))
    return len(SequenceMatcher(None, left, right, autojunk=False).get_opcodes())


def _seconds(way: Callable[[], object]) -> float:
    """The best of three, so that a busy machine does not count."""
    best = []
    for _ in range(3):
        gc.collect()
        begin = time.perf_counter()
        way()
        best.append(time.perf_counter() - begin)
    return min(best)
