"""What a text leaves running when it ends: nobody is reminded any more of a signature or of a duty under it."""

from agreements.models import Naskah, Obligation
from agreements.services.signing_terms import stop_signing_terms
from ksd.accounts.models import User
from ksd.deadlines.services import cancel_deadlines

OBLIGATION = "kewajiban"


def stop_text_terms(*, actor: User, naskah: Naskah) -> None:
    """Stop the reminders of a text that ended or was given up; what was owed stays on record as it is."""
    cancel_deadlines(actor=actor, subject=naskah)
    stop_signing_terms(actor=actor, naskah=naskah)
    for row in Obligation.objects.filter(naskah=naskah).standing():
        if row.is_open:
            cancel_deadlines(actor=actor, subject=row, codes=[OBLIGATION])
