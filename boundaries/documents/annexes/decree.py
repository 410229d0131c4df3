"""The draft of a segment's ministerial regulation; our own words, for the drafters to work on."""

from collections.abc import Sequence
from dataclasses import dataclass

from boundaries.documents.annexes.facts import SegmentFacts
from boundaries.documents.annexes.lists import coordinate_rows, description, opening, reference_words
from boundaries.documents.annexes.settlement import UNVERIFIED
from boundaries.geo.courses import BLANK, listed

MISSING = "[belum tercatat: {}]"
_KINDS = {
    "PBU": "Pilar Batas Utama yang selanjutnya disingkat PBU adalah pilar yang dipasang tepat pada garis batas",
    "PABU": "Pilar Acuan Batas Utama yang selanjutnya disingkat PABU adalah pilar yang dipasang di sisi batas alam atau "
            "batas buatan sebagai pengikat garis batas",
    "PBA": "Pilar Batas Antara yang selanjutnya disingkat PBA adalah pilar yang dipasang tepat pada garis batas di antara "
           "PBU atau PABU",
    "PABA": "Pilar Acuan Batas Antara yang selanjutnya disingkat PABA adalah pilar yang dipasang di sisi garis batas di "
            "antara PBU atau PABU",
    "TK": "Titik Kartometrik yang selanjutnya disingkat TK adalah titik koordinat yang diukur pada peta dasar tanpa pilar",
}  # fmt: skip


@dataclass(frozen=True)
class Clause:
    """One Pasal: its paragraphs; list items stand between the first and a closing one."""

    number: int
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()
    style: str = "letter"


@dataclass(frozen=True)
class Decree:
    """The whole draft, every word decided."""

    title: str
    about: str
    considering: tuple[str, ...]
    bases: tuple[str, ...]
    clauses: tuple[Clause, ...]
    coordinates: tuple[tuple[str, ...], ...]
    reference: str
    map_words: str


@dataclass(frozen=True)
class Basis:
    """A citation written out, and whether its text has been read."""

    words: str
    verified: bool


def decree_of(facts: SegmentFacts, bases: Sequence[Basis], maps: str = "") -> Decree:
    """The draft for a segment; what the register does not say stands in square brackets."""
    first, second = (side.name for side in facts.sides)
    provinces = listed(list(facts.provinces))
    about = f"Batas Daerah {first} dengan {second} {provinces}".strip()
    return Decree(
        title="Rancangan Peraturan Menteri Dalam Negeri",
        about=about,
        considering=_considering(facts, about),
        bases=tuple(base.words if base.verified else f"{base.words} {UNVERIFIED}" for base in bases),
        clauses=(_definitions(facts), _course(facts), _annexed(facts), *_closing()),
        coordinates=coordinate_rows(facts),
        reference=reference_words(facts),
        map_words=maps or BLANK.format("skala dan jumlah lembar peta batas daerah"),
    )


def _considering(facts: SegmentFacts, about: str) -> tuple[str, ...]:
    first, second = (side.name for side in facts.sides)
    helper = listed([f"Pemerintah {name}" for name in facts.provinces]) or MISSING.format(
        "provinsi yang memfasilitasi"
    )
    line = f"batas daerah {first} dengan {second}"
    agreed = (
        f"telah disepakati oleh Pemerintah {first} dan Pemerintah {second} sebagaimana tertuang dalam {facts.agreed_paper}"
        if facts.agreed_paper
        else MISSING.format(f"kesepakatan Pemerintah {first} dan Pemerintah {second}")
    )
    centre = (
        "serta disetujui oleh Tim Penegasan Batas Daerah Pusat"
        if facts.approved_by_centre
        else MISSING.format("persetujuan Tim Penegasan Batas Daerah Pusat")
    )
    settled = f"bahwa {line} {agreed}, difasilitasi oleh {helper}, {centre}"
    if facts.settlement:
        settled = f"bahwa perselisihan {line} telah difasilitasi oleh {helper}, {facts.settlement}"
    return (
        (
            f"bahwa untuk kepastian wilayah administrasi dan tertib penyelenggaraan pemerintahan di {first} dan {second}, batas "
            "daerah kedua wilayah perlu ditegaskan dengan titik koordinat dan digambarkan pada peta"
        ),
        settled,
        (
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Peraturan Menteri "
            f"Dalam Negeri tentang {about}"
        ),
    )


def _definitions(facts: SegmentFacts) -> Clause:
    first, second = (side.name for side in facts.sides)
    kinds = dict.fromkeys(spot.kind for spot in facts.spots)
    names = {spot.kind: spot.kind_name or spot.kind for spot in facts.spots}
    items = [
        *(f"{name} adalah daerah otonom sebagaimana dimaksud dalam undang-undang pembentukannya"
          for name in (*facts.provinces, first, second)),
        ("Batas Daerah adalah pembatas wilayah administrasi antardaerah berupa rangkaian titik koordinat yang dapat mengikuti "
        "tanda alam seperti igir, garis pemisah air, dan median sungai, dan/atau unsur buatan di lapangan, yang dituangkan "
        "dalam bentuk peta"),
        *(_KINDS.get(kind) or f"{names[kind]} yang selanjutnya disingkat {kind} adalah {BLANK.format('pengertian ' + kind)}"
          for kind in kinds),
    ]  # fmt: skip
    return Clause(
        1,
        ("Dalam Peraturan Menteri ini yang dimaksud dengan:",),
        tuple(f"{item}." for item in items),
        "number",
    )


def _course(facts: SegmentFacts) -> Clause:
    return Clause(2, (opening(facts),), description(facts))


def _annexed(facts: SegmentFacts) -> Clause:
    del facts
    return Clause(
        3,
        (
            "(1) Koordinat titik batas sebagaimana dimaksud dalam Pasal 2 tercantum dalam Lampiran I.",
            "(2) Peta batas daerah sebagaimana dimaksud dalam Pasal 2 tercantum dalam Lampiran II.",
            "(3) Lampiran I dan Lampiran II merupakan bagian yang tidak terpisahkan dari Peraturan Menteri ini.",
        ),
        style="verse",
    )


def _closing() -> tuple[Clause, ...]:
    return (
        Clause(4, (("Penegasan batas daerah sebagaimana dimaksud dalam Pasal 2 tidak menghapus hak atas tanah, kepemilikan "
                   "aset, hak ulayat, dan hak adat masyarakat."),)),
        Clause(5, ("Peraturan Menteri ini mulai berlaku pada tanggal diundangkan.",
                   ("Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Menteri ini dengan penempatannya "
                   "dalam Berita Negara Republik Indonesia."))),
    )  # fmt: skip
