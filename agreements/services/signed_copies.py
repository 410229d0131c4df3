"""The scanned copy of a signature that was recorded without one."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.models import Naskah, NaskahParty, Party
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import acting_for_text, lock_naskah
from agreements.services.signed_pdf import store_signed_pdf
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep

SIGN = "agreements.sign"


def require_copy_missing(row: NaskahParty) -> None:
    """Refuse a copy of a signature nobody recorded, and a second copy: the first one is evidence."""
    if row.signed_on is None:
        raise ImpossibleStep(
            _("Tanda tangan %s belum dicatat.") % row.party.short_name,
            remedy=_("Catat tanda tangannya lebih dahulu; salinan dapat diunggah sekaligus."),
        )
    if row.signed_copy_id is not None:
        raise DomainError(
            _("Salinan bertanda tangan %s sudah ada.") % row.party.short_name,
            remedy=_("Salinan yang tersimpan tidak diganti; buka dari halaman naskah."),
        )


@transaction.atomic
def add_signed_copy(*, actor: User, naskah: Naskah, party: Party, upload: "UploadedFile[Any]") -> NaskahParty:
    """Keep the scanned copy of a signature recorded earlier.

    Raises ImpossibleStep without a signature, DomainError when a copy is there, ValidationError for no PDF.
    """
    naskah = lock_naskah(naskah)
    acting = acting_for_text(actor, naskah, party, SIGN)
    row = naskah.signatures.select_for_update().get(party=party)
    require_copy_missing(row)
    row.signed_copy = store_signed_pdf(upload=upload, actor=actor)
    row.save(update_fields=["signed_copy"])
    event = write_event(
        actor=actor,
        case=naskah.case,
        acting=acting,
        arrow="naskah.salinan",
        label=f"Salinan {naskah.rule.label} bertanda tangan {row.party.short_name} diunggah",
        source=naskah.state,
        target=naskah.state,
        naskah=naskah,
    )
    naskah.case.updated_at = clock.now()
    naskah.case.save(update_fields=["updated_at"])
    tell_parties(case=naskah.case, event=event, link=naskah.get_absolute_url())
    return row
