"""From body and facts to a sheet: the wording and order of the Lampiran of PM 22/2020."""

from dataclasses import dataclass, field

from agreements.documents.annexes import printed_annexes
from agreements.documents.opening import emblems_of, komparisi_of, numbers_of, opening_of, title_of
from agreements.documents.sheet import (
    Item,
    NaskahSheet,
    PageSetup,
    PrintedAyat,
    PrintedPasal,
    Signature,
    Wording,
)
from agreements.naskah.facts import NaskahFacts, party_label, values_of
from agreements.naskah.library import Frame
from agreements.naskah.names import strip_titles
from agreements.naskah.numbering import Numbering, letter
from agreements.naskah.placeholders import DOTS, fill
from agreements.naskah.plain import clean
from agreements.naskah.rules import PrintRule
from agreements.naskah.structure import Ayat, Body, Pasal


@dataclass(frozen=True)
class Words:
    """Texts of one body with references and tokens in words; a value is never read as text of the law."""

    body: Body
    facts: NaskahFacts
    numbering: Numbering = field(init=False)
    values: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Number the body and gather the values once."""
        object.__setattr__(self, "numbering", Numbering(self.body))
        object.__setattr__(
            self, "values", {code: clean(text) for code, text in values_of(self.facts).items()}
        )

    def __call__(self, text: str, within: str = "") -> str:
        """One text as it is printed."""
        return fill(self.numbering.resolve(clean(text), within=within), self.values)


def compose(
    *,
    body: Body,
    facts: NaskahFacts,
    rule: PrintRule,
    frame: Frame,
    draft: bool = True,
    version_note: str = "",
    page: PageSetup | None = None,
    state_emblem: str = "",
) -> NaskahSheet:
    """The sheet of one version; drafts carry the watermark until the text is final."""
    words = Words(body, facts)
    return NaskahSheet(
        document_title=f"{rule.title} tentang {facts.title}",
        emblems=emblems_of(rule.emblems, facts, state_emblem),
        title=title_of(rule.title, facts),
        numbers=numbers_of(facts),
        opening=opening_of(facts),
        komparisi=tuple(komparisi_of(number, party) for number, party in enumerate(facts.parties, start=1)),
        wording=_wording(words, frame),
        recitals=_listed(words, body.recitals),
        bases=_listed(words, body.bases),
        pasal=tuple(_pasal(words, number, pasal) for number, pasal in enumerate(body.pasal, start=1)),
        signatures=signature_rows(facts),
        annexes=printed_annexes(body.annexes, words),
        draft=draft,
        version_note=clean(version_note),
        page=page or PageSetup(),
    )


def _wording(words: Words, frame: Frame) -> Wording:
    closing = tuple(words(text) for text in frame.closing)
    return Wording(words(frame.definition), words(frame.bases_intro), words(frame.agreement), closing)


def _listed(words: Words, texts: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(f"{number}.", words(text)) for number, text in enumerate(texts, start=1))


def _pasal(words: Words, number: int, pasal: Pasal) -> PrintedPasal:
    many = len(pasal.ayat) > 1
    ayat = tuple(
        _ayat(words, pasal, row, f"({index})" if many else "") for index, row in enumerate(pasal.ayat, 1)
    )
    return PrintedPasal(f"Pasal {number}", words(pasal.title).upper(), ayat)


def _ayat(words: Words, pasal: Pasal, row: Ayat, mark: str) -> PrintedAyat:
    huruf = tuple(
        Item(f"{letter(index)}.", words(text, pasal.clause)) for index, text in enumerate(row.huruf)
    )
    return PrintedAyat(mark, words(row.text, pasal.clause), huruf)


def signature_rows(facts: NaskahFacts) -> tuple[tuple[Signature, ...], ...]:
    """Rows of two: PIHAK KEDUA left and PIHAK KESATU right; a last odd party stands alone in the middle."""
    boxes = [
        Signature(party_label(number), clean(party.full_position) or DOTS * 4, _signer(party.signer))
        for number, party in enumerate(facts.parties, start=1)
    ]
    return tuple(tuple(reversed(boxes[start : start + 2])) for start in range(0, len(boxes), 2))


def _signer(name: str) -> str:
    return strip_titles(clean(name)).upper() or DOTS * 5
