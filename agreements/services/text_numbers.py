"""The number of a text for one party, kept in the book of its region."""

from datetime import date

from django.utils.translation import gettext as _

from agreements.choices.correspondence import NumberState
from agreements.models import IssuedNumber, NaskahParty
from agreements.querysets.correspondence import IssuedNumberQuerySet
from agreements.services.numbering import Given, next_sample, numbers_here, register_number, take_number
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError
from regions.models import Region


def sample_for(row: NaskahParty) -> str:
    """The number the text would get for this party, empty where its region numbers elsewhere."""
    region = row.party.region
    return next_sample(region, row.naskah.kind) if region and numbers_here(region) else ""


def number_for_text(*, actor: User, row: NaskahParty, on: date, typed: str) -> str:
    """The typed number, or the next of the region's count; entered in its book within the act's transaction.

    A number the text had before is struck out. Raises DomainError when none is typed where one must be.
    """
    region = row.party.region
    if region is None or (not typed and not numbers_here(region)):
        if typed:
            return typed
        raise DomainError(_("Isi nomor naskahnya."), remedy=_("Salin nomornya dari buku agenda."), status=422)
    standing = _standing(row)
    if typed and standing.filter(number=typed).exists():
        return typed
    given = Given(typed) if typed else take_number(region=region, kind=row.naskah.kind, on=on)
    _replace(actor, row, given.number)
    _enter(actor, row, region, given, on)
    return given.number


def _standing(row: NaskahParty) -> IssuedNumberQuerySet:
    return IssuedNumber.objects.valid().filter(naskah=row.naskah_id, party=row.party_id, row=0)


def _replace(actor: User, row: NaskahParty, number: str) -> None:
    _standing(row).update(
        state=NumberState.CANCELLED,
        reason=f"Diganti dengan Nomor {number}"[:250],
        cancelled_by=actor,
        cancelled_at=clock.now(),
    )


def _enter(actor: User, row: NaskahParty, region: Region, given: Given, on: date) -> None:
    text = row.naskah
    register_number(
        actor=actor, region=region, kind=text.kind, given=given, dated=on, case=text.case, naskah=text,
        party=row.party, label=text.rule.label, subject=text.title,
    )  # fmt: skip
