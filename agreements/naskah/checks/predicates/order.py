"""The order of the clauses as the regulation gives it."""

from collections.abc import Iterator

from agreements.naskah.checks.subject import Hit, Subject


def clauses(subject: Subject) -> Iterator[Hit]:
    """Required clauses in the order of the law, the first of them as Pasal 1."""
    wanted = [need.code for need in subject.rule.clauses if need.required and need.article]
    placed = [pasal.clause for pasal in subject.body.pasal if pasal.clause in wanted]
    if placed != sorted(placed, key=wanted.index):
        moved = next(
            code
            for code, right in zip(placed, sorted(placed, key=wanted.index), strict=True)
            if code != right
        )
        yield Hit("clause_order", "Batang tubuh", f"pasal-{moved}")
    if wanted and wanted[0] in placed and subject.body.pasal[0].clause != wanted[0]:
        need = next(need for need in subject.rule.clauses if need.code == wanted[0])
        anchor = f"pasal-{subject.body.pasal[0].clause}"
        yield Hit("first_clause", "Pasal 1", anchor, need.article, values={"label": need.label})


PREDICATES = (clauses,)
