"""The berita acara of a segment as a paper: what was done, what was agreed, and the table that is signed."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from agreements.documents.letters import Block, Facts, Heading, Letter, Numbered, Table, Text, letterhead_of
from boundaries.choices import SignerKind, SignerState
from boundaries.geo.written import unbroken_in
from boundaries.models import BoundaryMinutes, BoundarySigner, Segment
from ksd.core.words import date_in_words, long_date

NO_RIGHTS = "Penegasan batas daerah tidak menghapus hak atas tanah, kepemilikan aset, hak ulayat, dan hak adat masyarakat."
CLOSING = "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
INK = ""


def minutes_letter(
    minutes: BoundaryMinutes, segments: Sequence[Segment], signers: Iterable[BoundarySigner], number: str
) -> Letter:
    """The paper to be signed with ink; without a number it says that it is a draft."""
    rows = list(signers)
    return Letter(
        head=letterhead_of(minutes.keeper),
        form="berita_acara",
        subject=minutes.rule.label,
        number=number,
        place=minutes.place,
        dated=long_date(minutes.on),
        blocks=(
            *_form(minutes),
            Text(_opening(minutes, segments)),
            *_body(minutes),
            Text(NO_RIGHTS),
            Text(CLOSING),
            *_table(_("Yang menandatangani"), [row for row in rows if row.kind == SignerKind.TIM]),
            *_table(_("Turut menandatangani"), [row for row in rows if row.kind != SignerKind.TIM]),
            *_objections(rows),
        ),
        note=_note(minutes, number),
    )


def _form(minutes: BoundaryMinutes) -> list[Block]:
    rule = minutes.rule
    return [Facts((("Bentuk", f"{rule.number}, {rule.article}"),))] if rule.number else []


def _note(minutes: BoundaryMinutes, number: str) -> str:
    parts = (
        "" if number else _("Rancangan; belum bernomor dan belum ditandatangani."),
        _("Ilustrasi; rekaan untuk peragaan.") if minutes.is_example else "",
    )
    return " ".join(part for part in parts if part)


def _opening(minutes: BoundaryMinutes, segments: Sequence[Segment]) -> str:
    """The sentence a berita acara begins with; the office may write its own."""
    if minutes.opening:
        return unbroken_in(minutes.opening)
    day = date_in_words(minutes.on)
    pairs = "; ".join(f"{row.region_a.full_name} dengan {row.region_b.full_name}" for row in segments)
    return (
        f"Pada hari ini {day.day} tanggal {day.date} bulan {day.month} tahun {day.year} ({day.figures}), "
        f"bertempat di {minutes.place}, kami yang bertanda tangan di bawah ini telah melaksanakan "
        f"{minutes.rule.deed} pada segmen batas {pairs}, dengan hasil sebagai berikut:"
    )


def _body(minutes: BoundaryMinutes) -> list[Block]:
    blocks: list[Block] = [Numbered(tuple(unbroken_in(point) for point in minutes.point_list))]
    if minutes.asks_documents:
        blocks.append(
            Text("Kedua daerah diberi kesempatan menyampaikan dokumen tambahan sesudah penandatanganan ini.")
        )
    return blocks


def _table(title: str, signers: list[BoundarySigner]) -> list[Block]:
    if not signers:
        return []
    head = (_("No."), _("Pihak"), _("Nama dan jabatan"), _("Tanda tangan"))
    rows = tuple((str(place), _party(row), _who(row), _mark(row)) for place, row in enumerate(signers, 1))
    return [Table(head, rows, (6, 30, 36, 28), title, tall=True)]


def _party(row: BoundarySigner) -> str:
    return row.party if row.kind == SignerKind.TIM else f"{row.party}, {row.region.full_name}"


def _who(row: BoundarySigner) -> str:
    return ", ".join(part for part in (row.name, row.title) if part) or "……………………"


def _mark(row: BoundarySigner) -> str:
    """What stands in the place of the signature: room for ink, the day it was given, or the refusal."""
    if row.state == SignerState.MENANDATANGANI and row.signed_on:
        return f"ditandatangani {long_date(row.signed_on)}"
    return "menolak menandatangani" if row.state == SignerState.MENOLAK else INK


def _objections(signers: list[BoundarySigner]) -> list[Block]:
    said = tuple(f"{row.name or row.party} ({row.party}): {row.reason}" for row in signers if row.reason)
    return [Heading(_("Lampiran: keberatan yang disampaikan")), Numbered(said)] if said else []
