"""The berita acara of a meeting: its text, what every delegation said of it, and who was there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

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
from ksd.core.words import long_date
from meetings.documents.attendance import attendance_table
from meetings.documents.invitations import day_words, hours_words
from meetings.models import Attendance, Meeting, MeetingSession, Record

CLOSING = "Demikian rumusan ini dibuat untuk dilaksanakan oleh para pihak yang bertanggung jawab."


@dataclass(frozen=True)
class Voice:
    """One line of the table of confirmations."""

    delegation: str
    name: str = ""
    title: str = ""
    at: str = ""
    stance: str = ""
    objection: str = ""


def record_letter(
    meeting: Meeting, record: Record, text: Mapping[str, Any], voices: Iterable[Voice], *, number: str = ""
) -> Letter:
    """The berita acara with its annexes; without a number it prints as a draft."""
    rows = list(voices)
    locked = record.locked_at
    return Letter(
        head=letterhead_of(
            meeting.organiser, meeting.organiser_office.name if meeting.organiser_office else ""
        ),
        form="berita_acara",
        subject=_("Berita acara rumusan %(title)s") % {"title": meeting.title},
        number=number,
        place=meeting.place,
        dated=long_date(timezone.localtime(locked).date()) if locked else "",
        blocks=(*_body(text), *_said(rows, record), *_fingerprint(record)),
        signers=_chair(meeting),
        note="" if number else _("Rancangan; belum dikunci dan belum bernomor."),
        annexed=_present(meeting),
    )


def _chair(meeting: Meeting) -> tuple[Signer, ...]:
    """Who signs as chair, with the own title below that; where no chair is named, a blank for ink."""
    role = _("Pimpinan rapat")
    above = f"{role}," if meeting.chair_title else ""
    return (Signer(meeting.chair_title or role, meeting.chair or BLANK, above=above),)


def _body(text: Mapping[str, Any]) -> list[Block]:
    blocks: list[Block] = [Text(text["opening"])]
    if text["preamble"]:
        blocks.append(Text(text["preamble"]))
    blocks.append(Text(_("Rapat merumuskan hal-hal sebagai berikut:")))
    blocks.append(Numbered(tuple(_point(row) for row in text["points"])))
    duties = [
        (str(row["number"]), each["who"], each["target"] or "–", each["due"] or "–")
        for row in text["points"]
        for each in row["duties"]
    ]
    if duties:
        head = (_("Butir"), _("Penanggung jawab"), _("Sasaran"), _("Batas waktu"))
        blocks.append(Table(head, tuple(duties), (9, 36, 35, 20), _("Penanggung jawab tindak lanjut")))
    blocks.append(Text(text["closing"] or CLOSING))
    return blocks


def _point(row: Mapping[str, Any]) -> str:
    words = f"({row['kind']}) {row['text']}"
    return f"{words} [{'; '.join(row['about'])}]" if row["about"] else words


def _said(voices: list[Voice], record: Record) -> list[Block]:
    """Name, title, time and stance of each delegation, every objection in full, and why silent ones did not wait."""
    if not record.edition:
        unasked = Text(_("Rumusan belum dibacakan; delegasi belum dimintai pernyataan."))
        return [Heading(_("Pernyataan delegasi")), unasked]
    title = _("Pernyataan delegasi atas edisi %(edition)s") % {"edition": record.edition}
    silent = _("Tidak menyatakan sikap") if record.locked_at else _("Belum menyatakan sikap")
    blocks: list[Block] = [Heading(title), _voices(voices, silent)]
    objections = tuple(
        f"{each.delegation} ({each.name}): {each.objection}" for each in voices if each.objection
    )
    if objections:
        blocks += [Text(_("Keberatan yang disampaikan:")), Numbered(objections)]
    if record.shown.get("silence"):
        reason = record.shown["silence"]
        blocks.append(
            Text(_("Rumusan dikunci tanpa menunggu semua delegasi: %(reason)s") % {"reason": reason})
        )
    return blocks


def _voices(voices: list[Voice], silent: str) -> Block:
    if not voices:
        return Text(_("Tidak ada kepala delegasi yang diundang."))
    head = (_("No."), _("Delegasi"), _("Nama dan jabatan"), _("Waktu"), _("Pernyataan"))
    rows = tuple(
        (
            str(place),
            each.delegation,
            ", ".join(part for part in (each.name, each.title) if part) or "–",
            each.at or "–",
            each.stance or silent,
        )
        for place, each in enumerate(voices, 1)
    )
    return Table(head, rows, (6, 28, 32, 16, 18))


def _fingerprint(record: Record) -> list[Block]:
    if not record.shown_at:
        return []
    at = timezone.localtime(record.shown_at)
    rows = (
        (_("Dibacakan"), f"{long_date(at.date())} {at:%H.%M %Z}"),
        (_("Sidik teks (SHA-256)"), record.shown_sha256),
    )
    return [Facts(rows)]


def _present(meeting: Meeting) -> tuple[Block, ...]:
    """The annex: the lists of attendance, session by session, with drawn signatures or room for ink."""
    sessions: dict[MeetingSession, list[Attendance]] = {}
    for row in Attendance.objects.of_meeting(meeting).standing().for_list():
        sessions.setdefault(row.session, []).append(row)
    blocks: list[Block] = []
    for session, rows in sessions.items():
        blocks.append(Heading(_("Lampiran: daftar hadir")))
        if len(sessions) > 1:
            hours = hours_words(session.starts_at, session.ends_at)
            blocks.append(Text(f"{session.title}, {day_words(session.starts_at)}, {hours}"))
        blocks.append(attendance_table(rows))
    return tuple(blocks)
