"""Reference data of agreements: the clause library's first wordings."""

from agreements.naskah.library import ClauseText, Library, available, library
from agreements.services.clauses import seed_clause

OWNER = "Pustaka awal KSD"
REASON = "Rumusan awal menurut %s"


def load() -> str:
    """Put the product's clauses into the library; wordings the office changed are left alone."""
    added = 0
    for naskah, family in available():
        common = {clause.code: clause for clause in library(naskah).clauses}
        texts = library(naskah, family)
        for order, clause in enumerate(texts.clauses, start=1):
            if not family or common.get(clause.code) != clause:
                added += _seed(texts, order, clause)
    return f"Pustaka klausul: {added} klausul baru."


def _seed(texts: Library, order: int, clause: ClauseText) -> bool:
    values = {
        "naskah_kind": texts.naskah,
        "family": texts.family,
        "code": clause.code,
        "title": clause.title,
        "purpose": clause.purpose[:250],
        "order": order,
        "optional": clause.optional,
        "starter": clause.starter,
    }
    return seed_clause(owner_name=OWNER, reason=REASON % texts.source, values=values, ayat=clause.ayat)
