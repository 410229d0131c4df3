"""The draft of the Keputusan Kepala Daerah that fixes the yearly KSDPK list (Pasal 25 ayat (2) Permendagri 22/2020)."""

from collections.abc import Sequence
from dataclasses import replace

from agreements.documents.letters import (
    Block,
    Facts,
    Heading,
    Letter,
    Numbered,
    Signer,
    Table,
    Text,
    letterhead_of,
)
from agreements.documents.letters.sheet import BLANK
from ksd.mapping.choices import RowVerdict
from ksd.mapping.documents.outputs.lines import NOTHING, Line, by_urusan
from ksd.mapping.models import Period
from regions.models import Region

HEAD = (
    "No.", "Pokok", "Program dan kegiatan", "Perangkat daerah", "Calon pihak ketiga", "Tahun", "Jangka waktu", "Prioritas",
)  # fmt: skip
SHORT = "…………"
WIDTHS = (5, 18, 18, 15, 14, 9, 10, 11)
LAWS = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah",
    "Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020 tentang Tata Cara Kerja Sama Daerah dengan Daerah Lain dan Kerja Sama Daerah dengan Pihak Ketiga",
)  # fmt: skip


def third_party_lines(lines: Sequence[Line]) -> list[Line]:
    """The rows of the list: only those found to be KSDPK."""
    return [line for line in lines if line.verdict == RowVerdict.KSDPK]


def decree_letter(period: Period, region: Region, lines: Sequence[Line], signer: Signer) -> Letter:
    """The draft with its annex; number and day are filled in when it is signed."""
    rows = third_party_lines(lines)
    matter = f"Daftar Kerja Sama Daerah dengan Pihak Ketiga Tahun {period.year}"
    return Letter(
        head=letterhead_of(region),
        form="keputusan",
        decided_by=f"{region.head_title} {region.name}",
        subject=matter,
        blocks=(*_grounds(period, region), Heading("MEMUTUSKAN"), Facts(_decided(period, matter))),
        signers=(replace(signer, above=f"Ditetapkan di {SHORT}, tanggal {SHORT}"),),
        annexed=(
            Heading(f"Lampiran Keputusan {region.head_title} {region.name}"),
            Facts((("Nomor", BLANK), ("Tanggal", BLANK), ("Tentang", matter))),
            *_tables(rows),
        ),
        note="Rancangan; periksa bersama bagian hukum sebelum ditetapkan.",
    )  # fmt: skip


def _grounds(period: Period, region: Region) -> tuple[Block, ...]:
    considered = (
        ("bahwa Daerah melakukan pemetaan urusan pemerintahan sesuai dengan potensi, karakteristik, dan kebutuhan Daerah "
        "untuk memprakarsai kerja sama dengan pihak ketiga;"),
        (f"bahwa hasil pemetaan {region.full_name} untuk tahun {period.year} perlu ditetapkan dalam daftar kerja sama "
        "sesuai dengan Pasal 25 ayat (2) Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020;"),
        (f"bahwa berdasarkan pertimbangan huruf a dan huruf b, perlu menetapkan Keputusan {region.head_title} tentang "
        f"Daftar Kerja Sama Daerah dengan Pihak Ketiga Tahun {period.year};"),
    )  # fmt: skip
    laws = tuple(f"{law};" for law in LAWS)
    return (Heading("Menimbang"), Numbered(considered, "letter"), Heading("Mengingat"), Numbered(laws))


def _decided(period: Period, matter: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Menetapkan", f"Keputusan tentang {matter}."),
        ("KESATU", f"{matter} tercantum dalam Lampiran yang tidak terpisahkan dari Keputusan ini."),
        (
            "KEDUA",
            "Perangkat daerah yang tercantum dalam daftar menyiapkan kerja sama sesuai dengan bidang tugasnya.",
        ),
        ("KETIGA", f"Keputusan ini mulai berlaku pada tanggal ditetapkan untuk tahun {period.year}."),
    )


def _tables(lines: Sequence[Line]) -> list[Text | Table]:
    if not lines:
        return [Text("Belum ada baris yang dinyatakan sebagai KSDPK; lakukan uji baris dahulu.")]
    return [
        Table(
            HEAD, tuple(_row(number, line) for number, line in enumerate(group, 1)), WIDTHS, f"Urusan {name}"
        )
        for name, group in by_urusan(lines)
    ]


def _row(number: int, line: Line) -> tuple[str, ...]:
    works = "; ".join(part for part in (line.program, line.activity) if part)
    cells = (line.title, works, line.office, line.third_party, str(line.start_year), line.term, line.priority)
    return (str(number), *(cell or NOTHING for cell in cells))
