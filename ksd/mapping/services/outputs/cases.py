"""Rows become cases: a proposal begun from a row, or an existing case tied to it; the link is kept."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.law import loading
from agreements.law.schema import Kind
from agreements.models import Case
from agreements.services.proposal import PROPOSE, add_party, save_details, start_case
from ksd.accounts.access import AnyUser, may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.mapping.choices import RowVerdict
from ksd.mapping.law.wajib import VerdictRule, verdict_rule
from ksd.mapping.models import MappingRow, RowCase, RowTriage
from ksd.mapping.services.access import lock_row, may_manage, require_filler, write_row_event
from ksd.mapping.services.outputs.handing_over import carry_screening, carry_test

# What a proposal says is the region's; the mapping only hands it over.
REGION = "region"


def may_start(user: AnyUser, row: MappingRow) -> bool:
    """Whether a person may begin a cooperation of the row's region."""
    return may(user, PROPOSE, row.region)


def rule_of(row: MappingRow) -> VerdictRule | None:
    """The verdict of a row as a rule; None while nobody has judged it."""
    triage: RowTriage | None = getattr(row, "triage", None)
    return verdict_rule(triage.verdict) if triage and triage.verdict else None


def kinds_of_row(row: MappingRow) -> list[Kind]:
    """The kinds of cooperation the verdict of a row allows, in their order; none while nobody has judged it."""
    rule = rule_of(row)
    return [kind for kind in loading.all_kinds() if rule and kind.code in rule.kinds]


def _ready(row: MappingRow) -> MappingRow:
    """The row locked, sent and found to be a cooperation between regions. Raises ImpossibleStep."""
    kept = lock_row(row)
    if not kept.counts:
        raise ImpossibleStep(
            _("Baris ini %s, belum menjadi bahan kerja sama.") % kept.get_state_display().lower(),
            remedy=_("Kirim isian daerah ke forum dahulu."),
        )
    rule = rule_of(kept)
    if rule is None or rule.code == RowVerdict.BUKAN_KSD:
        raise ImpossibleStep(
            _("Baris ini belum dinyatakan sebagai kerja sama daerah.")
            if rule is None
            else _("Baris ini dinyatakan bukan kerja sama daerah."),
            remedy=_("Mintalah pemimpin pemetaan menguji barisnya dahulu."),
        )
    return kept


@transaction.atomic
def start_from_row(*, actor: User, row: MappingRow, kind: str, title: str) -> Case:
    """Begin a proposal with what the row says. Raises NotAllowed, ImpossibleStep or DomainError (kind)."""
    if not may_start(actor, row):
        raise NotAllowed(
            _("Anda tidak berwenang mengusulkan kerja sama atas nama %s.") % row.region.full_name,
            remedy=_("Mintalah petugas kerja sama daerah itu memulainya."),
        )
    kept = _ready(row)
    known = {each.code: each for each in kinds_of_row(kept)}
    if kind not in known:
        raise DomainError(
            _("Jenis kerja sama ini tidak sesuai dengan hasil uji barisnya."),
            remedy=_("Pilih jenis dari daftar, atau uji kembali barisnya."), status=422,
        )  # fmt: skip
    case = start_case(
        actor=actor, region=kept.region, kind=kind, title=title, label="Usulan dibuat dari hasil pemetaan"
    )
    save_details(
        actor=actor, case=case, seen_revision=case.revision, urusan=[kept.urusan], office=kept.office,
        title=case.title, summary=kept.description or kept.title, location=kept.location,
        proposed_years=kept.years or case.proposed_years,
    )  # fmt: skip
    if kept.partner_region is not None and known[kind].partner == REGION:
        add_party(actor=actor, case=case, region=kept.partner_region)
    carry_screening(actor=actor, row=kept, case=case)
    carry_test(actor=actor, rows=[kept], case=case)
    _tie(actor, kept, case, "Usulan kerja sama dimulai dari baris ini")
    return case


def _tie(actor: User, row: MappingRow, case: Case, label: str) -> RowCase:
    made = RowCase.objects.create(row=row, case=case, created_by=actor, created_at=clock.now())
    write_row_event(row, actor, label, reason=case.title)
    return made


def linkable_cases(user: AnyUser, row: MappingRow) -> Any:
    """Cases the person sees in which the row's region takes part and which are not tied to the row yet."""
    cases = Case.objects.visible_to(user).filter(parties__region=row.region).exclude(mapping_rows__row=row)
    return cases.order_by("-updated_at", "-pk").distinct()


@transaction.atomic
def link_case(*, actor: User, row: MappingRow, case: Case) -> RowCase:
    """Say that a cooperation there is carries out a row. Raises NotAllowed, ImpossibleStep or DomainError."""
    require_filler(actor, row.region)
    kept = _ready(row)
    if kept.cases.filter(case=case).exists():
        raise ImpossibleStep(
            _("Kerja sama ini sudah ditautkan pada baris ini."), remedy=_("Pilih kerja sama lain.")
        )
    if not linkable_cases(actor, kept).filter(pk=case.pk).exists():
        raise DomainError(
            _("%s bukan pihak dalam kerja sama itu.") % kept.region.full_name,
            remedy=_("Pilih kerja sama daerah ini sendiri."), status=422,
        )  # fmt: skip
    return _tie(actor, kept, case, "Kerja sama ditautkan")


@transaction.atomic
def unlink_case(*, actor: User, link: RowCase, reason: str) -> None:
    """Take a mistaken link away; the history of the row keeps it with its reason. Raises NotAllowed, DomainError."""
    if not may_manage(actor, link.row.period):
        require_filler(actor, link.row.region)
    row = lock_row(link.row)
    if not reason.strip():
        raise DomainError(
            _("Alasan wajib diisi untuk melepas tautan."), remedy=_("Tuliskan alasannya."), status=422
        )
    found = RowCase.objects.select_for_update(of=("self",)).select_related("case").filter(pk=link.pk).first()
    if found is None:
        raise ImpossibleStep(_("Tautan ini sudah dilepas."), remedy=_("Muat ulang halamannya."))
    write_row_event(row, actor, "Tautan kerja sama dilepas", reason=f"{found.case.title}: {reason.strip()}")
    found.delete()
