"""An invented change of a law, so that its impact on clauses and texts can be looked at."""

from datetime import date

from agreements.choices.law_changes import LawChangeKind
from agreements.models import LawChange
from agreements.services.law_changes import record_change
from ksd.accounts.models import User
from ksd.core import clock
from regions.models import LegalBasis

LAW = "Permendagri 22/2020"


def build() -> None:
    """Record it once; nobody is told, so that somebody can try."""
    basis = LegalBasis.objects.filter(citation=LAW).first()
    if basis is None or LawChange.objects.filter(basis=basis).exists():
        return
    year = clock.today().year + 1
    record_change(
        actor=User.objects.get(username="biro"),
        basis=basis,
        kind=LawChangeKind.AMENDED,
        by=None,
        by_citation=f"Permendagri 99/{year} (contoh)",
        effective_on=date(year, 1, 1),
        note="Peristiwa rekaan untuk peragaan; peraturan pengubahnya tidak ada.",
    )
