"""Who may lead a period and who may fill in for a region, under one lock."""

from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser, may
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.mapping.models import MappingRow, Period, PeriodEvent, PeriodRegion, RowEvent
from ksd.mapping.services.matching.due import note_changed
from regions.models import Region

MANAGE, FILL = "mapping.manage", "mapping.fill"


def may_manage(user: AnyUser, period: Period) -> bool:
    """Whether a person leads this period: by a role in the region that leads it."""
    return may(user, MANAGE, period.region)


def may_fill(user: AnyUser, region: Region) -> bool:
    """Whether a person writes what this region has and lacks; the Biro may for its regencies and cities."""
    return may(user, FILL, region)


def require_manager(actor: User, region: Region) -> None:
    """Refuse whoever does not lead mappings of this region. Raises NotAllowed."""
    if not may(actor, MANAGE, region):
        raise NotAllowed(
            _("Anda tidak berwenang memimpin pemetaan atas nama %(region)s.") % {"region": region},
            remedy=_("Mintalah Biro atau Bagian yang menangani kerja sama melakukannya."),
        )


def require_filler(actor: User, region: Region) -> None:
    """Refuse whoever does not write for this region. Raises NotAllowed."""
    if not may_fill(actor, region):
        raise NotAllowed(
            _("Anda tidak berwenang mengisi pemetaan atas nama %(region)s.") % {"region": region},
            remedy=_("Mintalah petugas kerja sama daerah itu mengisinya."),
        )


def require_open(period: Period) -> None:
    """Refuse to write into a period that is not open. Raises ImpossibleStep."""
    if not period.is_open:
        raise ImpossibleStep(
            _("Pengisian periode “%(period)s” tidak sedang dibuka (%(state)s).")
            % {"period": period, "state": period.get_state_display().lower()},
            remedy=_(
                "Mintalah pemimpin pemetaan membuka kembali pengisian; yang sudah Anda tulis tidak hilang."
            ),
        )


def answer_of(period: Period, region: Region) -> PeriodRegion:
    """The answer asked of a region, kept from others until the act is done. Raises ImpossibleStep for who is not asked."""
    rows = PeriodRegion.objects.select_for_update(of=("self",)).select_related("region")
    answer = rows.filter(period=period, region=region).first()
    if answer is None:
        raise ImpossibleStep(
            _("%(region)s tidak menjadi peserta periode “%(period)s”.")
            % {"region": region, "period": period},
            remedy=_("Mintalah pemimpin pemetaan menambahkannya sebagai peserta."),
        )
    return answer


def require_unsent(answer: PeriodRegion) -> None:
    """Refuse to write into what a region has sent. Raises ImpossibleStep."""
    if answer.submitted_at is not None:
        raise ImpossibleStep(
            _("Isian %(region)s sudah dikirim ke forum.") % {"region": answer.region},
            remedy=_("Buka kembali isiannya lebih dahulu; yang Anda tulis masih ada di layar."),
        )


def lock_period(period: Period) -> Period:
    """The period read anew and kept from others until the act is done."""
    rows = Period.objects.select_for_update(of=("self",)).select_related("region")
    return rows.get(pk=period.pk)


def lock_row(row: MappingRow) -> MappingRow:
    """The row read anew and kept from others until the act is done."""
    rows = MappingRow.objects.select_for_update(of=("self",)).select_related("period__region", "region")
    return rows.get(pk=row.pk)


def write_event(
    period: Period, actor: User, label: str, *, reason: str = "", region: Region | None = None
) -> PeriodEvent:
    """One line of a period's history."""
    return PeriodEvent.objects.create(
        period=period, actor=actor, label=label, reason=reason.strip(), region=region
    )


def write_row_event(
    row: MappingRow, actor: User, label: str, *, reason: str = "", before: dict[str, object] | None = None
) -> RowEvent:
    """One line of a row's history; its pairs are looked for anew."""
    note_changed(row)
    return RowEvent.objects.create(
        row=row,
        actor=actor,
        label=label,
        reason=reason.strip(),
        before=before or {},
        revision=row.revision,
    )
