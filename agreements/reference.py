"""Reference data of agreements: the clause library's first wordings."""

from collections.abc import Iterator

from agreements.naskah.library import ClauseText, Library, available, library
from agreements.services.clauses import Seed, seed_clauses

OWNER = "Pustaka awal KSD"
REASON = "Rumusan awal menurut %s"


def load() -> str:
    """Put the product's clauses into the library; wordings the office changed are left alone."""
    added = seed_clauses(_seeds(), owner_name=OWNER)
    return f"Pustaka klausul: {added} klausul baru."


def _seeds() -> Iterator[Seed]:
    """Every clause of the product once: those of all regions, and those a family words differently."""
    for naskah, family in available():
        common = {clause.code: clause for clause in library(naskah).clauses}
        texts = library(naskah, family)
        for order, clause in enumerate(texts.clauses, start=1):
            if not family or common.get(clause.code) != clause:
                yield _seed(texts, order, clause)


def _seed(texts: Library, order: int, clause: ClauseText) -> Seed:
    values = {
        "naskah_kind": texts.naskah,
        "family": texts.family,
        "code": clause.code,
        "title": clause.title,
        "purpose": clause.purpose[:250],
        "order": order,
        "optional": clause.optional,
        "starter": clause.starter,
        "conditions": list(clause.conditions),
    }
    return Seed(values, clause.ayat, REASON % texts.source, clause.fallbacks)
