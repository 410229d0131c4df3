"""A proposal: begun, written step by step, and kept as a draft all the while (F9)."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import Side
from agreements.law import loading
from agreements.law.schema import Question
from agreements.models import Answer, Case, Partner, Party
from agreements.services.acting import Acting, not_yours, role_of
from agreements.services.acts import lock_case
from agreements.services.history import write_event
from agreements.services.kinds import set_aside_answers, state_in
from agreements.services.precheck import is_editable
from agreements.services.turns import refresh_turns
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm
from regions.models import Office, Region, Urusan

PROPOSE = "agreements.propose"


@transaction.atomic
def start_case(
    *,
    actor: User,
    region: Region,
    kind: str,
    title: str,
    permission: str = PROPOSE,
    label: str = "Usulan dibuat",
) -> Case:
    """Begin a proposal of a region under the newest law pack of this kind."""
    if not may(actor, permission, region):
        raise not_yours(region.full_name)
    pack, rule = loading.kind(kind)
    first = next(state for state in pack.states if state.initial)
    case = Case.objects.create(
        pack_code=pack.code,
        pack_version=pack.version,
        kind=rule.code,
        title=title.strip(),
        state=first.code,
        created_by=actor,
    )
    own = Party.objects.create(case=case, order=1, side=Side.INITIATOR, region=region, shared_at=clock.now())
    case = lock_case(case)
    write_event(
        actor=actor,
        case=case,
        acting=Acting(own, role_of(actor, own)),
        arrow="mulai",
        label=label,
        target=first.code,
    )
    refresh_turns(case)
    return case


def _open_proposal(actor: User, case: Case, seen_revision: int | None = None) -> Case:
    """Lock a proposal that may still be changed by this person. Raises NotAllowed, ImpossibleStep or StaleForm."""
    case = lock_case(case)
    initiator = case.initiator
    if initiator.region is None or not may(actor, PROPOSE, initiator.region):
        raise not_yours(initiator.short_name)
    if not is_editable(case):
        raise ImpossibleStep(
            _("Usulan tidak dapat diubah pada tahap “%s”.") % case.state_label,
            remedy=_("Mintalah usulan dikembalikan bila masih perlu diubah."),
        )
    if seen_revision is not None and seen_revision != case.revision:
        raise StaleForm(
            _("Usulan ini sudah disimpan lagi sesudah Anda membukanya."),
            remedy=_("Isian Anda masih ada di bawah. Bandingkan dengan data terbaru, lalu simpan lagi."),
        )
    return case


@transaction.atomic
def change_kind(*, actor: User, case: Case, kind: str, reason: str, seen_revision: int) -> Case:
    """Make a proposal another kind of cooperation, under the newest pack of that kind.

    What the new kind does not ask stays on record: answers in the history, papers as their revisions.
    """
    case = _open_proposal(actor, case, seen_revision)
    pack, rule = loading.kind(kind)
    if rule.code == case.kind:
        raise DomainError(
            _("Usulan ini sudah berjenis %s.") % rule.label, remedy=_("Pilih jenis lain, atau batalkan.")
        )
    if not reason.strip():
        raise DomainError(
            _("Alasan mengubah jenis belum diisi."), remedy=_("Tuliskan mengapa jenisnya diubah.")
        )
    own = case.initiator
    label = f"Jenis diubah dari {case.kind_label} menjadi {rule.label}"
    kept = set_aside_answers(case, rule)
    case.state = state_in(pack, rule, case.state)
    event = write_event(
        actor=actor, case=case, acting=Acting(own, role_of(actor, own)), arrow="ubah_jenis", label=label,
        source=case.state, target=case.state, reason="\n".join([reason.strip(), *kept]),
    )  # fmt: skip
    event.documents.set(case.documents.current())
    case.pack_code, case.pack_version, case.kind = pack.code, pack.version, rule.code
    case.save(update_fields=["pack_code", "pack_version", "kind", "state"])
    _touch(case)
    case = lock_case(case)
    refresh_turns(case)
    return case


def _touch(case: Case) -> None:
    case.revision += 1
    case.updated_at = clock.now()
    case.save(update_fields=["revision", "updated_at"])


@transaction.atomic
def save_details(
    *,
    actor: User,
    case: Case,
    seen_revision: int,
    urusan: Iterable[Urusan],
    office: Office | None,
    **fields: Any,
) -> Case:
    """Save what the proposal is about; `fields`: title, summary, location, proposed_years."""
    case = _open_proposal(actor, case, seen_revision)
    if office is not None and office.region_id != case.initiator.region_id:
        raise DomainError(
            _("Perangkat daerah itu bukan milik %s.") % case.initiator.short_name,
            remedy=_("Pilih dari daftar."),
        )
    for name in ("title", "summary", "location", "proposed_years"):
        setattr(case, name, fields[name])
    case.office = office
    case.full_clean(exclude=["urusan"])
    case.save()
    case.urusan.set(urusan)
    _touch(case)
    return case


@transaction.atomic
def add_party(
    *, actor: User, case: Case, region: Region | None = None, partner: Partner | None = None
) -> Party:
    """Add a partner: a region for KSDD, a third party for KSDPK; never the same party twice."""
    case = _open_proposal(actor, case)
    parties = list(case.parties.all())
    if region and any(party.region_id == region.pk for party in parties):
        raise DomainError(
            _("%s sudah menjadi pihak dalam usulan ini.") % region.full_name, remedy=_("Pilih daerah lain.")
        )
    if partner and any(party.partner_id == partner.pk for party in parties):
        raise DomainError(
            _("%s sudah menjadi pihak dalam usulan ini.") % partner, remedy=_("Pilih mitra lain.")
        )
    party = Party(
        case=case,
        order=max(entry.order for entry in parties) + 1,
        side=Side.PARTNER,
        region=region,
        partner=partner,
    )
    party.full_clean()
    party.save()
    _touch(case)
    return party


@transaction.atomic
def remove_party(*, actor: User, case: Case, party: Party) -> None:
    """Take a partner off a proposal that was not yet offered."""
    case = _open_proposal(actor, case)
    if party.case_id != case.pk or party.side != Side.PARTNER:
        raise DomainError(_("Pihak pemrakarsa tidak dapat dihapus."), remedy=_("Hapus hanya pihak mitra."))
    if case.documents.filter(party=party).exists():
        raise DomainError(
            _("%s sudah mempunyai dokumen dalam usulan ini.") % party.short_name,
            remedy=_("Pihak yang sudah mempunyai dokumen tidak dapat dihapus."),
        )
    party.delete()
    for order, entry in enumerate(Party.objects.filter(case=case).order_by("order"), start=1):
        if entry.order != order:
            entry.order = order
            entry.save(update_fields=["order"])
    _touch(case)


@transaction.atomic
def save_answers(
    *, actor: User, case: Case, answers: Mapping[str, tuple[bool, str]], seen_revision: int | None = None
) -> None:
    """Store the answers and reasons to the questions of the kind, as for kerja sama wajib (UU 23/2014 Pasal 364)."""
    case = _open_proposal(actor, case, seen_revision)
    store_answers(
        actor=actor,
        case=case,
        party=None,
        asked=(*case.kind_rule.questions, *case.kind_rule.screening),
        answers=answers,
    )
    _touch(case)


def store_answers(
    *,
    actor: User,
    case: Case,
    party: Party | None,
    asked: Iterable[Question],
    answers: Mapping[str, tuple[bool, str]],
) -> None:
    """Write one answer per known question; unknown codes are ignored."""
    for question in asked:
        if question.code in answers:
            yes, reason = answers[question.code]
            Answer.objects.update_or_create(
                case=case,
                party=party,
                question=question.code,
                defaults={
                    "yes": yes,
                    "reason": reason.strip(),
                    "answered_by": actor,
                    "answered_at": clock.now(),
                },
            )
