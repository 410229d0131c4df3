"""Asks every predicate about a text and puts the broken rules into words."""

from collections.abc import Callable, Iterator, Mapping

from agreements.naskah.checks.finding import INTERNAL, Finding
from agreements.naskah.checks.paper import facts_of_paper
from agreements.naskah.checks.predicates import (
    authority,
    cited,
    content,
    copies,
    dates,
    figures,
    names,
    order,
    parties,
    references,
    term,
    tokens,
    wording,
)
from agreements.naskah.checks.rulebook import CheckRule, rulebook
from agreements.naskah.checks.subject import Hit, Subject
from agreements.naskah.facts import NaskahFacts
from agreements.naskah.reading import Reading
from agreements.naskah.rules import NaskahRule
from agreements.naskah.structure import Body

FORMAT = "Permendagri 22/2020"
Predicate = Callable[[Subject], Iterator[Hit]]
PREDICATES: tuple[Predicate, ...] = (
    *content.PREDICATES, *order.PREDICATES, *tokens.PREDICATES, *references.PREDICATES, *wording.PREDICATES,
    *cited.PREDICATES, *figures.PREDICATES, *dates.PREDICATES, *term.PREDICATES, *parties.PREDICATES,
    *names.PREDICATES, *authority.PREDICATES, *copies.PREDICATES,
)  # fmt: skip


def findings(
    body: Body, rule: NaskahRule, facts: NaskahFacts, sentences: Mapping[str, str] | None = None
) -> list[Finding]:
    """Everything to mend in a running text, blocking things first, each in the order a reader meets it.

    `sentences` are its own around the Pasal, by name; the common ones need no check.
    """
    return _told(Subject(body, rule, facts, sentences=sentences or {}))


def findings_of_reading(
    reading: Reading, rule: NaskahRule, wrong_citations: dict[str, str] | None = None
) -> list[Finding]:
    """The same for a file that was read: the facts are what its own words tell."""
    facts = facts_of_paper(reading, rule, wrong_citations or {})
    return _told(Subject(reading.body, rule, facts, reading))


def _told(subject: Subject) -> list[Finding]:
    hits = (hit for predicate in PREDICATES for hit in predicate(subject))
    found = dict.fromkeys(_finding(subject, hit) for hit in hits)
    return sorted(found, key=lambda finding: finding.severity != "blocking")


def _finding(subject: Subject, hit: Hit) -> Finding:
    rule = rulebook()[hit.code]
    return Finding(
        code=hit.code,
        severity=hit.severity or rule.severity,
        message=rule.what.format_map(hit.values),
        article=hit.article or _article(subject.rule, rule),
        place=hit.place,
        remedy=rule.remedy.format_map(hit.values),
        anchor=hit.anchor,
        repair=rule.repair,
        values=tuple(sorted(hit.values.items())),
    )


def _article(naskah: NaskahRule, rule: CheckRule) -> str:
    """The article of a rule; "@…" is the one the law pack gives that matter, empty where it gives none."""
    if rule.internal:
        return INTERNAL
    if not rule.article.startswith("@"):
        return rule.article
    matter = {
        "@contents": naskah.article,
        "@term": naskah.max_years_article or naskah.article,
        "@signer": naskah.signer_article,
        "@emblems": naskah.emblems_article or INTERNAL,
        # The Lampiran prints the format of some kinds only; for the others it is our own habit.
        "@format": f"Lampiran {FORMAT}" if FORMAT in naskah.emblems_article else INTERNAL,
        "@originals": naskah.originals_article or INTERNAL,
    }
    return matter[rule.article] or naskah.article
