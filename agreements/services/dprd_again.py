"""When a change adds to the burden, the DPRD is asked again; until its word is recorded nobody agrees to the change."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import DprdAgain
from agreements.models import Addendum, Case, Naskah
from agreements.services.acting import Acting, acting_for, not_yours
from agreements.services.acts import lock_case
from agreements.services.history import tell_parties, write_event
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date

DPRD = "agreements.dprd"
RESULTS = (DprdAgain.APPROVED, DprdAgain.DEEMED, DprdAgain.REFUSED)


def ask_dprd_again(*, actor: User, case: Case, cause: Naskah, acting: Acting) -> None:
    """Note that a change needs the DPRD again and hold the change back (Permendagri 22/2020 Pasal 15, 37).

    The one seam to the DPRD procedure: today it records the obligation, and an officer records the answer.
    """
    Addendum.objects.filter(naskah=cause).update(dprd=DprdAgain.DUE)
    write_event(
        actor=actor,
        case=case,
        acting=acting,
        arrow="dprd_lagi",
        label="Persetujuan DPRD diperlukan lagi karena perubahan menambah beban",
        article=cause.rule.article,
        naskah=cause,
    )


def require_dprd_again(naskah: Naskah) -> None:
    """Refuse to agree to a change the DPRD has not allowed. Raises ImpossibleStep."""
    told = Addendum.objects.filter(naskah=naskah, dprd__in=(DprdAgain.DUE, DprdAgain.REFUSED)).first()
    if told is None:
        return
    message = (
        _("Perubahan ini menambah beban dan keputusan DPRD belum dicatat.")
        if told.dprd == DprdAgain.DUE
        else _("DPRD tidak menyetujui perubahan ini.")
    )
    raise ImpossibleStep(
        message,
        remedy=_("Catat keputusan DPRD pada halaman addendum, atau batalkan addendumnya."),
        article=naskah.rule.article,
    )


def acting_for_dprd(actor: User, case: Case) -> Acting:
    """The right to record the word of the DPRD for a party. Raises NotAllowed."""
    acting = acting_for(actor, case, side="any", permission=DPRD)
    if acting is None:
        raise not_yours(", ".join(party.short_name for party in case.acting_parties if party.region_id))
    return acting


def require_dprd_due(naskah: Naskah) -> Addendum:
    """The addendum that waits for the DPRD. Raises ImpossibleStep for any other text."""
    told = Addendum.objects.filter(naskah=naskah).first()
    if told is None or told.dprd != DprdAgain.DUE or not naskah.is_open:
        raise ImpossibleStep(
            _("Tidak ada keputusan DPRD yang ditunggu untuk naskah ini."),
            remedy=_("Muat ulang halaman naskah."),
            article=naskah.rule.article,
        )
    return told


@transaction.atomic
def record_dprd_again(*, actor: User, naskah: Naskah, result: str, on: date, note: str) -> Addendum:
    """Record what the DPRD said of a change that adds to the burden."""
    case = lock_case(naskah.case)
    acting = acting_for_dprd(actor, case)
    told = require_dprd_due(Naskah.objects.select_related("case", "parent").get(pk=naskah.pk))
    _check(told, result, on, note)
    told.dprd, told.dprd_on, told.dprd_note, told.dprd_by = result, on, note.strip(), actor
    told.save(update_fields=["dprd", "dprd_on", "dprd_note", "dprd_by"])
    event = write_event(
        actor=actor,
        case=case,
        acting=acting,
        arrow="dprd_lagi_dicatat",
        label=f"Keputusan DPRD atas perubahan: {_stored(result)}",
        article=naskah.rule.article,
        on=on,
        reason=note.strip(),
        naskah=naskah,
    )
    tell_parties(case=case, event=event, link=naskah.get_absolute_url())
    return told


# History is stored in Indonesian, whatever language the actor reads in.
STORED = {
    DprdAgain.APPROVED: "disetujui",
    DprdAgain.DEEMED: "dianggap disetujui",
    DprdAgain.REFUSED: "tidak disetujui",
}


def _stored(result: str) -> str:
    return STORED[DprdAgain(result)]


def _check(told: Addendum, result: str, on: date, note: str) -> None:
    if result not in RESULTS:
        raise DomainError(_("Pilih keputusan DPRD."), remedy=_("Pilih dari daftar."))
    if on > clock.today():
        raise DomainError(_("Tanggal keputusan tidak boleh di masa depan."), remedy=_("Periksa tanggalnya."))
    parent = told.naskah.parent
    if parent and parent.signed_on and on < parent.signed_on:
        raise DomainError(
            _("Tanggal keputusan mendahului naskah yang diubah (%s).") % long_date(parent.signed_on),
            remedy=_("Periksa tanggalnya."),
        )
    if result == DprdAgain.REFUSED and not note.strip():
        raise DomainError(_("Alasan DPRD wajib dicatat."), remedy=_("Tuliskan alasannya."))
