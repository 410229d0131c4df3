"""The table of status of one text, as it is printed: parties, numbers, days, signers, copies and fingerprints (F39)."""

from agreements.documents.letters import Block, Facts, Letter, Numbered, Table, Text, letterhead_of
from agreements.models import Copy, Naskah, NaskahParty
from ksd.core import clock
from ksd.core.words import long_date

HEAD = ("Pihak", "Nomor", "Penanda tangan dan kewenangan", "Tanda tangan", "Sidik salinan (SHA-256)")
COPIES = ("Eksemplar", "Pihak", "Keadaan", "Pemegang", "Tempat simpan", "Diterima")
NONE = "–"


def status_table(naskah: Naskah) -> Letter:
    """Who signed under which number and authority, and where every copy is, as the register stands today."""
    region = naskah.case.initiator.region
    if region is None:
        raise ValueError("a case is run by a region")
    rows = naskah.signatures.select_related("party__region", "party__partner", "office", "signed_copy")
    blocks: list[Block] = [
        Facts(_facts(naskah)),
        Table(HEAD, tuple(_party(row) for row in rows), (20, 16, 26, 14, 24), "Para pihak"),
    ]
    copies = list(naskah.copies.select_related("party__region", "party__partner"))
    if copies:
        widths = (14, 20, 13, 25, 14, 14)
        blocks.append(Table(COPIES, tuple(_copy(copy) for copy in copies), widths, "Eksemplar"))
    else:
        blocks.append(Text("Register eksemplar belum dibuka."))
    blocks.append(Numbered((
        "Tabel ini dicetak dari register kerja sama dan menunjukkan keadaan pada tanggal cetak.",
        "Sidik SHA-256 adalah sidik berkas pindaian yang disimpan; berkas yang berubah mempunyai sidik lain.",
    )))  # fmt: skip
    return Letter(
        head=letterhead_of(region),
        subject=f"Tabel Status {naskah.rule.label}",
        blocks=tuple(blocks),
        form="daftar",
        dated=long_date(clock.today()),
        note=f"Dicetak {long_date(clock.today())} dari register; bukan pengganti naskah asli.",
        landscape=True,
    )


def _facts(naskah: Naskah) -> tuple[tuple[str, str], ...]:
    version = naskah.agreed_version
    ends = (
        f"{long_date(naskah.starts_on)} sampai {long_date(naskah.ends_on)}"
        if naskah.starts_on and naskah.ends_on
        else NONE
    )
    return (
        ("Tentang", naskah.title),
        ("Keadaan", str(naskah.get_state_display())),
        ("Ditandatangani lengkap", long_date(naskah.signed_on) if naskah.signed_on else "belum"),
        ("Berlaku", ends),
        ("Naskah asli", f"{naskah.originals} rangkap"),
        ("Sidik isi yang disepakati", version.sha256 if version else "belum disepakati"),
    )


def _party(row: NaskahParty) -> tuple[str, ...]:
    ground = str(row.get_authority_display())
    if row.kuasa_number:
        dated = f" tanggal {long_date(row.kuasa_date)}" if row.kuasa_date else ""
        ground = f"{ground} Nomor {row.kuasa_number}{dated}"
    signer = f"{row.signer_name}, {row.signer_title}; {ground}" if row.signer_name else "belum ditetapkan"
    signed = long_date(row.signed_on) if row.signed_on else "belum"
    return (
        row.party.name, row.number or NONE, signer, signed,
        row.signed_copy.sha256 if row.signed_copy else NONE,
    )  # fmt: skip


def _copy(copy: Copy) -> tuple[str, ...]:
    received = long_date(copy.received_on) if copy.received_on else NONE
    return (
        str(copy), copy.party.short_name, str(copy.get_state_display()), copy.holder, copy.shelf or NONE, received,
    )  # fmt: skip
