"""The law's own terms before the end of an old paper: they run as if its signature had begun them here."""

from datetime import date

from agreements.law.schema import Term
from agreements.models import Case, Naskah
from agreements.services.terms import start_term
from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.calendar import add_months
from ksd.deadlines.models import Deadline, DeadlineState
from ksd.deadlines.services import cancel_deadlines


def watch_old_end(*, actor: User, naskah: Naskah) -> None:
    """Begin or renew the terms counted back from the end of an old text; stop them where no end is ahead.

    One that has gone by already is begun as well, so that its lapse is told (Permendagri 25/2020 Pasal 33).
    """
    case = naskah.case
    if case.state_rule.terminal:
        return
    for term in _terms_of(naskah):
        span = _span(case, naskah.kind, term)
        if span is None:
            cancel_deadlines(actor=actor, subject=case, codes=[term.code])
        elif not Deadline.objects.of(case).filter(code=term.code, state=DeadlineState.MET).exists():
            start_term(actor=actor, case=case, term=term, on=span, base_label="Mulai berlaku")


def _terms_of(naskah: Naskah) -> list[Term]:
    """The terms before its end that the signature of such a text begins, by the pack."""
    case = naskah.case
    signing = (
        row for row in case.pack.arrows if case.knows(row) and row.awaited == ((naskah.kind,), "signed")
    )
    terms = [case.pack.term(code) for row in signing for code in row.starts]
    return [term for term in terms if term.unit == "before_end" and term.runs_for(case.level)]


def _span(case: Case, kind: str, term: Term) -> date | None:
    """The first day of the text of this kind that ends last, when that end is known and ahead of us."""
    texts = Naskah.objects.filter(case=case, kind=kind, starts_on__isnull=False, ended_early_on=None)
    last = texts.filter(ends_on__gt=clock.today()).order_by("-ends_on").first()
    if last is None or last.starts_on is None or last.ends_on is None:
        return None
    return last.starts_on if add_months(last.ends_on, -term.length) > last.starts_on else None
