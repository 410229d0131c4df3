"""A report goes from hand to hand: sent, checked, received, passed on, or returned to be mended."""

from datetime import date

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from agreements.law.schema import Tier
from agreements.models import CaseEvent, CaseReport, ReportStep
from agreements.models.reports import RETURNED
from agreements.services.acting import Acting, not_yours
from agreements.services.history import tell_parties, write_event
from agreements.services.reports.clock import start_clock, stop_clock
from agreements.services.reports.writing import lock_report, prefilled, require_writing
from agreements.workflow import triggered
from ksd.accounts.access import acting_region_ids, current_memberships, recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady
from ksd.core.language import INDONESIAN
from ksd.core.words import long_date
from ksd.deadlines.services import notify

SENT = "report.sent"
RECEIVE = "agreements.receive"


def may_take(actor: User, report: CaseReport) -> bool:
    """Whether this person may take the report into its next hands."""
    tier = report.next_tier
    return tier is not None and report.region_id in acting_region_ids(actor, tier.permission)


def missing_items(report: CaseReport) -> list[str]:
    """Items that still say nothing; a report that the law does not itemise still needs its words."""
    words = prefilled(report)
    return [item.label for item in report.rule.items if not words[item.code].strip()]


@transaction.atomic
def take_step(
    *, actor: User, report: CaseReport, code: str, seen_state: str, on: date | None = None, note: str = ""
) -> ReportStep:
    """Take a report into its next hands. Raises ImpossibleStep, NotAllowed, NotReady; nothing is changed then."""
    report = lock_report(report)
    tier = _tier_here(report, code, seen_state)
    _require(actor, report, tier)
    day = on or clock.today()
    _check_day(report, tier, day)
    if report.is_writing:
        _finish_writing(report)
    step = _write_step(actor, report, tier, day, note)
    report.state = tier.code
    if tier == report.way[0] and report.sent_on is None:
        report.sent_on, report.sent_due_on = day, step.due_on
    report.save(update_fields=["state", "sent_on", "sent_due_on", "items"])
    stop_clock(actor=actor, report=report, tier=tier, on=day)
    start_clock(actor=actor, report=report, since=day)
    _tell(actor, report, tier, day, note)
    return step


@transaction.atomic
def return_report(*, actor: User, report: CaseReport, seen_state: str, reason: str) -> ReportStep:
    """Send a report back to be mended, with the reason. Raises ImpossibleStep, NotAllowed, DomainError."""
    report = lock_report(report)
    tier = report.next_tier
    if tier is None or not tier.returns or report.state != seen_state:
        raise _impossible(report)
    _require(actor, report, tier)
    if not reason.strip():
        raise DomainError(
            _("Alasan pengembalian wajib diisi."), remedy=_("Tuliskan apa yang harus diperbaiki.")
        )
    day = clock.today()
    step = _write_step(actor, report, tier, day, reason, returned=True)
    stop_clock(actor=actor, report=report, tier=tier, on=day)
    report.state = RETURNED
    report.save(update_fields=["state"])
    start_clock(actor=actor, report=report, since=day)
    _event(actor, report, tier, done="Dikembalikan untuk diperbaiki", day=day, reason=reason.strip())
    return step


def _tier_here(report: CaseReport, code: str, seen_state: str) -> Tier:
    tier = report.next_tier
    if tier is None or tier.code != code or report.state != seen_state:
        raise _impossible(report)
    return tier


def _impossible(report: CaseReport) -> ImpossibleStep:
    return ImpossibleStep(
        _("Langkah ini tidak dapat dilakukan: laporan kini “%s”.") % report.state_label,
        remedy=_("Muat ulang halaman laporan ini, lalu pilih langkah yang tersedia."),
        article=report.rule.article,
    )


def _require(actor: User, report: CaseReport, tier: Tier) -> None:
    if report.region_id not in acting_region_ids(actor, tier.permission):
        raise not_yours(f"{tier.actor}, {report.region.full_name}")


def _check_day(report: CaseReport, tier: Tier, day: date) -> None:
    """No day in the future, none before the period began or before the step before it."""
    if day > clock.today():
        raise DomainError(
            _("Tanggal tidak boleh di masa depan."), remedy=_("Isi tanggal yang sudah terjadi.")
        )
    last = report.steps.order_by("-pk").values_list("on", flat=True).first()
    earliest = max(filter(None, (report.span.first, last)))
    if day < earliest:
        raise DomainError(
            _("Tanggal %(day)s mendahului langkah sebelumnya atau awal periode (%(first)s).")
            % {"day": long_date(day), "first": long_date(earliest)},
            remedy=_("Periksa kembali tanggalnya."),
            article=tier.article,
        )


def _finish_writing(report: CaseReport) -> None:
    """What is sent is kept as it was sent, the register's facts included."""
    require_writing(report)
    missing = missing_items(report)
    if missing:
        raise NotReady(
            _("Laporan belum lengkap; belum diisi: %s.") % ", ".join(missing),
            remedy=_("Lengkapi isian itu; tuliskan “nihil” bila memang tidak ada."),
            article=report.rule.article,
        )
    report.items = prefilled(report)


def _write_step(
    actor: User, report: CaseReport, tier: Tier, day: date, note: str, *, returned: bool = False
) -> ReportStep:
    return ReportStep.objects.create(
        report=report,
        code=tier.code,
        label="Dikembalikan untuk diperbaiki" if returned else tier.done,
        article="" if returned else tier.article,
        returned=returned,
        on=day,
        due_on=report.due_on,
        reason=note.strip(),
        actor=actor,
        actor_name=actor.get_full_name(),
        role=_role(actor, report)[:150],
    )


def _role(actor: User, report: CaseReport) -> str:
    """The actor's roles in the reporting region or the one above it, as shown beside each step."""
    places = {report.region_id: report.region, report.region.parent_id: report.region.parent}
    held = [row for row in current_memberships(actor).select_related("region") if row.region_id in places]
    with translation.override(INDONESIAN):
        labels = ", ".join(f"{row.get_role_display()} – {row.region.full_name}" for row in held)
    return labels or "Pengelola sistem"


def _event(actor: User, report: CaseReport, tier: Tier, *, done: str, day: date, reason: str) -> CaseEvent:
    arrow = triggered(report.case.pack, report.case.state, SENT) if tier == report.way[0] else None
    event = write_event(
        actor=actor,
        case=report.case,
        acting=Acting(report.case.initiator, _role(actor, report)),
        arrow=arrow.code if arrow else f"laporan_{tier.code}"[:40],
        label=f"{report.rule.label} {report.period_label}: {done}",
        article=tier.article[:200],
        on=day,
        reason=reason,
    )
    tell_parties(case=report.case, event=event, link=report.get_absolute_url())
    return event


def _tell(actor: User, report: CaseReport, tier: Tier, day: date, note: str) -> None:
    """The parties hear of each step; the province hears when the report is on its way to it."""
    event = _event(actor, report, tier, done=tier.done, day=day, reason=note.strip())
    coming = report.next_tier
    above = report.region.parent
    if coming is not None and above is not None and coming.permission == RECEIVE:
        notify(
            users=recipients([above.pk, report.region_id], permissions=[RECEIVE]).exclude(pk=actor.pk),
            key=f"peristiwa-{event.pk}",
            kind="kasus",
            title=f"{event.label}: {report.case.title}"[:200],
            body=f"{event.actor_name} ({event.role})",
            link=report.get_absolute_url(),
        )
