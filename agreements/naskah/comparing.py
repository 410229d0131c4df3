"""What changed between two wordings: Pasal by their clause, then paragraphs, then words.

A Pasal is found again by the code of its clause (in a text from outside by its title or its words), a lampiran by
its title or its words, wherever it stands. The keys of the changes stay the same as long as the two bodies do, so that single changes can be taken back
(`agreements.naskah.choosing`).
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import zip_longest

from agreements.naskah.aligning import align, longest_rise
from agreements.naskah.difference import Cells, Difference, Level, Line, Part, Section
from agreements.naskah.matching import Found, same_annexes, same_pasal
from agreements.naskah.numbering import letter
from agreements.naskah.runs import alike, word_runs, words_of
from agreements.naskah.structure import Annex, Ayat, Body, Pasal

Words = Callable[[int], frozenset[str]]
Pairs = list[tuple[int | None, int | None]]


def compare(old: Body, new: Body) -> Difference:
    """The difference of two bodies; near-linear in their length."""
    return Difference(
        (
            _listed("konsiderans", old.recitals, new.recitals),
            _listed("dasar", old.bases, new.bases),
            *_pasal_sections(old.pasal, new.pasal),
            *_annex_sections(old.annexes, new.annexes),
        )
    )


def compare_texts(
    old: Sequence[str], new: Sequence[str], key: str = "baris", level: Level = "paragraf"
) -> tuple[Line, ...]:
    """Two lists of paragraphs side by side."""
    pairs = _aligned(old, new, str)
    return tuple(
        _line(
            f"{key}/{number}",
            level,
            _cells(old, at_old),
            _cells(new, at_new),
            named=_number(level, at_old, at_new),
        )
        for number, (at_old, at_new) in enumerate(pairs, start=1)
    )


def _listed(part: Part, old: Sequence[str], new: Sequence[str]) -> Section:
    return Section(part, part, "", "", 0, 0, compare_texts(old, new, part, "butir"))


def _cells(texts: Sequence[str], index: int | None) -> Cells | None:
    return None if index is None else (texts[index],)


def _number(level: Level, old: int | None, new: int | None) -> tuple[str, str]:
    """Mark and place of a numbered line; other paragraphs carry none."""
    if level not in ("butir", "baris"):
        return "", ""
    number = (old if new is None else new) or 0
    return (f"{number + 1}.", f"angka {number + 1}") if level == "butir" else ("", f"baris {number + 1}")


def _line(
    key: str,
    level: Level,
    old: Cells | None,
    new: Cells | None,
    *,
    named: tuple[str, str] = ("", ""),
    below: tuple[Line, ...] = (),
) -> Line:
    """A line with the runs of each cell; in a row whose columns changed the missing cells are empty."""
    pairs = zip_longest(old or (), new or (), fillvalue="")
    mark, where = named
    return Line(key, level, old, new, tuple(word_runs(*pair) for pair in pairs), mark, where, below)


def _aligned(old: Sequence[Hashable], new: Sequence[Hashable], *texts: Callable[..., str]) -> Pairs:
    """Pairs of rows that belong together by the likest of their texts; words are only gathered of rows that need it."""
    if old == new:
        return [(place, place) for place in range(len(new))]
    words = [(_gathered(old, text), _gathered(new, text)) for text in texts]

    def likeness(left: int, right: int) -> float:
        return max(alike(of_old(left), of_new(right)) for of_old, of_new in words)

    return align(old, new, likeness)


def _gathered(rows: Sequence[Hashable], text: Callable[..., str]) -> Words:
    known: dict[int, frozenset[str]] = {}

    def words(index: int) -> frozenset[str]:
        if index not in known:
            known[index] = words_of(text(rows[index]))
        return known[index]

    return words


def _in_order(found: Found, old: int, new: int) -> Iterator[tuple[int | None, int | None, bool]]:
    """Every row in the new order, and whether it moved; one that is gone stands behind the row it stood behind."""
    order = [index for index in range(new) if index in found]
    stable = {order[step] for step in longest_rise([found[index] for index in order])}
    kept = {found[index] for index in stable}
    gone = _gone_behind(set(range(old)) - set(found.values()), kept)
    yield from ((index, None, False) for index in gone.get(-1, ()))
    for index in range(new):
        yield found.get(index), index, index in found and index not in stable
        if index in stable:
            yield from ((row, None, False) for row in gone.get(found[index], ()))


def _gone_behind(gone: set[int], kept: set[int]) -> dict[int, list[int]]:
    """For each row that kept its place those behind it that are gone; -1 for the ones before all."""
    behind: dict[int, list[int]] = {}
    last = -1
    for index in sorted(gone | kept):
        if index in kept:
            last = index
        else:
            behind.setdefault(last, []).append(index)
    return behind


def _pasal_sections(old: Sequence[Pasal], new: Sequence[Pasal]) -> Iterator[Section]:
    for at_old, at_new, moved in _in_order(same_pasal(old, new), len(old), len(new)):
        left = None if at_old is None else old[at_old]
        right = None if at_new is None else new[at_new]
        key = _key("pasal", at_old, at_new)
        either = right or left or Pasal("", "")
        title = _line(f"{key}/judul", "judul", _named(left), _named(right), named=("", "judul"))
        ayat = _ayat_lines(key, left.ayat if left else (), right.ayat if right else ())
        numbers = (_counted(at_old), _counted(at_new))
        yield Section(key, "pasal", either.clause, either.title, *numbers, (title, *ayat), moved)


def _named(row: Pasal | Annex | None) -> Cells | None:
    return None if row is None else (row.title,)


def _counted(index: int | None) -> int | None:
    return None if index is None else index + 1


def _key(name: str, old: int | None, new: int | None) -> str:
    return f"{name}-{_counted(old) or 0}-{_counted(new) or 0}"


def _ayat_lines(key: str, old: tuple[Ayat, ...], new: tuple[Ayat, ...]) -> Iterator[Line]:
    # An ayat that lost or got its huruf is still the same ayat.
    pairs = _aligned(old, new, _ayat_text, _opening)
    for number, (at_old, at_new) in enumerate(pairs, start=1):
        left = None if at_old is None else old[at_old]
        right = None if at_new is None else new[at_new]
        index, many = (at_old, len(old) > 1) if at_new is None else (at_new, len(new) > 1)
        mark = f"({(index or 0) + 1})" if many else ""
        where = f"ayat {mark}" if mark else ""
        below = _huruf_lines(f"{key}/{number}", where, left, right)
        texts = [None if row is None else (row.text,) for row in (left, right)]
        yield _line(f"{key}/{number}", "ayat", *texts, named=(mark, where), below=below)


def _ayat_text(ayat: Ayat) -> str:
    return " ".join((ayat.text, *ayat.huruf))


def _opening(ayat: Ayat) -> str:
    return ayat.text


def _huruf_lines(key: str, where: str, left: Ayat | None, right: Ayat | None) -> tuple[Line, ...]:
    old, new = left.huruf if left else (), right.huruf if right else ()
    lines = []
    for number, (at_old, at_new) in enumerate(_aligned(old, new, str), start=1):
        name = letter((at_old if at_new is None else at_new) or 0)
        named = (f"{name}.", f"{where} huruf {name}".strip())
        lines.append(_line(f"{key}-{number}", "huruf", _cells(old, at_old), _cells(new, at_new), named=named))
    return tuple(lines)


def _annex_sections(old: Sequence[Annex], new: Sequence[Annex]) -> Iterator[Section]:
    for at_old, at_new, moved in _in_order(same_annexes(old, new), len(old), len(new)):
        left = None if at_old is None else old[at_old]
        right = None if at_new is None else new[at_new]
        key = _key("lampiran", at_old, at_new)
        title = _line(f"{key}/judul", "judul", _named(left), _named(right), named=("", "judul"))
        texts = compare_texts(left.paragraphs if left else (), right.paragraphs if right else (), f"{key}/p")
        rows = _row_lines(f"{key}/b", left.table if left else (), right.table if right else ())
        name = (right or left or Annex("")).title
        lines = (title, *texts, *rows)
        yield Section(key, "lampiran", "", name, _counted(at_old), _counted(at_new), lines, moved)


def _row_lines(key: str, old: Sequence[Cells], new: Sequence[Cells]) -> Iterator[Line]:
    for number, (at_old, at_new) in enumerate(_aligned(old, new, " ".join), start=1):
        left = None if at_old is None else old[at_old]
        right = None if at_new is None else new[at_new]
        yield _line(f"{key}/{number}", "baris", left, right, named=_number("baris", at_old, at_new))
