"""Numbers of papers that belong to no case: those other apps write, each for a row of its own."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter, from_json, to_json
from agreements.models import IssuedFile, IssuedNumber
from agreements.querysets.correspondence import IssuedNumberQuerySet
from agreements.services.numbering import Given, register_number, take_number
from agreements.services.series import kinds_of_papers
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from ksd.core.words import long_date
from regions.models import Region


@transaction.atomic
def number_paper(
    *, actor: User, region: Region, kind: str, row: int, dated: date, subject: str, addressee: str = "",
    typed: str = "", again: bool = False, letter: Callable[[Given], Letter] | None = None,
) -> IssuedNumber:  # fmt: skip
    """Give the paper of one row its number and keep its words; both or neither.

    The caller has asked whether the actor may, and holds the row locked. `letter` writes the paper once its number is
    known. Raises ImpossibleStep while the row has a standing number of this kind, DomainError.
    """
    given = take_number(region=region, kind=kind, on=dated, typed=typed, again=again)
    standing = standing_numbers(kind=kind, rows=[row], region=region).get(row)
    if standing is not None:
        raise ImpossibleStep(
            _("%(label)s sudah bernomor %(number)s.")
            % {"label": kinds_of_papers()[kind].label, "number": standing.number},
            remedy=_("Bila suratnya keliru, batalkan nomor itu dahulu; nomor batal tetap tercatat."),
        )
    return register_number(
        actor=actor, region=region, kind=kind, given=given, dated=dated, row=row, subject=subject[:400],
        addressee=addressee[:300], words=to_json(letter(given)) if letter else {},
    )  # fmt: skip


def paper_of(issued: IssuedNumber) -> Letter:
    """A paper in the words it was issued with; one whose number was struck out says so on every page."""
    letter = from_json(issued.words)
    if issued.is_valid:
        return letter
    day = f" {long_date(timezone.localtime(issued.cancelled_at).date())}" if issued.cancelled_at else ""
    return replace(
        letter,
        number=f"{issued.number} (NOMOR DIBATALKAN)",
        note=f"Nomor {issued.number} dibatalkan{day}: {issued.reason}",
    )


def struck_out(issued: IssuedFile) -> IssuedNumber | None:
    """The number an issued letter bears, when its office struck it out and gave it to no other paper that stands."""
    if issued.naskah_id is not None or not issued.number:
        return None
    rows = IssuedNumber.objects.filter(number=issued.number).order_by("-pk")
    own = [row for row in rows if _issuer(row) == issued.issuer]
    return None if not own or any(row.is_valid for row in own) else own[0]


def _issuer(row: IssuedNumber) -> str:
    """Who issued a paper, as its copies are told apart."""
    head = row.words.get("head", {})
    return str(head.get("office") or head.get("government") or "")[:200]


def numbers_of_row(*, kind: str, row: int, region: Region) -> IssuedNumberQuerySet:
    """Every number the paper of one row was given, newest first, the cancelled ones among them."""
    return IssuedNumber.objects.filter(kind=kind, row=row, region=region, case=None).order_by("-pk")


def standing_numbers(*, kind: str, rows: Collection[int], region: Region) -> dict[int, IssuedNumber]:
    """The number that stands for each row, by row; one query for all of them."""
    found = IssuedNumber.objects.valid().filter(kind=kind, row__in=rows, region=region, case=None)
    return {each.row: each for each in found.order_by("pk")}


def origins_of(rows: Iterable[IssuedNumber], user: User) -> dict[int, str]:
    """Where this person opens what each paper was written for, by number; one query for each kind among them."""
    by_kind: dict[str, dict[int, int]] = {}
    for each in rows:
        if not each.case_id:
            by_kind.setdefault(each.kind, {})[each.pk] = each.row
    found: dict[int, str] = {}
    for code, origins in by_kind.items():
        kind = kinds_of_papers().get(code)
        if kind is not None and kind.pages is not None:
            open_to = kind.pages(user, set(origins.values()))
            found |= {pk: open_to[row] for pk, row in origins.items() if row in open_to}
    return found
