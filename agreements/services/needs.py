"""Which papers of the pack this very case uses: by its kind, its partners' class and its own answers."""

from agreements.law.schema import DocumentKind
from agreements.models import Case


def uses(case: Case, paper: DocumentKind) -> bool:
    """Whether the case uses the paper; what depends on an answer is not asked for before it is given."""
    return paper.serves(case.kind) and _of_class(case, paper) and _answered(case, paper)


def _of_class(case: Case, paper: DocumentKind) -> bool:
    if not paper.classes:
        return True
    held = {party.partner.partner_class for party in case.partners if party.partner}
    return bool(held & set(paper.classes))


def _answered(case: Case, paper: DocumentKind) -> bool:
    if not paper.if_yes:
        return True
    answers = (row for row in case.answers.all() if row.party_id is None)
    return any(row.question == paper.if_yes and row.yes for row in answers)


def uses_code(case: Case, code: str) -> bool:
    """The same of a paper by its code."""
    return uses(case, case.pack.document(code))
