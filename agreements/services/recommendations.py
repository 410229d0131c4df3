"""The TKKSD's recommendation to sign a text (Permendagri 22/2020 Pasal 46 ayat (2) huruf g)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.choices.correspondence import NumberState
from agreements.choices.teams import Advice
from agreements.documents.letters import to_json
from agreements.documents.recommendation import CODE, recommendation_letter
from agreements.models import IssuedNumber, Naskah, Party, Recommendation
from agreements.services.acting import Acting, not_yours, role_of
from agreements.services.acts import lock_case
from agreements.services.history import tell_parties, write_event
from agreements.services.numbering import Given, addressee_line, number_or_next, register_number
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
    *,
    actor: User,
    naskah: Naskah,
    advice: str,
    dated: date,
    number: str = "",
    note: str = "",
    again: bool = False,
) -> Recommendation:
    """Record what one region's TKKSD advises its Kepala Daerah; an unfavourable word needs its reason.

    Without a number it takes the next of the region's count; either way it stands in the region's book.
    Raises NotAllowed, ImpossibleStep for a text that is not being discussed or agreed, DomainError for bad dates
    and for a number in use already unless said `again`.
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
    if made.number:
        made.validate_constraints()
    given = number_or_next(region=party.region, kind=CODE, on=dated, typed=made.number, again=again)
    made.number = given.number
    made.full_clean()
    made.save()
    _enter(actor, made, party, given)
    event = write_event(
        actor=actor, case=case, acting=Acting(party, role_of(actor, party)), arrow="rekomendasi_tkksd",
        label=f"Rekomendasi TKKSD {party.short_name}: {Advice(advice).label}"[:250], article=ARTICLE,
        on=dated, reason=note.strip(), naskah=naskah,
    )  # fmt: skip
    tell_parties(case=case, event=event, link=naskah.get_absolute_url())
    return made


def struck_out(naskah: Naskah) -> set[int]:
    """Recommendations on a text whose number was cancelled in the book."""
    rows = IssuedNumber.objects.filter(naskah=naskah, kind=CODE, state=NumberState.CANCELLED)
    return set(rows.values_list("row", flat=True))


def _enter(actor: User, made: Recommendation, party: Party, given: Given) -> None:
    """Write it into the book of its region, with the words of its letter."""
    letter = recommendation_letter(made)
    register_number(
        actor=actor, region=made.region, kind=CODE, given=given, dated=made.dated, case=made.naskah.case,
        naskah=made.naskah, party=party, row=made.pk, subject=letter.subject[:400], words=to_json(letter),
        addressee=addressee_line(letter),
    )  # fmt: skip


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
