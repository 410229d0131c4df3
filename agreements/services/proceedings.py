"""Opening a matter beside the stages of a case and taking its next step."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from agreements.law.configuration import Place
from agreements.law.proceedings import ProceedingStep, Within, proceeding, proceedings_for, within_of
from agreements.models import Case, Party, Proceeding, ProceedingEntry
from agreements.services.acting import Acting, not_yours, role_of
from agreements.services.acts import lock_case
from agreements.services.dates import check_plausible
from agreements.services.history import tell_parties, write_event
from agreements.services.minutes_numbers import NumberAsked, enter_minutes, number_for_minutes, writing_region
from ksd.accounts.access import acting_region_ids, current_memberships
from ksd.accounts.models import User
from ksd.core import files
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.language import INDONESIAN
from ksd.core.models import StoredFile

LONGEST = 5000
SETTLE = "agreements.settle"


def within(case: Case) -> Within:
    """Whether all regional parties are kabupaten/kota of one province."""
    regions = [party.region for party in case.acting_parties if party.region]
    places = [
        Place("provinsi" if r.level == 1 else "kabupaten_kota", r.code.partition(".")[0]) for r in regions
    ]
    return within_of(places)


def acting_in(actor: User, case: Case, permission: str) -> Acting | None:
    """For which party this person takes such a step; a superior acts for the province, not for the party."""
    regions = acting_region_ids(actor, permission)
    own = {entry.region_id for entry in current_memberships(actor)}
    # Whoever settles stands above every region of the case and is none of them: no province judges another's.
    above = regions - own if permission == SETTLE else regions
    regional = [party for party in case.acting_parties if party.region_id]
    parties: list[Party] = [party for party in regional if party.region_id in above]
    if not parties or (permission == SETTLE and len(parties) < len(regional)):
        return None
    party = next((row for row in parties if row.region_id in own), parties[0])
    role = role_of(actor, party) if party.region_id in own else _superior_role(actor)
    return Acting(party, role)


def _superior_role(actor: User) -> str:
    memberships = current_memberships(actor).select_related("region")
    with translation.override(INDONESIAN):
        return ", ".join(f"{row.get_role_display()} – {row.region.full_name}" for row in memberships)[:150]


def next_steps(proceeding_row: Proceeding) -> tuple[ProceedingStep, ...]:
    """The steps that may follow; none once it is closed."""
    if proceeding_row.closed_on:
        return ()
    return proceeding_row.rule.following(proceeding_row.step, within(proceeding_row.case))


@transaction.atomic
def open_proceeding(
    *,
    actor: User,
    case: Case,
    code: str,
    title: str,
    step: str,
    on: date,
    text: str,
    number: str = "",
    take: bool = False,
    again: bool = False,
    amount: Decimal | None = None,
    upload: "UploadedFile[Any] | None" = None,
) -> Proceeding:
    """Open a matter with its first step; `take` gives its minutes the next number of the book.

    Raises NotAllowed, ImpossibleStep or DomainError.
    """
    case = lock_case(case)
    if code not in {rule.code for rule in proceedings_for(case.kind)}:
        raise ImpossibleStep(
            _("Jenis kerja sama ini tidak mengenal urusan itu."),
            remedy=_("Pilih dari daftar pada halaman ini."),
        )
    rule = proceeding(code)
    first = next((row for row in rule.following("", within(case)) if row.code == step), None)
    row = Proceeding(case=case, code=code, title=title.strip(), step=step, step_since=on, opened_on=on)
    asked = NumberAsked(number.strip(), take, again)
    _take(actor, row, first, on=on, text=text, number=asked, amount=amount, upload=upload)
    return row


@transaction.atomic
def take_step(
    *,
    actor: User,
    proceeding_row: Proceeding,
    step: str,
    on: date,
    text: str,
    number: str = "",
    take: bool = False,
    again: bool = False,
    amount: Decimal | None = None,
    upload: "UploadedFile[Any] | None" = None,
    seen_step: str | None = None,
) -> Proceeding:
    """Take the next step of an open matter. Raises ImpossibleStep when another was taken meanwhile."""
    lock_case(proceeding_row.case)
    row = Proceeding.objects.select_for_update().select_related("case").get(pk=proceeding_row.pk)
    stale = seen_step is not None and seen_step != row.step
    found = None if stale else next((rule for rule in next_steps(row) if rule.code == step), None)
    if on < row.step_since:
        raise DomainError(
            _("Tanggal ini mendahului langkah sebelumnya."), remedy=_("Periksa urutan tanggalnya.")
        )
    asked = NumberAsked(number.strip(), take, again)
    _take(actor, row, found, on=on, text=text, number=asked, amount=amount, upload=upload)
    return row


def _take(
    actor: User,
    row: Proceeding,
    rule: ProceedingStep | None,
    *,
    on: date,
    text: str,
    number: NumberAsked,
    amount: Decimal | None,
    upload: "UploadedFile[Any] | None",
) -> None:
    if rule is None:
        raise ImpossibleStep(
            _("Langkah ini tidak dapat diambil sekarang; mungkin langkah lain sudah dicatat."),
            remedy=_("Muat ulang halaman ini, lalu pilih langkah yang tersedia."),
        )
    acting = acting_in(actor, row.case, rule.permission)
    if acting is None:
        raise not_yours(rule.by)
    _check(row.case, on, text, amount)
    region = writing_region(actor, acting.party)
    given = number_for_minutes(rule=rule, region=region, on=on, asked=number)
    row.step, row.step_since, row.closed_on = rule.code, on, None if rule.next else on
    row.full_clean()
    row.save()
    entry = ProceedingEntry.objects.create(
        proceeding=row, step=rule.code, on=on, number=given.number if given else number.typed,
        text=text.strip(), amount=amount, file=_stored(actor, upload), actor=actor, role=acting.role,
    )  # fmt: skip
    if given and region:
        enter_minutes(actor=actor, region=region, entry=entry, given=given)
    event = write_event(
        actor=actor, case=row.case, acting=acting, arrow=f"{row.code}.{rule.code}"[:40],
        label=f"{row.rule.label}: {rule.label}", article=rule.article[:200], on=on, reason=f"{row.title}. {text.strip()}",
    )  # fmt: skip
    tell_parties(case=row.case, event=event)


def _stored(actor: User, upload: "UploadedFile[Any] | None") -> StoredFile | None:
    if not upload:
        return None
    return files.store_upload(upload=upload, actor=actor, kind="urusan", accept=files.DOCUMENTS)


def _check(case: Case, on: date, text: str, amount: Decimal | None) -> None:
    check_plausible(case, on, _("Tanggal langkah"))
    if not text.strip():
        raise DomainError(
            _("Uraian langkah masih kosong."), remedy=_("Tuliskan apa yang terjadi dan hasilnya.")
        )
    if amount is not None and amount < 0:
        raise DomainError(_("Jumlah tidak boleh negatif."), remedy=_("Periksa jumlahnya."))
