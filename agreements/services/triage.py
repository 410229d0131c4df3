"""Triage of an idea: goes on as a proposal, or is sent where it belongs, with its reason kept for the statistics."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import Verdict
from agreements.law.schema import Arrow
from agreements.law.triage import Destination, destination, questions, sent_to
from agreements.models import Case, IntakeTriage
from agreements.services.acting import not_yours
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep
from regions.models import Office, Region

PROPOSE = "agreements.propose"


@transaction.atomic
def record_triage(
    *,
    actor: User,
    region: Region,
    title: str,
    answers: Mapping[str, bool],
    office: Office | None = None,
    reason: str = "",
) -> IntakeTriage:
    """Keep the answers and what they came to; one yes sends the idea away. Raises NotAllowed or DomainError."""
    if not may(actor, PROPOSE, region):
        raise not_yours(region.full_name)
    if any(row.code not in answers for row in questions()):
        raise DomainError(_("Semua pertanyaan dijawab ya atau tidak."), remedy=_("Lengkapi jawabannya."))
    if office is not None and office.region_id != region.pk:
        raise DomainError(
            _("Perangkat daerah itu bukan milik %s.") % region.full_name, remedy=_("Pilih dari daftar.")
        )
    place = sent_to(answers)
    if place and not reason.strip():
        raise DomainError(
            _("Alasan belum diisi, padahal usulan ini diarahkan ke %s.") % place.label,
            remedy=_("Tuliskan alasannya, agar perangkat daerah mengerti ke mana usulannya diajukan."),
        )
    return IntakeTriage.objects.create(
        region=region,
        office=office,
        title=title.strip(),
        answers={row.code: answers[row.code] for row in questions()},
        verdict=Verdict.SENT_AWAY if place else Verdict.GOES_ON,
        destination=place.code if place else "",
        reason=reason.strip(),
        created_by=actor,
    )


@transaction.atomic
def link_triage(*, actor: User, triage: IntakeTriage, case: Case) -> None:
    """Tie a triage that goes on to the proposal it became. Raises ImpossibleStep when it became one already."""
    triage = IntakeTriage.objects.select_for_update().get(pk=triage.pk)
    region = case.initiator.region
    if region is None or not may(actor, PROPOSE, region):
        raise not_yours(case.initiator.short_name)
    if triage.verdict != Verdict.GOES_ON or triage.case_id or triage.region_id != region.pk:
        raise ImpossibleStep(
            _("Triase ini tidak dapat dipakai untuk usulan baru."),
            remedy=_("Buat usulan tanpa triase, atau isi triase baru."),
        )
    triage.case = case
    triage.save(update_fields=["case"])
    if triage.office_id:
        case.office = triage.office
        case.save(update_fields=["office"])


def destination_for(arrow: Arrow, code: str) -> Destination | None:
    """The destination an act names; None for an act that names none. Raises DomainError when it is missing."""
    if not arrow.destination:
        return None
    place = destination(code)
    if place is None:
        raise DomainError(
            _("Pilih ke mana usulan ini seharusnya diajukan."), remedy=_("Pilih satu tujuan dari daftar.")
        )
    return place


def record_sent_away(*, actor: User, case: Case, place: Destination, reason: str) -> IntakeTriage:
    """Count a proposal that the TKKSD found to be no kerja sama daerah, within the act that says so."""
    region = case.initiator.region
    if region is None:
        raise not_yours(case.initiator.short_name)
    return IntakeTriage.objects.create(
        region=region,
        office=case.office,
        title=case.title,
        verdict=Verdict.SENT_AWAY,
        destination=place.code,
        reason=reason,
        case=case,
        created_by=actor,
    )
