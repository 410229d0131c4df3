"""The head of a naskah: emblems and their sides, title block, date in words, komparisi (PM 22/2020 Lampiran)."""

from collections.abc import Callable
from typing import Literal

from agreements.documents.sheet import Emblem, Komparisi
from agreements.naskah.facts import NaskahFacts, PartyFacts, party_label
from agreements.naskah.names import strip_titles
from agreements.naskah.placeholders import DOTS
from agreements.naskah.plain import clean
from ksd.core.words import date_in_words, long_date, roman

SAFE_SOURCES = ("ksd-file:", "ksd-static:", "data:image/png;base64,", "data:image/jpeg;base64,")
BLANK = DOTS * 2
STATE = "Lambang Negara Republik Indonesia"
SIGNED_BY = "kami yang bertanda tangan di bawah ini:"
ELECTRONIC_DAY = "Pada hari, tanggal, bulan, dan tahun yang tercatat pada tanda tangan elektronik terakhir dalam naskah ini"

KOMPARISI = {
    "kepala": "{position}, berkedudukan di {address}, dalam hal ini bertindak untuk dan atas nama {name}",
    "kuasa": (
        "{position}, berkedudukan di {address}, berdasarkan Surat Kuasa Khusus {kuasa_giver} "
        "Nomor {kuasa_number} tanggal {kuasa_date}, dalam hal ini bertindak untuk dan atas nama {name}"
    ),
    "badan": (
        "{position}, berkedudukan di {address}, berdasarkan Anggaran Dasar {deed} yang telah mendapat "
        "pengesahan {ratification}, dalam hal ini bertindak untuk dan atas nama {name}"
    ),
    "organisasi": (
        "{position}, berkedudukan di {address}, berdasarkan Anggaran Dasar {deed}, "
        "dalam hal ini bertindak untuk dan atas nama {name}"
    ),
    "mandat": (
        "{position}, berkedudukan di {address}, berdasarkan {mandate}, "
        "dalam hal ini bertindak untuk dan atas nama {name}"
    ),
    "luar_negeri": (
        "{position}, berkedudukan di {address}, {country}, dalam hal ini bertindak untuk dan atas nama {name}"
    ),
    "arsip": "{position}, dalam hal ini bertindak untuk dan atas nama {name}",
    "pribadi": "{position}, bertempat tinggal di {address}, dalam hal ini bertindak untuk dan atas nama diri sendiri",
}


def emblems_of(layout: str, facts: NaskahFacts, state_emblem: str) -> tuple[Emblem, ...]:
    """The emblems of a layout of the law pack, each with its side."""
    return LAYOUTS[layout](facts, state_emblem)


def _state_center(_facts: NaskahFacts, state_emblem: str) -> tuple[Emblem, ...]:
    return (Emblem("center", STATE, _safe(state_emblem)),)


def _initiator_right(facts: NaskahFacts, _state_emblem: str) -> tuple[Emblem, ...]:
    """Initiator's emblem right, every partner's left (Pasal 43-44 PM 22/2020)."""
    initiator = next((party for party in facts.parties if party.initiator), facts.parties[0])
    partners = [party for party in facts.parties if party is not initiator]
    return (*(_emblem("left", party) for party in partners), _emblem("right", initiator))


def _third_party_left(facts: NaskahFacts, _state_emblem: str) -> tuple[Emblem, ...]:
    third = [_emblem("left", party) for party in facts.parties if party.third_party]
    regions = [_emblem("right", party) for party in facts.parties if not party.third_party]
    return (*third, *regions)


LAYOUTS: dict[str, Callable[[NaskahFacts, str], tuple[Emblem, ...]]] = {
    "state_center": _state_center,
    "initiator_right": _initiator_right,
    "third_party_left": _third_party_left,
}


def _emblem(side: Literal["left", "right"], party: PartyFacts) -> Emblem:
    name = clean(party.name if party.third_party else party.area or party.name)
    return Emblem(side, f"{'Logo' if party.third_party else 'Lambang'} {name}", _safe(party.emblem))


def _safe(source: str) -> str:
    """Only images of our own store; anything else is left out."""
    return source if source.startswith(SAFE_SOURCES) else ""


def title_of(kind_title: str, facts: NaskahFacts) -> tuple[str, ...]:
    """The centred lines from the kind of naskah to its subject."""
    names = [clean(party.name).upper() for party in facts.parties]
    if len(names) > 2:
        names = [f"{name}," for name in names[:-1]] + names[-1:]
    return (
        kind_title,
        "ANTARA",
        *names[:-1],
        "DAN",
        names[-1],
        "TENTANG",
        clean(facts.title).upper() or BLANK,
    )


def numbers_of(facts: NaskahFacts) -> tuple[str, ...]:
    """One NOMOR line for each party, dots until it gave its number."""
    return tuple(f"NOMOR : {clean(party.number) or DOTS * 4}" for party in facts.parties)


def opening_of(facts: NaskahFacts) -> str:
    """ "Pada hari ini" in words with the figures in brackets; dots until the day of signing is known.

    Nothing can be written into a file once it bears an electronic signature: it points to the day of the last one.
    """
    place = clean(facts.place) or BLANK
    if facts.electronic:
        return f"{ELECTRONIC_DAY}, bertempat di {place}, {SIGNED_BY}"
    day, number, month, year, figures = BLANK, BLANK, BLANK, BLANK, "……-……-…………"
    if facts.signed_on:
        day, number, month, year, figures = date_in_words(facts.signed_on)
    return (
        f"Pada hari ini, {day}, tanggal {number}, bulan {month}, tahun {year} ({figures}), bertempat di {place}, "
        f"{SIGNED_BY}"
    )


def komparisi_of(number: int, party: PartyFacts) -> Komparisi:
    """Name without titles, position, seat and authority of one party."""
    wording = KOMPARISI[party.authority]
    text = wording.format(
        position=_or_dots(party.full_position),
        address=_or_dots(party.address),
        name=_or_dots(party.name),
        kuasa_giver=_or_dots(party.kuasa_giver),
        kuasa_number=_or_dots(party.kuasa_number),
        kuasa_date=long_date(party.kuasa_date) if party.kuasa_date else BLANK,
        deed=_or_dots(party.deed),
        ratification=_or_dots(party.ratification),
        country=_or_dots(party.country),
        mandate=_or_dots(party.mandate),
    )
    if party.appointment and party.authority == "kepala":
        text = text.replace(", dalam hal ini", f", berdasarkan {clean(party.appointment)}, dalam hal ini", 1)
    name = strip_titles(clean(party.signer)).upper() or DOTS * 5
    return Komparisi(f"{roman(number)}.", name, f"{text}, selanjutnya disebut {party_label(number)}.")


def _or_dots(value: str) -> str:
    return clean(value) or BLANK
