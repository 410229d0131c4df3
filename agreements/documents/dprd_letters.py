"""The letters between a region and its DPRD, their words from the law pack, their facts from the rows."""

from collections.abc import Sequence

from agreements.choices import NaskahState
from agreements.documents.drafts.compose import head_signer
from agreements.documents.drafts.council import council_code, council_drafts
from agreements.documents.drafts.schema import Draft
from agreements.documents.drafts.tokens import filled
from agreements.documents.drafts.wording import worded_for
from agreements.documents.letters import Block, Heading, Letter, Numbered, Text, letterhead_of
from agreements.documents.letters.sheet import BLANK
from agreements.law.schema import DprdLetterKind
from agreements.models import Case, DprdLetter, DprdTrack, Naskah
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline
from regions.models import Region


def dprd_letter(track: DprdTrack, kind: DprdLetterKind, annexes: Sequence[str] = ()) -> Letter:
    """One letter of a track, every word decided; what nobody knows yet stays a blank to be filled."""
    region = track.party.region
    if region is None:
        raise ValueError("only a region has a DPRD")
    known, draft = _tokens(track), _worded(track, kind, region)

    def said(text: str) -> str:
        return filled(text, known, BLANK)

    blocks: list[Block] = [Text(said(paragraph)) for paragraph in (*draft.opening, *draft.closing)]
    if kind.annexed and annexes:
        blocks += [Heading("Lampiran"), Numbered(tuple(annexes))]
    return Letter(
        head=letterhead_of(region),
        subject=said(draft.subject),
        blocks=tuple(blocks),
        annexes=f"{len(annexes)} berkas" if kind.annexed and annexes else "",
        nature=said(draft.nature),
        place=region.capital,
        addressee=tuple(said(part) for part in draft.addressee),
        signers=(head_signer(region),),
        copies_to=tuple(said(part) for part in draft.copies),
    )


def _worded(track: DprdTrack, kind: DprdLetterKind, region: Region) -> Draft:
    """The letter in the words of the region, else in those of the pack the case runs under."""
    usual = next(
        row for row in council_drafts(track.pack) if row.code == council_code(track.pack.code, kind.code)
    )
    return worded_for(usual, region).draft


def _tokens(track: DprdTrack) -> dict[str, str]:
    case, region = track.case, track.party.region
    return {
        "judul": case.title,
        "uraian": case.summary or BLANK,
        "lokasi": case.location or BLANK,
        "para_pihak": " dan ".join(party.name for party in case.parties.all()),
        "daerah": track.party.short_name,
        "dprd": track.council,
        "kepala_daerah": region.head_title if region else "",
        "kesepakatan": _umbrella(case),
        "alasan_perlu": _why(track),
        "surat": _sent(track),
        "diterima": long_date(track.submitted_on) if track.submitted_on else BLANK,
        "tenggat": _terms(track),
        "lewat": _silence(track),
    }


def _umbrella(case: Case) -> str:
    """The text the plan stands on: signed with its numbers and day, or still a draft."""
    tops = {rule.code for rule in case.pack.naskah if not rule.parent}
    text = Naskah.objects.filter(case=case, kind__in=tops).exclude(state=NaskahState.CANCELLED).first()
    if text is None:
        return BLANK
    if text.state != NaskahState.SIGNED:
        return f"rancangan {text.rule.label}"
    numbers = " dan ".join(f"Nomor {row.number}" for row in text.signatures.all() if row.number)
    day = f" tanggal {long_date(text.signed_on)}" if text.signed_on else ""
    return f"{text.rule.label} {numbers}{day}"


def _why(track: DprdTrack) -> str:
    """The answers that made the approval needed, as a clause of a sentence."""
    said = [row for row in track.test.get("answers", []) if row["yes"]]
    clauses = [f"{_statement(row['text'])} ({row['reason'].rstrip('.')})" for row in said]
    return " serta ".join(clauses) or "peraturan selalu memintanya"


def _statement(question: str) -> str:
    """A question of the law as a statement: without its question word and mark."""
    return _within(question.removeprefix("Apakah ").rstrip("?"))


def _within(words: str) -> str:
    """Words that began a line, inside a sentence; names such as DPRD keep their capitals."""
    return words[:1].lower() + words[1:]


def _sent(track: DprdTrack) -> str:
    """Number and day of the letter that submitted the plan."""
    letters = DprdLetter.objects.filter(track=track).exclude(number="").order_by("pk")
    first = letters.first()
    if first is None or first.dated is None:
        return f"Nomor {BLANK}"
    return f"Nomor {first.number} tanggal {long_date(first.dated)}"


def _terms(track: DprdTrack) -> str:
    rows = Deadline.objects.of(track).order_by("due_on")
    rules = {term.code: term for term in track.pack.terms}
    told = [
        f"{_within(rules[row.code].label)}: {long_date(row.due_on)} ({rules[row.code].article})"
        for row in rows
        if row.is_open and row.code in rules and rules[row.code].responsible == "dprd"
    ]
    return "; ".join(told) or BLANK


def _silence(track: DprdTrack) -> str:
    """Which clock had passed, as the officer recorded it."""
    deemed = track.events.exclude(reason="").order_by("-pk").first()
    return f"{deemed.reason}." if deemed else BLANK
