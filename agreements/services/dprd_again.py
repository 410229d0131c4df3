"""When a change adds to the burden, every DPRD is asked again; until none stands in the way nobody agrees to it."""

from django.utils.translation import gettext as _

from agreements.models import Addendum, Case, Naskah
from agreements.services.acting import Acting
from agreements.services.dprd import open_dprd_test
from agreements.services.dprd_tracks import is_cleared
from agreements.services.history import write_event
from agreements.services.turns import refresh_turns
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from ksd.deadlines.services import cancel_deadlines

# The cause under which every pack with addenda knows the test of a change.
CAUSE = "perubahan"


def ask_dprd_again(*, actor: User, case: Case, cause: Naskah, acting: Acting) -> None:
    """Open the test of each region for a change that may add to the burden (Permendagri 22/2020 Pasal 15, 37).

    Raises ImpossibleStep while the DPRDs are still asked about another change.
    """
    open_dprd_test(actor=actor, case=case, cause=CAUSE, note=cause.title, naskah=cause)
    write_event(
        actor=actor,
        case=case,
        acting=acting,
        arrow="dprd_lagi",
        label="Persetujuan DPRD diperlukan lagi karena perubahan menambah beban",
        article=cause.rule.article,
        naskah=cause,
    )


def is_dprd_asked(naskah: Naskah) -> bool:
    """Whether a text is a change of which the DPRD must be asked."""
    return Addendum.objects.filter(naskah=naskah, burden=True).exists()


def require_dprd_again(naskah: Naskah) -> None:
    """Refuse to agree to a change while a DPRD stands in its way. Raises ImpossibleStep."""
    if is_dprd_asked(naskah) and not is_cleared(naskah.case, CAUSE):
        raise ImpossibleStep(
            _("Perubahan ini menambah beban dan belum semua DPRD menyetujuinya."),
            remedy=_("Lanjutkan langkahnya pada halaman DPRD, atau batalkan addendumnya."),
            article=naskah.rule.article,
        )


def withdraw_dprd_test(*, actor: User, naskah: Naskah) -> None:
    """Stop the clocks of the rounds about a change that was given up; its regions owe nothing any more."""
    for track in naskah.dprd_tracks.all():
        cancel_deadlines(actor=actor, subject=track)
    refresh_turns(naskah.case)
