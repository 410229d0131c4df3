"""How a text will be signed: on paper, its day written by hand, or electronically, its day that of the last signature.

Which of the two is the office's choice, not law; the printed words follow it so that they stay true.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.models import Naskah, SignRequest
from agreements.services.acting import Acting
from agreements.services.freezing import follow_text
from agreements.services.naskah import lock_naskah, require_state
from agreements.services.signing_events import require_party, tell_signing
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep


def require_choice(actor: User, naskah: Naskah) -> Acting:
    """The right to choose now: of any party, for an agreed text nobody has signed. Raises NotAllowed, ImpossibleStep."""
    acting = require_party(actor, naskah)
    require_state(naskah, NaskahState.AGREED)
    if naskah.signatures.filter(signed_on__isnull=False).exists():
        raise ImpossibleStep(
            _("Naskah sudah ditandatangani salah satu pihak; cara tanda tangannya tidak diganti lagi."),
            remedy=_("Pihak berikutnya menandatangani dengan cara yang sama."),
        )
    return acting


@transaction.atomic
def choose_mode(*, actor: User, naskah: Naskah, electronic: bool) -> Naskah:
    """Let the text be signed electronically, or on paper again; the final PDF is printed anew."""
    naskah = lock_naskah(naskah)
    acting = require_choice(actor, naskah)
    if naskah.electronic == electronic:
        raise ImpossibleStep(_("Cara tanda tangan itu sudah dipilih."), remedy=_("Tidak ada yang berubah."))
    if SignRequest.objects.waiting().filter(row__naskah=naskah).exists():
        raise ImpossibleStep(
            _("Masih ada permintaan tanda tangan elektronik yang terbuka."),
            remedy=_("Tarik dahulu permintaannya, lalu pilih cara tanda tangan di atas kertas."),
        )
    naskah.electronic = electronic
    naskah.save(update_fields=["electronic"])
    follow_text(naskah, naskah.state)
    manner = "secara elektronik" if electronic else "di atas kertas"
    label = f"{naskah.rule.label} akan ditandatangani {manner}"
    tell_signing(actor, naskah, acting, "tte_cara", label)
    return naskah
