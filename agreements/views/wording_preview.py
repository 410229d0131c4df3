"""A wording of the library as it will read, filled with the examples of the placeholders."""

from dataclasses import dataclass

from agreements.naskah.assemble import each_party
from agreements.naskah.facts import party_label
from agreements.naskah.numbering import Numbering, letter
from agreements.naskah.placeholders import Placeholder, fill, registry, unknown_tokens
from agreements.naskah.plain import PlainTextError, parse_ayat
from agreements.naskah.structure import Ayat, Body, Pasal

PARTIES = 2
LONGEST = 20_000


@dataclass(frozen=True)
class Preview:
    """The ayat with their marks, what cannot be read, and placeholders nobody knows."""

    rows: list[tuple[str, str, list[tuple[str, str]]]]
    faults: list[str]
    unknown: list[str]


def preview_of(source: str, clause: str) -> Preview:
    """Read typed lines and fill them; faults are said instead where they cannot be read."""
    try:
        ayat = each_party(parse_ayat(source[:LONGEST]), PARTIES)
    except PlainTextError as error:
        return Preview([], [str(fault) for fault in error.faults], [])
    unknown = sorted(
        {token for row in ayat for text in (row.text, *row.huruf) for token in unknown_tokens(text)}
    )
    return Preview(filled(ayat, clause), [], unknown)


def filled(ayat: tuple[Ayat, ...], clause: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Ayat with marks and example data."""
    numbering = Numbering(Body(pasal=(Pasal(clause, "", ayat),)))
    values = {row.code: row.example for row in registry(PARTIES)}
    values |= {f"pihak{number}.sebutan": party_label(number) for number in range(1, PARTIES + 1)}

    def words(text: str) -> str:
        return fill(numbering.resolve(text, within=clause), values)

    many = len(ayat) > 1
    return [
        (
            f"({number})" if many else "",
            words(row.text),
            [(f"{letter(place)}.", words(text)) for place, text in enumerate(row.huruf)],
        )
        for number, row in enumerate(ayat, start=1)
    ]


def placeholder_help() -> list[Placeholder]:
    """Every placeholder of a wording; {pihak.…} stands for each party in turn."""
    each = [row for row in registry(1) if row.code.startswith("pihak1.")]
    general = list(registry(0))
    named = [Placeholder(row.code.replace("pihak1.", "pihak."), row.label.replace(" (pihak 1)", ""),
                         row.help, row.example, row.late) for row in each]  # fmt: skip
    return general + named
