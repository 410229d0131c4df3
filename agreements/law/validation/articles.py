"""Every rule says where it stands in the law, or that it is office practice; never both, never neither."""

import re
from collections.abc import Iterator
from typing import Protocol

from agreements.law.schema import LawPack, NaskahKind

PLACE = re.compile(
    r"(?:(?:Penjelasan )?Pasal \d+(?: angka \d+)?(?: ayat \(\d+\))?(?: huruf [a-z])?|Lampiran(?: [A-Z]+)?) (.+)"
)
# The tables of a pack whose rows are rules, found by their code.
TABLES = (
    "kinds",
    "stages",
    "arrows",
    "documents",
    "terms",
    "naskah",
    "end_reasons",
    "requests",
    "dprd_questions",
    "action_plan",
    "reports",
    "signing_checks",
    "dprd_causes",
    "dprd_table",
    "dprd_arrows",
    "dprd_letters",
)


class Rule(Protocol):
    """A row that is law by its article or practice by its mark."""

    @property
    def article(self) -> str:
        """Where it stands in the law."""

    @property
    def internal(self) -> bool:
        """Whether it is office practice."""


def rules(pack: LawPack) -> Iterator[tuple[str, Rule]]:
    """Every rule of the pack with the name of its place."""
    for table in TABLES:
        yield from ((f"{table}[{row.code}]", row) for row in getattr(pack, table))
    yield from ((f"addressees[{number}]", row) for number, row in enumerate(pack.addressees, 1))
    for kind in pack.kinds:
        for part in ("questions", "screening", "configurations", "permits"):
            yield from ((f"kinds[{kind.code}].{part}[{row.code}]", row) for row in getattr(kind, part))
    for paper in pack.documents:
        yield from ((f"documents[{paper.code}].items[{item.code}]", item) for item in paper.items)
    for report in pack.reports:
        for part in ("items", "tiers"):
            yield from ((f"reports[{report.code}].{part}[{row.code}]", row) for row in getattr(report, part))
    for text in pack.naskah:
        yield from ((f"naskah[{text.code}].clauses[{row.code}]", row) for row in text.clauses)
        yield from ((f"naskah[{text.code}].copies[{row.code}]", row) for row in text.copies)


def faults(pack: LawPack) -> Iterator[str]:
    """Rules without an article, articles that cite what the pack does not rest on."""
    known = {basis.citation for basis in pack.bases}
    for where, rule in rules(pack):
        if rule.internal and rule.article:
            yield f"{where}: internal tidak boleh menyebut pasal '{rule.article}'"
        elif not rule.internal:
            yield from _cited(f"{where}.article", rule.article, known)
    yield from _cited("stages_article", pack.stages_article, known)
    for where, article in _further(pack):
        yield from _cited(where, article, known)


def _further(pack: LawPack) -> Iterator[tuple[str, str]]:
    for kind in pack.kinds:
        for row in kind.configurations:
            if row.takeover_by:
                yield f"kinds[{kind.code}].configurations[{row.code}].takeover_article", row.takeover_article
    yield from _of_reports(pack)
    for text in pack.naskah:
        yield from ((f"naskah[{text.code}].{name}", article) for name, article in _of_naskah(text))


def _of_reports(pack: LawPack) -> Iterator[tuple[str, str]]:
    for report in pack.reports:
        if report.silence:
            yield f"reports[{report.code}].silence_article", report.silence_article
    if pack.urusan_article:
        yield "urusan_article", pack.urusan_article
    for request in pack.requests:
        if request.notice_months:
            yield f"requests[{request.code}].notice_article", request.notice_article


def _of_naskah(text: NaskahKind) -> Iterator[tuple[str, str]]:
    yield "signer_article", text.signer_article
    if text.has_format and (text.emblems_article or not text.emblems_internal):
        yield "emblems_article", text.emblems_article
    if text.max_years:
        yield "max_years_article", text.max_years_article
    if text.originals_note:
        yield "originals_article", text.originals_article


def _cited(where: str, article: str, known: set[str]) -> Iterator[str]:
    if not article:
        yield f"{where}: belum ada pasal; sebutkan pasalnya, atau tandai internal = true"
        return
    for part in article.split("; "):
        found = PLACE.fullmatch(part)
        if not found:
            yield f"{where}: '{part}' bukan sebutan pasal yang baku"
        elif found[1] not in known:
            yield f"{where}: '{found[1]}' tidak ada di bases"
