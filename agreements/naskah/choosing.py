"""Taking single changes of a newer wording back: the body that stays when the others are kept."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from agreements.naskah.difference import Cells, Difference, Line, Part, Section
from agreements.naskah.structure import Annex, Ayat, Body, Pasal


def taken_back(difference: Difference, keys: Collection[str]) -> Body:
    """The new wording without the changes named; all keys give the old wording, none the new one.

    A Pasal keeps the clause code it has in the newer wording. KeyError names a key the difference does not have.
    """
    back = frozenset(keys)
    if unknown := sorted(back - set(difference.keys)):
        raise KeyError(unknown[0])

    def sections(part: Part) -> list[Section]:
        return [section for section in difference.sections if section.part == part]

    return Body(
        recitals=tuple(_texts(sections("konsiderans")[0].lines, back)),
        bases=tuple(_texts(sections("dasar")[0].lines, back)),
        pasal=tuple(_pasal(section, back) for section in _ordered(sections("pasal"), back)),
        annexes=tuple(_annex(section, back) for section in _ordered(sections("lampiran"), back)),
    )


def _ordered(sections: Sequence[Section], back: frozenset[str]) -> list[Section]:
    """The sections that stay; those put back stand behind what they stood behind before."""
    returning = [section for section in sections if _returns(section, back)]
    keys = {section.key for section in returning}
    order = [section for section in sections if section.key not in keys and _stays(section, back)]
    for section in sorted(returning, key=lambda row: row.old_number or 0):
        own = section.old_number or 0
        before = [
            (row.old_number, place) for place, row in enumerate(order) if 0 < (row.old_number or 0) < own
        ]
        order.insert(max(before)[1] + 1 if before else 0, section)
    return order


def _returns(section: Section, back: frozenset[str]) -> bool:
    """Whether a section goes back to its old place."""
    gone = section.new_number is None
    return (section.key if gone else f"{section.key}/letak") in back


def _stays(section: Section, back: frozenset[str]) -> bool:
    """Whether a section of the new wording stays in it."""
    came = section.old_number is None
    return section.new_number is not None and not (came and section.key in back)


def _chosen(line: Line, back: frozenset[str]) -> Cells | None:
    """The wording of a line that stays; None when there is none."""
    return line.old if line.key in back else line.new


def _within(section: Section, back: frozenset[str]) -> frozenset[str]:
    """The keys that count inside a section: of one that is put back whole, all its lines go back."""
    return frozenset(_all_keys(section.lines)) if section.new_number is None else back


def _all_keys(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield line.key
        yield from _all_keys(line.below)


def _texts(lines: Iterable[Line], back: frozenset[str]) -> Iterator[str]:
    yield from (cells[0] for line in lines if (cells := _chosen(line, back)) is not None)


def _pasal(section: Section, back: frozenset[str]) -> Pasal:
    inside = _within(section, back)
    title, *rows = section.lines
    return Pasal(section.clause, _title(title, inside), tuple(_ayat(rows, inside)))


def _title(line: Line, back: frozenset[str]) -> str:
    return (_chosen(line, back) or ("",))[0]


def _ayat(lines: Iterable[Line], back: frozenset[str]) -> Iterator[Ayat]:
    for line in lines:
        cells = _chosen(line, back)
        if cells is not None:
            # The huruf of an ayat that is put back come with it.
            inside = back | set(_all_keys(line.below)) if line.new is None else back
            yield Ayat(cells[0], tuple(_texts(line.below, inside)))


def _annex(section: Section, back: frozenset[str]) -> Annex:
    inside = _within(section, back)
    title, *rows = section.lines
    texts = tuple(_texts((row for row in rows if row.level == "paragraf"), inside))
    table = (_chosen(row, inside) for row in rows if row.level == "baris")
    return Annex(_title(title, inside), texts, tuple(cells for cells in table if cells is not None))
