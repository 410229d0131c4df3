"""A region answers: sends what it wrote, says that it has nothing, or takes its answer back."""

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.mapping.choices import RowState
from ksd.mapping.models import MappingRow, Period, PeriodRegion, RowEvent
from ksd.mapping.querysets import RowQuerySet
from ksd.mapping.services.access import (
    answer_of,
    lock_period,
    may_manage,
    require_filler,
    require_open,
    write_event,
)
from ksd.mapping.services.matching.due import request_due
from ksd.mapping.services.telling import tell_leaders, tell_participants
from ksd.mapping.services.terms import meet_term, start_term
from regions.models import Region


@transaction.atomic
def submit_answer(
    *, actor: User, period: Period, region: Region, nothing_to_say: bool = False
) -> PeriodRegion:
    """Send all drafts of a region to the forum, or say that it has nothing. Raises NotAllowed or ImpossibleStep."""
    kept = lock_period(period)
    require_filler(actor, region)
    require_open(kept)
    answer = answer_of(kept, region)
    if answer.submitted_at is not None:
        raise ImpossibleStep(
            _("Isian %(region)s sudah dikirim.") % {"region": region},
            remedy=_("Buka halaman isiannya untuk melihat keadaannya."),
        )
    rows = MappingRow.objects.filter(period=kept, region=region).alive()
    _require_sense(region, wrote=rows.exists(), nothing=nothing_to_say)
    _send(actor, rows.filter(state=RowState.DRAF))
    answer.submitted_at, answer.submitted_by = clock.now(), actor
    answer.nothing_to_say = nothing_to_say
    answer.save(update_fields=["submitted_at", "submitted_by", "nothing_to_say"])
    meet_term(actor, answer)
    request_due(kept.pk)
    label = (
        f"{region} menyatakan tidak ada usulan"
        if nothing_to_say
        else f"{region} mengirim isian: {rows.count()} baris"
    )
    write_event(kept, actor, label, region=region)
    tell_leaders(kept, f"jawaban:{answer.pk}", f"{kept}: {label}")
    return answer


def _require_sense(region: Region, *, wrote: bool, nothing: bool) -> None:
    if nothing and wrote:
        raise ImpossibleStep(
            _("%(region)s mempunyai baris; pernyataan tidak ada usulan tidak cocok.") % {"region": region},
            remedy=_("Kirim barisnya, atau tarik semuanya lebih dahulu."),
        )
    if not nothing and not wrote:
        raise ImpossibleStep(
            _("Belum ada baris yang dapat dikirim."),
            remedy=_("Tulis paling sedikit satu baris, atau nyatakan tidak ada usulan."),
        )


def _send(actor: User, drafts: RowQuerySet) -> None:
    """Drafts become what every participant reads."""
    rows = list(drafts)
    for row in rows:
        row.state, row.updated_at = RowState.DIKIRIM, clock.now()
        row.revision += 1
    MappingRow.objects.bulk_update(rows, ["state", "updated_at", "revision"], batch_size=500)
    RowEvent.objects.bulk_create(
        RowEvent(row=row, actor=actor, label="Dikirim ke forum", revision=row.revision) for row in rows
    )


@transaction.atomic
def reopen_answer(*, actor: User, period: Period, region: Region, reason: str) -> PeriodRegion:
    """Take an answer back to change it; what was sent stays readable. Raises NotAllowed, ImpossibleStep or DomainError."""
    kept = lock_period(period)
    led = may_manage(actor, kept)
    if not led:
        require_filler(actor, region)
    require_open(kept)
    answer = answer_of(kept, region)
    if answer.submitted_at is None:
        raise ImpossibleStep(
            _("Isian %(region)s belum dikirim.") % {"region": region},
            remedy=_("Isian itu masih dapat diubah."),
        )
    if not reason.strip():
        raise DomainError(
            _("Alasan wajib diisi untuk membuka kembali isian."), remedy=_("Tuliskan alasannya."), status=422
        )
    answer.submitted_at, answer.submitted_by, answer.nothing_to_say = None, None, False
    answer.save(update_fields=["submitted_at", "submitted_by", "nothing_to_say"])
    answer.period = kept
    start_term(actor, answer)
    label = f"Isian {region} dibuka kembali"
    write_event(kept, actor, label, reason=reason, region=region)
    # Each side hears what the other did.
    tell_participants(kept, f"buka-isian:{answer.pk}", f"{kept}: {label}", body=reason, regions=[region.pk])
    tell_leaders(kept, f"buka-isian:{answer.pk}", f"{kept}: {label}", body=reason)
    return answer
