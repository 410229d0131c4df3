"""What one click mends: each repair is a pure function from a body to a better one, or None when it cannot help."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from agreements.naskah.assemble import each_party
from agreements.naskah.checks.finding import Finding
from agreements.naskah.checks.predicates import dates, figures, names, wording
from agreements.naskah.checks.predicates.term import YEARS
from agreements.naskah.facts import NaskahFacts, count_words
from agreements.naskah.library import ClauseText, Frame, punctuate
from agreements.naskah.rules import NaskahRule
from agreements.naskah.structure import Annex, Ayat, Body, Pasal

TERMS = ("jangka_waktu", "masa_berlaku")


@dataclass(frozen=True)
class Stock:
    """What a repair may draw on: the rule and facts of the text, the clause library and its fixed sentences."""

    rule: NaskahRule
    facts: NaskahFacts
    clauses: Sequence[ClauseText] = ()
    frame: Frame | None = None


Repair = Callable[[Body, Finding, Stock], Body | None]


def repaired(body: Body, finding: Finding, stock: Stock) -> Body | None:
    """The body with this finding mended; None when the finding has no repair, or it would change nothing."""
    repair = REPAIRS.get(finding.repair)
    better = repair(body, finding, stock) if repair else None
    return better if better is not None and better != body else None


def _insert_clause(body: Body, finding: Finding, stock: Stock) -> Body | None:
    """The clause from the library, behind the clauses that the law puts before it."""
    code = finding.value("clause")
    text = next((clause for clause in stock.clauses if clause.code == code), None)
    if text is None or any(row.clause == code for row in body.pasal):
        return None
    order = [need.code for need in stock.rule.clauses]
    before = set(order[: order.index(code)]) if code in order else set()
    place = max((n for n, row in enumerate(body.pasal, start=1) if row.clause in before), default=0)
    fresh = Pasal(code, text.title, each_party(text.ayat, len(stock.facts.parties)))
    return replace(body, pasal=(*body.pasal[:place], fresh, *body.pasal[place:]))


def _reorder(body: Body, _finding: Finding, stock: Stock) -> Body | None:
    """Required clauses in the order of the law; what the law does not order stays where it is, behind the first."""
    wanted = [need.code for need in stock.rule.clauses if need.required]
    queue = sorted(
        (row for row in body.pasal if row.clause in wanted), key=lambda row: wanted.index(row.clause)
    )
    rows = [queue.pop(0) if row.clause in wanted else row for row in body.pasal]
    first = next((row for row in rows if row.clause in wanted[:1]), None)
    if first is not None:
        rows.remove(first)
        rows.insert(0, first)
    return replace(body, pasal=tuple(rows))


def _title(body: Body, finding: Finding, stock: Stock) -> Body | None:
    """The name the regulation or the library gives a clause without title."""
    code = finding.value("clause")
    known = {clause.code: clause.title for clause in stock.clauses}
    known |= {need.code: need.label.upper() for need in stock.rule.clauses if need.code not in known}
    if code not in known:
        return None
    rows = (replace(row, title=known[code]) if row.clause == code else row for row in body.pasal)
    return replace(body, pasal=tuple(rows))


def _recitals(body: Body, _finding: Finding, stock: Stock) -> Body | None:
    if stock.frame is None:
        return None
    kept = tuple(row.text for row in stock.frame.recitals if not row.kinds or stock.facts.kind in row.kinds)
    return replace(body, recitals=punctuate(kept))


def _bases(body: Body, _finding: Finding, stock: Stock) -> Body | None:
    return replace(body, bases=punctuate(stock.frame.bases)) if stock.frame else None


def _cite_parent(body: Body, _finding: Finding, stock: Stock) -> Body | None:
    """The recital of the library that names the Kesepakatan Bersama, put first."""
    told = next((row.text for row in stock.frame.recitals if "{kb." in row.text), "") if stock.frame else ""
    return replace(body, recitals=punctuate((told, *body.recitals))) if told else None


def _citation(body: Body, finding: Finding, _stock: Stock) -> Body | None:
    wrong = re.compile(re.escape(finding.value("wrong")), re.IGNORECASE)
    return mapped(body, lambda text: wrong.sub(lambda _found: finding.value("written"), text))


def _shorten(body: Body, _finding: Finding, stock: Stock) -> Body | None:
    """Years written out in the Pasal on the term, cut to what the law allows."""
    most = stock.rule.max_years

    def cut(text: str) -> str:
        found = YEARS.search(text)
        if not found or int(found["figure"]) <= most:
            return text
        return f"{text[: found.start()]}{count_words(most)} tahun{text[found.end() :]}"

    return mapped(body, cut, *(f"pasal-{clause}" for clause in TERMS))


def _everywhere(mend: Callable[[str], str]) -> Repair:
    return lambda body, _finding, _stock: mapped(body, mend)


def _here(mend: Callable[[str], str]) -> Repair:
    return lambda body, finding, _stock: mapped(body, mend, finding.anchor)


REPAIRS: dict[str, Repair] = {
    "insert_clause": _insert_clause,
    "reorder": _reorder,
    "title": _title,
    "recitals": _recitals,
    "bases": _bases,
    "cite_parent": _cite_parent,
    "citation": _citation,
    "shorten_term": _shorten,
    "figure_words": _here(figures.in_right_words),
    "date_words": _here(dates.in_right_words),
    "strip_titles": _here(names.without_titles),
    **{name: _everywhere(mend) for name, mend in wording.MENDS.items()},
}


def mapped(body: Body, change: Callable[[str], str], *anchors: str) -> Body:
    """A body with every text changed, or only those of some parts."""

    def on(anchor: str) -> Callable[[str], str]:
        return change if not anchors or anchor in anchors else str

    recital, base = on("konsiderans"), on("dasar-hukum")
    return Body(
        recitals=tuple(map(recital, body.recitals)),
        bases=tuple(map(base, body.bases)),
        pasal=tuple(_pasal(row, on(f"pasal-{row.clause}")) for row in body.pasal),
        annexes=tuple(_annex(row, on(f"lampiran-{n}")) for n, row in enumerate(body.annexes, start=1)),
    )


def _pasal(row: Pasal, change: Callable[[str], str]) -> Pasal:
    ayat = tuple(Ayat(change(part.text), tuple(map(change, part.huruf))) for part in row.ayat)
    return Pasal(row.clause, change(row.title), ayat)


def _annex(row: Annex, change: Callable[[str], str]) -> Annex:
    table = tuple(tuple(map(change, cells)) for cells in row.table)
    return Annex(change(row.title), tuple(map(change, row.paragraphs)), table)
