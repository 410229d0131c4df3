"""What the machine knows about a naskah: its parties, dates and object; the values behind the tokens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from agreements.naskah.names import strip_titles
from ksd.core.words import long_date, ordinal_party, terbilang


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """One party in the order of the naskah; an empty text means not known yet and prints as dots.

    `authority` decides the wording of the komparisi: "kepala" (a head of region in person, `appointment`
    only for an acting one), "kuasa" (an official by Surat Kuasa Khusus of `kuasa_giver`), "badan" (the head of
    a third party by its Anggaran Dasar `deed` and `ratification`), "organisasi" (the same without ratification),
    "mandat" (an official of the state by `mandate`), "pribadi" (a person alone) or "luar_negeri" (the head of a
    partner abroad, who acts by the law of `country`).
    """

    name: str
    area: str = ""
    signer: str = ""
    position: str = ""
    address: str = ""
    unit: str = ""
    phone: str = ""
    email: str = ""
    number: str = ""
    authority: str = "kepala"
    appointment: str = ""
    kuasa_number: str = ""
    kuasa_date: date | None = None
    kuasa_giver: str = ""
    deed: str = ""
    ratification: str = ""
    country: str = ""
    mandate: str = ""
    initiator: bool = False
    third_party: bool = False
    emblem: str = ""

    @property
    def full_position(self) -> str:
        """Position with the name of a third party (Direktur Utama PT Contoh), unless it names the place already."""
        if (
            not self.third_party
            or not self.position
            or self.name.removeprefix("Pemerintah ") in self.position
        ):
            return self.position
        return f"{self.position} {self.name}"


@dataclass(frozen=True, slots=True)
class ParentFacts:
    """The Kesepakatan Bersama a PKS rests on, or the text an addendum changes."""

    name: str = ""
    title: str = ""
    numbers: tuple[str, ...] = ()
    signed_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class NaskahFacts:
    """Everything that fills a naskah beside the text the drafters write.

    `planned_end` is the last day when the text were signed today; with `place_asked` it may not go without a place.
    An `electronic` text names the day of its last electronic signature instead of leaving a line for the pen.
    """

    title: str
    parties: tuple[PartyFacts, ...]
    name: str = ""
    kind: str = ""
    urusan: tuple[str, ...] = ()
    object: str = ""
    purpose: str = ""
    location: str = ""
    years: int | None = None
    signed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    place: str = ""
    originals: int = 0
    parent: ParentFacts | None = None
    wrong_citations: Mapping[str, str] = field(default_factory=dict)
    planned_end: date | None = None
    place_asked: bool = False
    electronic: bool = False

    @property
    def original_count(self) -> int:
        """Originals to sign: one for each party when nothing else was said (Pasal 10 and 14 PM 22/2020)."""
        return self.originals or len(self.parties)


def count_words(number: int) -> str:
    """A number as contracts write it: 5 (lima)."""
    return f"{number} ({terbilang(number)})"


def join_words(parts: tuple[str, ...], word: str = "dan") -> str:
    """A list in a sentence: a, b, dan c."""
    if len(parts) <= 2:
        return f" {word} ".join(parts)
    return f"{', '.join(parts[:-1])}, {word} {parts[-1]}"


def party_label(number: int) -> str:
    """PIHAK KESATU, PIHAK KEDUA and so on, in the order of the naskah."""
    return f"PIHAK {ordinal_party(number)}"


def values_of(facts: NaskahFacts) -> dict[str, str]:
    """Token values; what is not known is left empty."""
    parent = facts.parent or ParentFacts()
    values = {
        "judul": facts.title,
        "naskah": facts.name,
        "urusan": join_words(facts.urusan),
        "objek": _phrase(facts.object) or facts.title,
        "tujuan": _phrase(facts.purpose),
        "lokasi": _phrase(facts.location),
        "jangka_waktu": f"{count_words(facts.years)} tahun" if facts.years else "",
        "tanggal_mulai": _date(facts.starts_on),
        "tanggal_berakhir": _date(facts.ends_on),
        "tempat": facts.place,
        "sebutan_para_pihak": join_words(tuple(party_label(n) for n in range(1, len(facts.parties) + 1))),
        "nama_para_pihak": join_words(tuple(party.name for party in facts.parties)),
        "jumlah_pihak": count_words(len(facts.parties)),
        "rangkap": count_words(facts.original_count),
        "induk": parent.name,
        "kb.nomor": join_words(tuple(f"Nomor {number}" for number in parent.numbers)),
        "kb.tanggal": _date(parent.signed_on),
        "kb.judul": parent.title,
    }
    for number, party in enumerate(facts.parties, start=1):
        values |= {f"pihak{number}.{code}": value for code, value in _party_values(number, party).items()}
    return {code: " ".join(value.split()) for code, value in values.items()}


def _party_values(number: int, party: PartyFacts) -> dict[str, str]:
    return {
        "sebutan": party_label(number),
        "daerah": party.name,
        "wilayah": party.area or party.name,
        "nama": strip_titles(party.signer),
        "jabatan": party.full_position,
        "unit": party.unit or party.name,
        "alamat": party.address,
        "telepon": party.phone,
        "surel": party.email,
        "nomor": party.number,
        "kuasa.nomor": party.kuasa_number,
        "kuasa.tanggal": _date(party.kuasa_date),
    }


def _phrase(text: str) -> str:
    """An answer of a form as part of a sentence: its own full stop goes."""
    return text.strip().rstrip(" .;,")


def _date(value: date | None) -> str:
    return long_date(value) if value else ""
