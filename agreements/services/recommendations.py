"""The TKKSD's recommendation to sign a text (Permendagri 22/2020 Pasal 46 ayat (2) huruf g)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.choices.teams import Advice
from agreements.models import Naskah, Party, Recommendation
from agreements.services.acting import Acting, not_yours, role_of
from agreements.services.acts import lock_case
from agreements.services.history import tell_parties, write_event
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep

REVIEW = "agreements.review"
ARTICLE = "Pasal 46 ayat (2) huruf g Permendagri 22/2020"


def recommending_party(actor: User, naskah: Naskah) -> Party | None:
    """The party whose TKKSD this person speaks for, or None."""
    regions = acting_region_ids(actor, REVIEW)
    return next((party for party in naskah.case.acting_parties if party.region_id in regions), None)


@transaction.atomic
def record_recommendation(
    *, actor: User, naskah: Naskah, advice: str, number: str, dated: date, note: str = ""
) -> Recommendation:
    """Record what one region's TKKSD advises its Kepala Daerah; an unfavourable word needs its reason.

    Raises NotAllowed, ImpossibleStep for a text that is not being discussed or agreed, DomainError for bad dates.
    """
    case = lock_case(naskah.case)
    naskah = Naskah.objects.select_for_update().get(pk=naskah.pk)
    party = recommending_party(actor, naskah)
    if party is None or party.region is None:
        raise not_yours(", ".join(row.short_name for row in case.parties.all() if row.region_id))
    _check(naskah, advice, dated, note)
    made = Recommendation(
        naskah=naskah, region=party.region, advice=advice, number=number.strip(), dated=dated,
        note=note.strip(), recorded_by=actor,
    )  # fmt: skip
    made.full_clean()
    made.save()
    event = write_event(
        actor=actor, case=case, acting=Acting(party, role_of(actor, party)), arrow="rekomendasi_tkksd",
        label=f"Rekomendasi TKKSD {party.short_name}: {Advice(advice).label}"[:250], article=ARTICLE,
        on=dated, reason=note.strip(), naskah=naskah,
    )  # fmt: skip
    tell_parties(case=case, event=event, link=naskah.get_absolute_url())
    return made


def _check(naskah: Naskah, advice: str, dated: date, note: str) -> None:
    """Refuse a text not under discussion, a day to come, an unfavourable word without reason."""
    if naskah.state not in (NaskahState.DISCUSSED, NaskahState.AGREED):
        raise ImpossibleStep(
            _("Rekomendasi diberikan selama naskah dibahas atau menunggu tanda tangan."),
            remedy=_("Muat ulang halaman naskah."),
            article=ARTICLE,
        )
    if dated > clock.today():
        raise DomainError(
            _("Tanggal rekomendasi tidak boleh di masa depan."), remedy=_("Periksa tanggalnya.")
        )
    if advice != Advice.SIGN and not note.strip():
        raise DomainError(_("Tuliskan catatan rekomendasinya."), remedy=_("Isi apa yang harus diperbaiki."))
