"""Berita acara pembahasan: what each party said of each Pasal, and what was agreed (F28)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from agreements.documents.letters import Block, Facts, Heading, Letter, Signer, Table, Text, letterhead_of
from agreements.documents.letters.sheet import BLANK
from agreements.documents.redline import in_words
from agreements.models import ClausePosition, Naskah, NaskahVersion, NegotiatedClause
from agreements.naskah.plain import print_ayat
from agreements.naskah.structure import Pasal
from agreements.naskah.wording import pasal_from_json
from ksd.core import clock
from ksd.core.words import date_in_words, long_date
from regions.models import Region

Tell = Callable[[Pasal], Pasal]


@dataclass(frozen=True)
class Discussed:
    """One Pasal for the record: its number, the words spoken on it, and whose turn it is."""

    number: int
    pasal: Pasal
    row: NegotiatedClause
    positions: Sequence[ClausePosition]
    turn: str


def negotiation_minutes(
    naskah: Naskah, version: NaskahVersion, rows: Sequence[Discussed], total: int, region: Region
) -> Letter:
    """The record of the negotiation so far, for the parties to complete and sign."""
    tell = partial(in_words, naskah, version)
    agreed = sum(row.row.is_agreed for row in rows)
    facts = (
        ("Naskah", naskah.rule.label),
        ("Tentang", naskah.title),
        ("Para pihak", "; ".join(party.name for party in naskah.case.acting_parties)),
        ("Versi terakhir", f"{version.number}, sidik teks {version.words_sha256[:16] or '-'}"),
        ("Hasil", _result(naskah, agreed, total, len(rows))),
    )
    blocks: list[Block] = [Text(_opening(naskah, clock.today())), Facts(facts)]
    blocks += [block for row in rows for block in _clause(row, tell)]
    if not rows:
        blocks.append(Text("Belum ada pihak yang menyatakan posisi atas pasal mana pun."))
    blocks.append(
        Text("Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.")
    )
    return Letter(
        head=letterhead_of(region),
        form="berita_acara",
        subject="Berita Acara Pembahasan Naskah",
        blocks=tuple(blocks),
        signers=tuple(Signer(party.name) for party in naskah.case.acting_parties),
        note="Disiapkan dengan aplikasi KSD",
    )


def _result(naskah: Naskah, agreed: int, total: int, spoken: int) -> str:
    if naskah.agreed_version:
        number = naskah.agreed_version.number
        return f"seluruh naskah disetujui semua pihak (versi {number}), {spoken} pasal dibahas tersendiri"
    return f"{agreed} dari {total} pasal disepakati, {spoken} pasal dibahas"


def _opening(naskah: Naskah, today: date) -> str:
    words = date_in_words(today)
    return (
        f"Pada hari ini {words.day}, tanggal {words.date} bulan {words.month} tahun {words.year} ({words.figures}), "
        f"bertempat di {BLANK}, para pihak membahas rancangan {naskah.rule.label} tentang {naskah.title} "
        "dengan hasil sebagai berikut."
    )


def _clause(row: Discussed, tell: Tell) -> Iterator[Block]:
    yield Heading(f"Pasal {row.number} {row.pasal.title}")
    told, before = [], None
    for position in row.positions:
        proposed = tell(pasal_from_json(row.pasal.clause, position.wording)) if position.wording else None
        told.append(_told(position, proposed, before))
        before = proposed or before
    yield Table(("Waktu", "Pihak", "Posisi", "Usul rumusan", "Catatan"), tuple(told), (12, 18, 12, 34, 24))
    if row.row.is_agreed and row.row.agreed_at and row.row.agreed_version:
        day = long_date(row.row.agreed_at.date())
        yield Text(
            f"Hasil: disepakati semua pihak pada {day} (versi {row.row.agreed_version.number}), berbunyi:"
        )
        yield from (Text(line.strip()) for line in print_ayat(tell(row.pasal).ayat).splitlines())
    else:
        yield Text(f"Hasil: masih dibahas; giliran {row.turn or 'semua pihak'}.")


def _told(position: ClausePosition, proposed: Pasal | None, before: Pasal | None) -> tuple[str, ...]:
    wording = _proposal(proposed, before) if proposed else ""
    who = f"{position.party.short_name} ({position.actor_name})"
    return (long_date(position.at.date()), who, str(position.get_stance_display()), wording, position.remark)


def _proposal(proposed: Pasal, before: Pasal | None) -> str:
    """A proposal in full; one that answers another says only what it puts in and takes out."""
    lines, known = _lines(proposed), _lines(before) if before else []
    if not before:
        return f"{proposed.title}: {' '.join(lines[1:])}"
    added, dropped = [row for row in lines if row not in known], [row for row in known if row not in lines]
    words = [f"menjadi: {' '.join(added)}"] if added else []
    words += (
        [f"menggantikan: {' '.join(dropped)}" if added else f"dihapus: {' '.join(dropped)}"]
        if dropped
        else []
    )
    return f"Terhadap usul sebelumnya, {'; '.join(words) or 'urutan ayatnya berubah'}"


def _lines(pasal: Pasal) -> list[str]:
    return [pasal.title, *(line.strip() for line in print_ayat(pasal.ayat).splitlines())]
