"""How the two regions came to agree, or their quarrel to be settled, for the opening of the draft regulation.

A dispute decided above them is no agreement: the draft must not say that the two regions agreed.
"""

from datetime import date

from boundaries.choices import DISPUTE, ChangeAct, MinutesState, PaperKind, Stage
from boundaries.law import forms
from boundaries.models import Segment
from ksd.core.words import long_date

NOT_RECORDED = "[belum tercatat: {}]"
UNVERIFIED = "[belum diverifikasi]"
AGREED_WHERE = NOT_RECORDED.format("berita acara kesepakatan")
_MINISTER = {Stage.DISERAHKAN_KE_MENTERI, Stage.GARIS_KAJIAN}


def settlement_of(segment: Segment) -> str:
    """The end of a dispute in words of the draft; empty where there was none, or where it ended in an agreement."""
    stages = _dispute(segment)
    if not stages:
        return ""
    if not _MINISTER & set(stages):
        decree = _paper(segment, PaperKind.KEPUTUSAN_GUBERNUR) or NOT_RECORDED.format("keputusan gubernur")
        return f"diselesaikan dengan {decree}"
    letter = _paper(segment, PaperKind.SURAT_KE_MENTERI) or NOT_RECORDED.format("surat penyerahan")
    end = (
        "diselesaikan menurut garis kajian Kementerian Dalam Negeri"
        if Stage.GARIS_KAJIAN in stages
        else NOT_RECORDED.format("penyelesaian oleh Menteri Dalam Negeri")
    )
    return f"diserahkan kepada Menteri Dalam Negeri dengan {letter}, dan {end}"


def _dispute(segment: Segment) -> list[str]:
    """The stages of the dispute that still counts: since the record was last put right, and not followed by an agreement."""
    found: list[str] = []
    for act, stage in segment.changes.order_by("at", "pk").values_list("act", "to_stage"):
        if act == ChangeAct.RALAT or stage == Stage.PETA_DISEPAKATI:
            found = []
        if stage in DISPUTE:
            found.append(stage)
    return found


def _paper(segment: Segment, kind: str) -> str:
    """The newest document of a kind, as the draft names it."""
    row = segment.papers.standing().filter(kind=kind).order_by("-on", "-pk").first()
    return paper_words(row.title, row.number, row.on) if row else ""


def agreement_of(segment: Segment) -> str:
    """On which minutes the agreement of the two regions rests, or that they are not on record.

    Minutes that only prepare documents or trace the line agree on nothing yet. Of a document somebody named himself
    nobody knows which kind of minutes it is: the draft says so.
    """
    agreeing = [rule.code for rule in forms() if rule.stage == Stage.PETA_DISEPAKATI]
    signed = segment.minutes.filter(form__in=agreeing, signed_on__isnull=False)
    newest = signed.exclude(state=MinutesState.DIBATALKAN).order_by("-signed_on", "-pk").first()
    if newest is not None:
        return f"{newest.rule.title} Nomor {newest.number} tanggal {long_date(newest.on)}"
    reached = segment.changes.filter(to_stage=Stage.PETA_DISEPAKATI, paper__dropped_at=None)
    change = reached.exclude(paper=None).select_related("paper").order_by("-on", "-pk").first()
    if change is not None and change.paper is not None:
        return paper_words(change.paper.title, change.paper.number, change.paper.on)
    own = segment.minutes.exclude(paper=None).values("paper")
    papers = segment.papers.standing().filter(kind=PaperKind.BERITA_ACARA).exclude(pk__in=own)
    row = papers.order_by("-on", "-pk").first()
    return f"{paper_words(row.title, row.number, row.on)} {UNVERIFIED}" if row else AGREED_WHERE


def paper_words(title: str, number: str, on: date | None) -> str:
    """A document as the draft names it: title, number and date as far as they are known."""
    return f"{title}{f' Nomor {number}' if number else ''}{f' tanggal {long_date(on)}' if on else ''}"
