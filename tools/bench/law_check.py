"""The law check of a file: reading and checking 120 pages against 60."""

from time import process_time

from agreements.law.loading import latest
from agreements.law.schema import NaskahKind
from agreements.naskah.checks import findings_of_reading
from agreements.naskah.checks.specimens import slots, text_of
from agreements.naskah.reading import Paragraph, paragraphs_of_text, read
from tools.bench import Figure

PAGES = 60
WORDS_OF_A_PAGE = 420
ROUNDS = 9
BOUND = 2.2
KIND = "ksdd.pks"
# An ayat that gives every kind of rule something to look at.
AYAT = (
    "Perangkat daerah sebagaimana dimaksud dalam Pasal 4 ayat (1) menyampaikan laporan kepada PARA PIHAK paling lambat "
    "14 (empat belas) hari kalender sesudah tanggal 2 Maret 2026 menurut Peraturan Pemerintah Nomor 28 Tahun 2018 tentang "
    "Kerja Sama Daerah, dengan biaya Rp10.000.000,00 (sepuluh juta rupiah), dan meliputi:"
)
HURUF = (
    "pelayanan kepada masyarakat;",
    "pemeliharaan sarana bersama; dan",
    "pertukaran data serta informasi.",
)
AYAT_IN_PASAL = 30


def measure() -> list[Figure]:
    """How much dearer twice the pages are."""
    rule = latest("ksdd").naskah_kind("pks")
    few, many = _pages(PAGES), _pages(2 * PAGES)
    _seconds(few, rule)
    # Side by side, so that a busy machine weighs on both.
    rounds = [(_seconds(few, rule), _seconds(many, rule)) for _round in range(ROUNDS)]
    half, whole = (min(times) for times in zip(*rounds, strict=True))
    note = f"{half * 1000:.0f} ms untuk {PAGES} halaman, {whole * 1000:.0f} ms untuk {2 * PAGES}"
    return [Figure("law_check", whole / half, BOUND, note)]


def _seconds(rows: tuple[Paragraph, ...], rule: NaskahKind) -> float:
    start = process_time()
    findings_of_reading(read(rows, rule), rule, {"Permendagri 20/2020": "Permendagri 22/2020"})
    return process_time() - start


def _pages(pages: int) -> tuple[Paragraph, ...]:
    """A PKS of so many pages: the specimen with more and more Pasal."""
    wanted = pages * WORDS_OF_A_PAGE
    of_one = AYAT_IN_PASAL * len(f"{AYAT} {' '.join(HURUF)}".split())
    rows = [slots(KIND)["pengakhiran"]]
    rows += [_pasal(number) for number in range(wanted // of_one)]
    return paragraphs_of_text(text_of(KIND, pengakhiran="\n".join(rows)))


def _pasal(number: int) -> str:
    lines = ["Pasal #", f"KETENTUAN TAMBAHAN BAGIAN {number + 1}"]
    for ayat in range(1, AYAT_IN_PASAL + 1):
        lines.append(f"({ayat}) {AYAT}")
        lines += [f"{mark}. {words}" for mark, words in zip("abc", HURUF, strict=True)]
    return "\n".join(lines)
