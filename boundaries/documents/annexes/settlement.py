"""How a boundary the two regions quarrelled about came to be settled, for the opening of the draft regulation.

A dispute decided above them is no agreement: the draft must not say that the two regions agreed.
"""

from datetime import date

from boundaries.choices import DISPUTE, ChangeAct, PaperKind, Stage
from boundaries.models import Segment
from ksd.core.words import long_date

NOT_RECORDED = "[belum tercatat: {}]"
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


def paper_words(title: str, number: str, on: date | None) -> str:
    """A document as the draft names it: title, number and date as far as they are known."""
    return f"{title}{f' Nomor {number}' if number else ''}{f' tanggal {long_date(on)}' if on else ''}"
