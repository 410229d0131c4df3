"""Rules, parties and facts the naskah tests share; every person is marked as an example."""

from dataclasses import dataclass, field, replace
from datetime import date

from agreements.documents.compose import compose
from agreements.documents.sheet import NaskahSheet
from agreements.naskah.assemble import starting_body
from agreements.naskah.facts import NaskahFacts, ParentFacts, PartyFacts
from agreements.naskah.library import library
from agreements.naskah.structure import Annex, Body

KB_CODES = (
    "maksud_tujuan",
    "objek",
    "ruang_lingkup",
    "pelaksanaan",
    "jangka_waktu",
    "surat_menyurat",
    "lain_lain",
)
PKS_CODES = (
    "maksud_tujuan", "objek", "ruang_lingkup", "pelaksanaan", "hak_kewajiban", "pembiayaan", "jangka_waktu",
    "penyelesaian_perselisihan", "keadaan_kahar", "pengakhiran",
)  # fmt: skip


@dataclass(frozen=True)
class Need:
    """A clause of a rule."""

    code: str
    label: str
    article: str
    required: bool = True


@dataclass(frozen=True)
class Rule:
    """A kind of naskah as a law pack describes it."""

    code: str
    label: str
    title: str
    article: str
    emblems: str
    clauses: tuple[Need, ...]
    max_years: int = 0
    max_years_article: str = ""
    family: str = field(default="ksdd")
    signer: str = "kepala_daerah"
    signer_article: str = "Pasal 10 ayat (2) Permendagri 22/2020"
    first_party: str = "initiator"
    parent: str = ""
    amends: tuple[str, ...] = ()
    emblems_article: str = "Pasal 43 ayat (1) Permendagri 22/2020"
    originals_article: str = "Pasal 10 ayat (3) Permendagri 22/2020"


def needs(codes: tuple[str, ...], article: str) -> tuple[Need, ...]:
    return tuple(
        Need(code, code.replace("_", " "), f"{article} angka {number}")
        for number, code in enumerate(codes, start=1)
    )


KB = Rule(
    "kb", "Kesepakatan Bersama", "KESEPAKATAN BERSAMA", "Pasal 40 ayat (1) Permendagri 22/2020", "state_center",
    needs(KB_CODES, "Pasal 40 ayat (1) Permendagri 22/2020"), 5, "Pasal 9 ayat (3) Permendagri 22/2020",
)  # fmt: skip
KB_KSDPK = replace(KB, emblems="third_party_left", first_party="region", family="ksdpk")
PKS = Rule(
    "pks", "Perjanjian Kerja Sama", "PERJANJIAN KERJA SAMA", "Pasal 41 ayat (1) Permendagri 22/2020",
    "initiator_right", needs(PKS_CODES, "Pasal 41 ayat (1) Permendagri 22/2020"), signer="kuasa", parent="kb",
)  # fmt: skip
PKS_KSDPK = replace(
    PKS,
    emblems="third_party_left",
    first_party="region",
    family="ksdpk",
    clauses=(*PKS.clauses, Need("sanksi", "sanksi", "Pasal 366 ayat (2) huruf d UU 23/2014")),
)

KUKAR = PartyFacts(
    name="Pemerintah Kabupaten Kutai Kartanegara",
    area="Kabupaten Kutai Kartanegara",
    signer="Dr. Contoh Wijaya, S.H., M.Si.",
    position="Bupati Kutai Kartanegara",
    address="Jalan Wolter Monginsidi, Tenggarong",
    unit="Bagian Kerja Sama Sekretariat Daerah Kabupaten Kutai Kartanegara",
    phone="(0541) 000001",
    email="kerma@kukar.example",
    number="119/017/KB/BKS/2026",
    initiator=True,
)
KUBAR = PartyFacts(
    name="Pemerintah Kabupaten Kutai Barat",
    area="Kabupaten Kutai Barat",
    signer="Ir. Contoh Lestari, M.T.",
    position="Bupati Kutai Barat",
    address="Kompleks Perkantoran Pemerintah Kabupaten, Sendawar",
    unit="Bagian Pemerintahan Sekretariat Daerah Kabupaten Kutai Barat",
    phone="(0545) 000002",
    email="pemerintahan@kubar.example",
    number="134/09/KB/TAPEM/2026",
)
MAHULU = PartyFacts(
    name="Pemerintah Kabupaten Mahakam Ulu",
    area="Kabupaten Mahakam Ulu",
    signer="Contoh Bulan",
    position="Bupati Mahakam Ulu",
    address="Ujoh Bilang",
    unit="Bagian Pemerintahan Sekretariat Daerah Kabupaten Mahakam Ulu",
    phone="(0545) 000003",
    email="pemerintahan@mahulu.example",
    number="134/04/KB/PEM/2026",
)
COMPANY = PartyFacts(
    name="PT Contoh Sehat Nusantara",
    signer="Contoh Pratama, S.E., M.M.",
    position="Direktur Utama",
    address="Jalan Jenderal Sudirman Nomor 10, Balikpapan",
    unit="Divisi Layanan Publik PT Contoh Sehat Nusantara",
    phone="(0542) 000004",
    email="legal@contoh-sehat.example",
    number="012/CSN/KB/2026",
    authority="badan",
    deed="Akta Nomor 12 tanggal 4 Mei 2015 yang dibuat di hadapan Contoh Notaris di Balikpapan",
    ratification="Keputusan Menteri Hukum dan Hak Asasi Manusia Nomor AHU-0000001.AH.01.01 Tahun 2015",
    third_party=True,
)
FACTS = NaskahFacts(
    title="Pelayanan Kesehatan Rujukan di Wilayah Perbatasan",
    parties=(KUKAR, KUBAR),
    name="Kesepakatan Bersama",
    kind="ksdd_wajib",
    urusan=("kesehatan",),
    object="pelayanan kesehatan rujukan bagi masyarakat di wilayah perbatasan",
    location="Kecamatan Kota Bangun dan Kecamatan Muara Muntai, Kabupaten Kutai Kartanegara, serta Kecamatan Jempang, "
    "Kabupaten Kutai Barat",
    years=5,
    signed_on=date(2026, 11, 21),
    starts_on=date(2026, 11, 21),
    ends_on=date(2031, 11, 20),
    place="Samarinda",
)
PARENT = ParentFacts(
    name="Kesepakatan Bersama",
    title="Penyelenggaraan Urusan Pemerintahan di Wilayah Perbatasan",
    numbers=("119/003/KB/BKS/2026", "134/02/KB/TAPEM/2026"),
    signed_on=date(2026, 3, 2),
    ends_on=date(2031, 3, 1),
)


def by_kuasa(party: PartyFacts, office: str, number: str, signer: str) -> PartyFacts:
    """The party as an official signs for it."""
    return replace(
        party,
        signer=signer,
        position=f"Kepala {office} {party.area}",
        unit=f"{office} {party.area}",
        authority="kuasa",
        kuasa_number=number,
        kuasa_date=date(2026, 11, 3),
        kuasa_giver=party.position,
    )


PKS_FACTS = replace(
    FACTS,
    name="Perjanjian Kerja Sama",
    parties=(
        by_kuasa(KUKAR, "Dinas Kesehatan", "119/SKK/21/2026", "dr. Contoh Melati, M.Kes."),
        by_kuasa(KUBAR, "Dinas Kesehatan", "134/SKK/7/2026", "drg. Contoh Hanafi"),
    ),
    years=3,
    ends_on=date(2029, 11, 20),
    parent=PARENT,
)
ANNEX = Annex(
    title="Rencana Aksi Tahun 2027",
    paragraphs=("Rencana aksi ini disusun untuk melaksanakan {pasal:pelaksanaan:2}.",),
    table=(
        ("No.", "Kegiatan", "Lokasi", "Keluaran", "Triwulan", "Penanggung jawab", "Sumber biaya"),
        *(
            (
                f"{number}", f"Pelayanan rujukan terpadu tahap {number}", "Kecamatan Kota Bangun dan Jempang",
                f"{number * 12} pasien terlayani tanpa pembedaan asal daerah", "I-IV", "PIHAK KESATU dan PIHAK KEDUA",
                "APBD masing-masing PIHAK",
            )
            for number in range(1, 13)
        ),
    ),
)  # fmt: skip


def body_of(rule: Rule, facts: NaskahFacts) -> Body:
    """The starting body of a rule from our own library."""
    texts = library(rule.code, rule.family)
    return starting_body(rule, texts.clauses, facts, texts.frame)


def sheet_of(rule: Rule, facts: NaskahFacts, body: Body | None = None, *, draft: bool = True) -> NaskahSheet:
    """The printed sheet of a body, the starting one unless given."""
    return compose(
        body=body or body_of(rule, facts),
        facts=facts,
        rule=rule,
        frame=library(rule.code, rule.family).frame,
        draft=draft,
        version_note="Draf versi 1" if draft else "",
    )
