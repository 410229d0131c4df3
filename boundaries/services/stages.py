"""Moving a segment from stage to stage."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import Stage
from boundaries.models import Segment, SegmentChange
from boundaries.services.access import may_manage
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm


@transaction.atomic
def change_stage(
    *,
    actor: User,
    segment: Segment,
    stage: str,
    on: date,
    reason: str,
    regulation: str = "",
    regulation_title: str = "",
    seen_stage: str | None = None,
) -> SegmentChange:
    """Write down that a segment has come to another stage, since when and why.

    `ditetapkan` needs its Permendagri, now or before. Raises NotAllowed, StaleForm, ImpossibleStep or NotReady.
    """
    row = (
        Segment.objects.select_for_update(of=("self",))
        .select_related("region_a", "region_b")
        .get(pk=segment.pk)
    )
    if not may_manage(actor, row):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah tahapan segmen %(segment)s.") % {"segment": row},
            remedy=_("Mintalah Biro Pemerintahan provinsi salah satu pihak mencatatnya."),
        )
    _check(row, stage, on, reason, seen_stage)
    _check_regulation(row, stage, regulation)
    change = SegmentChange(
        segment=row,
        actor=actor,
        from_stage=row.stage,
        to_stage=stage,
        on=on,
        reason=reason.strip(),
        regulation=regulation.strip(),
        at=clock.now(),
    )
    return _write(row, change, regulation_title.strip())


def _check(row: Segment, stage: str, on: date, reason: str, seen_stage: str | None) -> None:
    if seen_stage is not None and seen_stage != row.stage:
        raise StaleForm(
            _("Sementara formulir ini terbuka, tahapan segmen berubah menjadi “%(stage)s”.")
            % {"stage": row.get_stage_display()},
            remedy=_("Buka kembali halaman segmen, lalu putuskan apakah perubahan masih perlu."),
        )
    if stage not in Stage.values:
        raise ImpossibleStep(_("Tahapan “%(stage)s” tidak dikenal.") % {"stage": stage})
    if stage == row.stage:
        raise ImpossibleStep(
            _("Segmen ini memang sudah berada pada “%(stage)s”.") % {"stage": row.get_stage_display()},
            remedy=_("Pilih tahapan lain atau batalkan."),
        )
    if not reason.strip():
        raise DomainError(
            _("Alasan wajib diisi."), remedy=_("Tulis peristiwa atau dokumen yang menjadi dasarnya.")
        )
    if on > clock.today():
        raise DomainError(_("Tanggal tidak boleh di masa depan."), remedy=_("Isi hari tahapan itu dimulai."))


def _check_regulation(row: Segment, stage: str, regulation: str) -> None:
    if stage == Stage.DITETAPKAN and not (regulation.strip() or row.regulation):
        raise NotReady(
            _("Segmen ditetapkan dengan Permendagri; nomornya belum diisi."),
            remedy=_("Isi nomor dan tahunnya, misalnya Permendagri 30/2017."),
            article=_("Pasal 401 UU 23/2014"),
        )


def _write(row: Segment, change: SegmentChange, regulation_title: str) -> SegmentChange:
    """Keep the history row, then the segment as it now stands."""
    change.save()
    row.stage, row.stage_since = change.to_stage, change.on
    if change.regulation:
        row.regulation, row.regulation_title = change.regulation, regulation_title
    row.save(update_fields=["stage", "stage_since", "regulation", "regulation_title"])
    return change
