"""Which Pasal and lampiran of two wordings are the same one: by name where it is known, then by words, then by place."""

from collections.abc import Hashable, Mapping, Sequence

from agreements.naskah.aligning import align
from agreements.naskah.runs import alike, words_of
from agreements.naskah.structure import Annex, Ayat, Pasal

NAMELESS = ("", ())
# So many paragraphs and rows of a lampiran say whether it is like another one.
ENOUGH = 10

# For a place in the new wording the place in the old one it continues.
Found = dict[int, int]


def same_pasal(old: Sequence[Pasal], new: Sequence[Pasal]) -> Found:
    """For each Pasal of the new wording the one of the old it continues: by clause, else by title, else by words."""
    if [(row.title, row.ayat) for row in old] == [(row.title, row.ayat) for row in new]:
        return {place: place for place in range(len(new))}  # the same words, whatever the codes
    found: Found = {}
    for name in (_clause, _title, _words):
        _find_named(found, [name(row) for row in old], [name(row) for row in new])
    return found


def same_annexes(old: Sequence[Annex], new: Sequence[Annex], known: Mapping[int, int] | None = None) -> Found:
    """For each lampiran of the new wording the one of the old it continues.

    By what is `known` of it (a mark that came back with it), else by equal words, by title, by words alike, and at
    last by its place between two that are found.
    """
    if tuple(old) == tuple(new) and not known:
        return {place: place for place in range(len(new))}
    found: Found = {}
    for at, place in (known or {}).items():
        # A mark copied to a second lampiran names the first alone.
        if at < len(new) and place < len(old) and place not in found.values():
            found[at] = place
    _find_named(found, list(old), list(new))
    _find_named(found, list(map(_title, old)), list(map(_title, new)))
    _find_alike(found, old, new)
    _find_placed(found, len(old), len(new))
    return found


def _find_named(found: Found, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
    """Rows of one name, in their order."""
    free_old = _by_name(old, set(range(len(old))) - set(found.values()))
    for name, places in _by_name(new, set(range(len(new))) - set(found)).items():
        found |= dict(zip(places, free_old.get(name, ()), strict=False))


def _by_name(names: Sequence[Hashable], free: set[int]) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = {}
    for index in sorted(free):
        if names[index] not in NAMELESS:
            places.setdefault(names[index], []).append(index)
    return places


def _find_alike(found: Found, old: Sequence[Annex], new: Sequence[Annex]) -> None:
    """Rows most of whose words are the same, as far as they keep their order."""
    left = [place for place in range(len(old)) if place not in set(found.values())]
    right = [place for place in range(len(new)) if place not in found]
    words_old, words_new = (
        [words_of(_text(rows[at])) for at in places] for rows, places in ((old, left), (new, right))
    )
    for one, other in align(left, [(at,) for at in right], lambda a, b: alike(words_old[a], words_new[b])):
        if one is not None and other is not None:
            found[right[other]] = left[one]


def _find_placed(found: Found, old: int, new: int) -> None:
    """What is still alone on both sides behind the same neighbour is one that was written anew."""
    taken = set(found.values())
    for place in range(new):
        behind = found.get(place - 1, -1) + 1 if place else 0
        if place not in found and (not place or place - 1 in found) and behind < old and behind not in taken:
            found[place] = behind
            taken.add(behind)


def _clause(pasal: Pasal) -> str:
    return pasal.clause


def _title(row: Pasal | Annex) -> str:
    return " ".join(row.title.casefold().split())


def _words(pasal: Pasal) -> tuple[Ayat, ...]:
    return pasal.ayat


def _text(annex: Annex) -> str:
    rows = (" ".join(row) for row in annex.table[:ENOUGH])
    return " ".join((annex.title, *annex.paragraphs[:ENOUGH], *rows))
