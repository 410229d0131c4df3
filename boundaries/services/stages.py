"""Moving a segment from stage to stage, writing down where it stands, and putting a wrong entry right."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import ChangeAct, PaperKind, Stage
from boundaries.models import Segment, SegmentChange, SegmentPaper
from boundaries.services.events import note_stage
from boundaries.services.traces import kept_by
from boundaries.workflow.stages import LADDER, Entry, entry_of, may_follow, steps_from
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady, StaleForm
from ksd.core.words import long_date


@dataclass(frozen=True)
class Told:
    """What somebody says of a segment: its stage, since when, why, on which document, and what they had before their eyes."""

    stage: str
    on: date
    reason: str
    paper: SegmentPaper | None
    seen_stage: str | None


@transaction.atomic
def change_stage(
    *,
    actor: User,
    segment: Segment,
    stage: str,
    on: date,
    reason: str,
    paper: SegmentPaper | None = None,
    seen_stage: str | None = None,
) -> SegmentChange:
    """Take a segment one step further, or write down where it is found while nobody knows yet.

    Raises NotAllowed, StaleForm, ImpossibleStep, NotReady or DomainError.
    """
    row = kept_by(actor, segment)
    told = Told(stage, on, reason, paper, seen_stage)
    _check(row, told)
    if stage == row.stage:
        raise ImpossibleStep(
            _("Segmen ini memang sudah berada pada “%(stage)s”.") % {"stage": row.get_stage_display()},
            remedy=_("Pilih tahapan lain, atau ralat tanggalnya bila keliru."),
        )
    if row.stage == Stage.BELUM_DIKETAHUI:
        _check_decree(row, stage)
        return _write(row, actor, ChangeAct.KEADAAN, told)
    _check_step(row, told)
    _check_needs(row, told)
    return _write(row, actor, ChangeAct.LANGKAH, told)


@transaction.atomic
def correct_stage(
    *,
    actor: User,
    segment: Segment,
    stage: str,
    on: date,
    reason: str,
    paper: SegmentPaper | None = None,
    seen_stage: str | None = None,
) -> SegmentChange:
    """Put a wrong entry right: another stage or another day, with the reason; the wrong entry stays in the history.

    Raises NotAllowed, StaleForm, ImpossibleStep, NotReady or DomainError.
    """
    row = kept_by(actor, segment)
    told = Told(stage, on, reason, paper, seen_stage)
    _check(row, told)
    if (stage, on) == (row.stage, row.stage_since):
        raise ImpossibleStep(
            _("Ralat ini sama dengan yang sudah tercatat."), remedy=_("Ubah tahapan atau tanggalnya.")
        )
    _check_decree(row, stage)
    return _write(row, actor, ChangeAct.RALAT, told)


def _check(row: Segment, told: Told) -> None:
    """What holds for every entry: seen as it is, a stage this kind of segment knows, a reason, a day, its own paper."""
    if told.seen_stage is not None and told.seen_stage != row.stage:
        raise StaleForm(
            _("Sementara formulir ini terbuka, tahapan segmen berubah menjadi “%(stage)s”.")
            % {"stage": row.get_stage_display()},
            remedy=_("Buka kembali halaman segmen, lalu putuskan apakah perubahan masih perlu."),
        )
    if told.stage not in Stage.values:
        raise ImpossibleStep(_("Tahapan “%(stage)s” tidak dikenal.") % {"stage": told.stage})
    _check_ladder(row, told.stage)
    if not told.reason.strip():
        raise DomainError(
            _("Alasan wajib diisi."), remedy=_("Tulis peristiwa atau dokumen yang menjadi dasarnya.")
        )
    if told.on > clock.today():
        raise DomainError(_("Tanggal tidak boleh di masa depan."), remedy=_("Isi hari tahapan itu dimulai."))
    paper = told.paper
    if paper is not None and (paper.segment_id != row.pk or paper.dropped_at is not None):
        raise DomainError(
            _("Dokumen itu bukan dokumen segmen ini, atau sudah ditarik."),
            remedy=_("Pilih dokumen dari daftar dokumen segmen ini."),
        )


def _check_ladder(row: Segment, stage: str) -> None:
    """Between two provinces no governor decides."""
    entry = entry_of(stage)
    if entry is not None and entry.sources and not entry.after(row.kind):
        raise ImpossibleStep(
            _(
                "“%(stage)s” hanya untuk segmen di dalam satu provinsi; perselisihan antarprovinsi diselesaikan Menteri."
            )
            % {"stage": Stage(stage).label},
            remedy=_("Pilih “%(stage)s”.") % {"stage": Stage.DISERAHKAN_KE_MENTERI.label},
            article=str(LADDER),
        )


def _check_step(row: Segment, told: Told) -> None:
    if not may_follow(row.stage, told.stage, row.kind):
        following = ", ".join(f"“{Stage(step.stage).label}”" for step in steps_from(row.stage, row.kind))
        raise ImpossibleStep(
            _("“%(to)s” tidak mengikuti “%(from)s”.")
            % {"to": Stage(told.stage).label, "from": row.get_stage_display()},
            remedy=_("Yang dapat mengikuti: %(stages)s. Bila tahapan yang tercatat keliru, ralatlah.")
            % {"stages": following},
        )
    if row.stage_since is not None and told.on < row.stage_since:
        raise DomainError(
            _("Tahapan baru tidak dapat dimulai sebelum tahapan sekarang, %(day)s.")
            % {"day": long_date(row.stage_since)},
            remedy=_("Periksa tanggalnya, atau ralat tanggal tahapan sekarang."),
        )


def _check_decree(row: Segment, stage: str) -> None:
    """A segment is settled by a regulation with its number."""
    entry = entry_of(stage)
    if entry is not None and entry.decree and not row.bases.settling().exists():
        raise NotReady(
            _("Segmen ditetapkan dengan Permendagri; peraturannya belum dicatat pada segmen ini."),
            remedy=_("Catat dahulu nomor dan tahunnya di bagian Dasar hukum dengan kedudukan “Menetapkan”."),
            article=str(entry.article),
        )


def _check_needs(row: Segment, told: Told) -> None:
    """The decree, the document and the court case without which a step is only a word."""
    entry, paper = entry_of(told.stage), told.paper
    if entry is None:
        return
    _check_decree(row, told.stage)
    if entry.court and not row.court_cases.filter(court=entry.court).exists():
        raise NotReady(
            _("Perkaranya belum dicatat pada segmen ini."),
            remedy=_("Catat dahulu perkaranya di bagian Dasar hukum."),
        )
    if entry.papers and not (paper and paper.kind in entry.papers) and not _decree_on_file(row, entry):
        kinds = ", ".join(str(PaperKind(kind).label) for kind in entry.papers)
        raise NotReady(
            _("Tahapan “%(stage)s” bertumpu pada dokumen: %(kinds)s.")
            % {"stage": Stage(told.stage).label, "kinds": kinds},
            remedy=_("Pilih dokumennya; bila belum ada, tambahkan dahulu di bagian Dokumen."),
            article=str(entry.article),
        )


def _decree_on_file(row: Segment, entry: Entry) -> bool:
    """The decree's own file is document enough."""
    return entry.decree and row.bases.settling().filter(regulation__file__isnull=False).exists()


def _write(row: Segment, actor: User, act: str, told: Told) -> SegmentChange:
    """Keep the history row, then the segment as it now stands."""
    change = SegmentChange.objects.create(
        segment=row,
        actor=actor,
        act=act,
        from_stage=row.stage,
        from_since=row.stage_since,
        to_stage=told.stage,
        on=told.on,
        reason=told.reason.strip(),
        paper=told.paper,
        regulation=row.regulation if told.stage == Stage.DITETAPKAN else "",
        at=clock.now(),
    )
    row.stage, row.stage_since = told.stage, None if told.stage == Stage.BELUM_DIKETAHUI else told.on
    row.save(update_fields=["stage", "stage_since"])
    if act != ChangeAct.RALAT:  # a wrong entry put right is no event
        note_stage(actor=actor, segment=row, stage=told.stage, on=told.on, paper=told.paper)
    return change
