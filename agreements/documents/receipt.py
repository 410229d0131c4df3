"""The receipt of an issued paper as it is printed: what it is, its hash, and what happened to it when."""

from django.utils import timezone

from agreements.documents.letters import Block, Facts, Letter, Letterhead, Numbered, Table, letterhead_of
from agreements.models import IssuedEntry, IssuedFile
from ksd.core import clock
from ksd.core.words import long_date

HEAD = ("Waktu", "Tindakan", "Oleh", "Kali")
PUBLIC = "Umum"


def receipt_of(issued: IssuedFile, entries: list[IssuedEntry]) -> Letter:
    """The certificate that stands beside a paper."""
    case = issued.naskah.case if issued.naskah else issued.case
    region = case.initiator.region if case else None
    rows = tuple(_entry(row) for row in entries) or (("–", "Belum ada unduhan atau pemeriksaan", "–", "–"),)
    blocks: list[Block] = [
        Facts(_facts(issued)),
        Table(HEAD, rows, (28, 34, 28, 10), "Perjalanan berkas"),
        Numbered((
            "Sidik SHA-256 dihitung dari seluruh isi berkas; satu bita yang berubah memberi sidik lain.",
            "Pemeriksaan oleh umum dihitung per hari tanpa mencatat siapa yang memeriksa.",
        )),
    ]  # fmt: skip
    return Letter(
        head=letterhead_of(region) if region else Letterhead(government="KERJA SAMA DAERAH"),
        subject="Tanda Terima Berkas Terbitan",
        blocks=tuple(blocks),
        form="daftar",
        dated=long_date(clock.today()),
        note=f"Dicetak {moment(clock.now())}.",
    )


def _facts(issued: IssuedFile) -> tuple[tuple[str, str], ...]:
    version = f"versi {issued.version.number}" if issued.version else "–"
    return (
        ("Jenis", str(issued.get_kind_display())),
        ("Tentang", issued.title),
        ("Isi", version),
        ("Kode", issued.spaced_code),
        ("Alamat pemeriksaan", issued.public_url),
        ("Diterbitkan", moment(issued.issued_at) if issued.issued_at else "–"),
        ("Diminta oleh", issued.asked_by.get_full_name()),
        ("Ukuran", f"{issued.size} bita"),
        ("Sidik SHA-256", issued.sha256),
    )


def _entry(row: IssuedEntry) -> tuple[str, str, str, str]:
    return (moment(row.at), str(row.get_act_display()), row.by_name or PUBLIC, str(row.times))


def moment(value: object) -> str:
    """A moment in the words of the office, with its zone."""
    local = timezone.localtime(value)  # type: ignore[arg-type]  # always a datetime
    return f"{long_date(local.date())} pukul {local:%H.%M.%S} ({local:%Z})"
