"""Planning a period: its facts and who is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm
from ksd.core.words import long_date
from ksd.mapping.models import MappingRow, Period, PeriodRegion
from ksd.mapping.services.access import lock_period, require_manager, write_event
from ksd.mapping.services.telling import tell_participants
from ksd.mapping.services.terms import drop_term, start_term, start_terms
from meetings.models import Meeting
from regions.models import Region


@dataclass(frozen=True)
class PeriodData:
    """A period as its leader fills it in."""

    name: str
    year: int
    forum: str
    forum_on: date | None = None
    forum_place: str = ""
    meeting: Meeting | None = None
    deadline: date | None = None
    guidance: str = ""


@transaction.atomic
def create_period(*, actor: User, region: Region, data: PeriodData, participants: Iterable[Region]) -> Period:
    """Prepare a period; nobody is told before it is opened. Raises NotAllowed or ValidationError."""
    require_manager(actor, region)
    period = Period(region=region, created_by=actor, **_facts(data))
    period.full_clean(exclude=["region", "created_by", "meeting"])
    period.save()
    PeriodRegion.objects.bulk_create(PeriodRegion(period=period, region=row) for row in participants)
    write_event(period, actor, "Periode disiapkan")
    return period


def _facts(data: PeriodData) -> dict[str, object]:
    return {field.name: getattr(data, field.name) for field in fields(data)}


def require_running(period: Period) -> None:
    """Refuse to change what is agreed or called off. Raises ImpossibleStep."""
    if period.is_over:
        raise ImpossibleStep(
            _("Periode “%(period)s” sudah %(state)s dan tidak dapat diubah.")
            % {"period": period, "state": period.get_state_display().lower()},
            remedy=_("Tinjau kembali hasilnya lebih dahulu, atau siapkan periode baru."),
        )


@transaction.atomic
def change_period(*, actor: User, period: Period, data: PeriodData, seen_revision: int) -> Period:
    """Change the facts of a period; a new deadline is told. Raises NotAllowed, ImpossibleStep or StaleForm."""
    row = lock_period(period)
    require_manager(actor, row.region)
    require_running(row)
    if seen_revision != row.revision:
        raise StaleForm(
            _("Periode ini baru saja diubah orang lain."),
            remedy=_("Bandingkan dengan halaman periode; bila isian Anda tetap benar, simpan sekali lagi."),
        )
    was = row.deadline
    for name, value in _facts(data).items():
        setattr(row, name, value)
    row.full_clean(exclude=["region", "created_by", "meeting"])
    row.revision += 1
    row.save()
    write_event(row, actor, "Periode diubah")
    if row.is_open and row.deadline != was:
        _new_deadline(actor, row)
    return row


def _new_deadline(actor: User, period: Period) -> None:
    """An open period has a deadline to come, and everybody asked knows it."""
    if period.deadline is None or period.deadline < clock.today():
        raise DomainError(
            _("Batas waktu periode yang sedang dibuka tidak boleh dikosongkan atau sudah lewat."),
            remedy=_("Isi tanggal hari ini atau sesudahnya, atau tutup pengisian."),
            status=422,
        )
    start_terms(actor, period)
    tell_participants(
        period,
        f"batas:{period.revision}",
        _("Batas waktu %(period)s menjadi %(date)s") % {"period": period, "date": long_date(period.deadline)},
    )


@transaction.atomic
def set_participants(*, actor: User, period: Period, regions: Iterable[Region]) -> None:
    """Ask these regions and no others; who has written or answered stays. Raises NotAllowed or ImpossibleStep."""
    row = lock_period(period)
    require_manager(actor, row.region)
    require_running(row)
    wanted = {region.pk: region for region in regions}
    if row.is_open and not wanted:
        raise ImpossibleStep(
            _("Periode yang sedang dibuka memerlukan paling sedikit satu daerah peserta."),
            remedy=_("Centang paling sedikit satu daerah, atau batalkan periodenya."),
        )
    present = {answer.region_id: answer for answer in row.answers.select_related("region")}
    gone = [answer for key, answer in present.items() if key not in wanted]
    fresh = [region for key, region in wanted.items() if key not in present]
    _drop(actor, row, gone)
    _ask(actor, row, fresh)
    if gone or fresh:
        write_event(row, actor, f"Daerah peserta diubah: {len(fresh)} ditambah, {len(gone)} dikeluarkan")


def _drop(actor: User, period: Period, gone: list[PeriodRegion]) -> None:
    written = MappingRow.objects.filter(period=period, region_id=OuterRef("region_id"))
    rows = PeriodRegion.objects.filter(pk__in=[answer.pk for answer in gone]).annotate(
        has_rows=Exists(written)
    )
    bound = [answer for answer in rows.select_related("region") if answer.submitted_at or answer.has_rows]
    if bound:
        raise ImpossibleStep(
            _("%(regions)s sudah mengisi dan tidak dapat dikeluarkan.")
            % {"regions": ", ".join(str(answer.region) for answer in bound)},
            remedy=_("Biarkan daerah itu tercentang."),
        )
    for answer in gone:
        drop_term(actor, answer)
        answer.delete()
    if gone and period.is_open:
        tell_participants(
            period, "dikeluarkan", _("Daerah Anda tidak lagi diminta mengisi %s") % period,
            regions=[answer.region_id for answer in gone], leads_nowhere=True,
        )  # fmt: skip


def _ask(actor: User, period: Period, fresh: list[Region]) -> None:
    for region in fresh:
        told = clock.today() if period.is_open else None
        answer = PeriodRegion.objects.create(period=period, region=region, reminded_on=told)
        if period.is_open:
            start_term(actor, answer)
    if fresh and period.is_open:
        tell_participants(
            period, f"peserta:{period.answers.count()}", _("Daerah Anda diminta mengisi %s") % period,
            body=period.guidance, regions=[region.pk for region in fresh],
        )  # fmt: skip
