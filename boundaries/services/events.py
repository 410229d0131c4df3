"""What happens to a segment and lets a term run: recorded, answered by each side, closed with its outcome."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import OWED_BY, SETTLED, Owing, SegmentKind, Stage, TermEvent
from boundaries.models import BoundaryEvent, BoundaryMinutes, EventAnswer, Segment, SegmentPaper
from boundaries.services.checks import locked, require_day, require_manager, require_voice, words
from boundaries.services.running import end_for, owing, run_event
from boundaries.services.traces import trace
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.services import cancel_deadlines
from regions.models import Region

# Stages that are such an event themselves, and those by which one is over.
BEGINS: dict[str, TermEvent] = {
    Stage.FASILITASI_GUBERNUR: TermEvent.FASILITASI_GUBERNUR,
    Stage.GARIS_KAJIAN: TermEvent.GARIS_KAJIAN,
    Stage.DISERAHKAN_KE_MENTERI: TermEvent.DISERAHKAN,
}
ENDS: dict[str, frozenset[str]] = {
    TermEvent.FASILITASI_GUBERNUR: frozenset(
        {
            Stage.KEPUTUSAN_GUBERNUR, Stage.DISERAHKAN_KE_MENTERI, Stage.PETA_DISEPAKATI,
            Stage.DIUSULKAN_KE_KEMENDAGRI, *SETTLED,
        }
    ),
    TermEvent.GARIS_KAJIAN: frozenset({Stage.PENYUSUNAN_DRAF, *SETTLED}),
    TermEvent.DISERAHKAN: SETTLED,
    TermEvent.MINTA_DOKUMEN: SETTLED,
}  # fmt: skip


@transaction.atomic
def open_event(
    *, actor: User, segment: Segment, kind: str, on: date, note: str = "", paper: SegmentPaper | None = None,
    minutes: BoundaryMinutes | None = None,
) -> BoundaryEvent:  # fmt: skip
    """Write an event down and let its terms run; the caller holds the segment's rights. One already open is given back."""
    same = BoundaryEvent.objects.filter(segment=segment, kind=kind, closed_on=None, minutes=minutes)
    found = same.first()
    if found is not None:
        return found
    event = BoundaryEvent.objects.create(
        segment=segment, kind=kind, on=on, note=note.strip(), paper=paper, minutes=minutes, recorded_by=actor
    )
    run_event(actor, event)
    trace(actor=actor, segment=segment, label=f"Peristiwa: {event}", detail=event.note)
    return event


@transaction.atomic
def record_event(
    *, actor: User, segment: Segment, kind: str, on: date, note: str, paper: SegmentPaper | None = None
) -> BoundaryEvent:
    """Record an event on a segment by hand. Raises NotAllowed, ImpossibleStep while the same is open, DomainError."""
    row = locked(segment)
    require_manager(actor, row)
    if kind not in OWED_BY or kind == TermEvent.MINTA_DOKUMEN:
        raise DomainError(
            _("Peristiwa itu tidak dicatat di sini."),
            remedy=_("Permintaan dokumen dicatat dengan berita acaranya."), status=422,
        )  # fmt: skip
    require_day(on)
    _own_paper(row, paper)
    if kind == TermEvent.FASILITASI_GUBERNUR and row.kind != SegmentKind.DALAM_PROVINSI:
        raise ImpossibleStep(
            _("Perselisihan antarprovinsi diselesaikan Menteri, bukan difasilitasi seorang gubernur."),
            remedy=_("Catat penyerahannya kepada Menteri."), article="Pasal 370 UU 23/2014",
        )  # fmt: skip
    running = BoundaryEvent.objects.filter(segment=row, kind=kind, closed_on=None).first()
    if running is not None:
        raise ImpossibleStep(
            _("“%(event)s” sudah dicatat pada %(day)s dan belum selesai.")
            % {"event": running, "day": long_date(running.on)},
            remedy=_("Selesaikan dahulu peristiwa itu."),
        )
    return open_event(
        actor=actor, segment=row, kind=kind, on=on, paper=paper,
        note=words(note, _("Isi keterangan, misalnya nomor dan tanggal suratnya.")),
    )  # fmt: skip


def _own_paper(segment: Segment, paper: SegmentPaper | None) -> None:
    if paper is not None and (paper.segment_id != segment.pk or paper.dropped_at is not None):
        raise DomainError(
            _("Dokumen itu bukan milik segmen ini."), remedy=_("Pilih dari daftar."), status=422
        )


@transaction.atomic
def answer_event(
    *, actor: User, event: BoundaryEvent, region: Region, on: date, text: str,
    paper: SegmentPaper | None = None,
) -> EventAnswer:  # fmt: skip
    """Keep what one side answered; its term is met that day, and the event is over once both have spoken.

    Raises NotAllowed, ImpossibleStep (closed, answered before) or DomainError.
    """
    row = _open(event)
    segment = row.segment
    if OWED_BY[row.kind] != Owing.SISI or region not in segment.sides:
        raise DomainError(
            _("%(region)s tidak diminta menjawab peristiwa ini.") % {"region": region},
            remedy=_("Pilih dari daftar."), status=422,
        )  # fmt: skip
    require_voice(actor, segment, region)
    require_day(on, after=row.on)
    _own_paper(segment, paper)
    if row.answers.filter(region=region).exists():
        raise ImpossibleStep(
            _("%(region)s sudah menjawab.") % {"region": region}, remedy=_("Muat ulang halaman.")
        )
    answer = EventAnswer.objects.create(
        event=row, region=region, on=on, text=words(text, _("Isi jawaban daerah itu.")), paper=paper,
        recorded_by=actor,
    )  # fmt: skip
    end_for(actor, row, region, on)
    trace(actor=actor, segment=segment, label=f"Jawaban {region}: {row}", detail=answer.text)
    if {each.region_id for each in row.answers.all()} >= {side.pk for side in owing(row)}:
        row.closed_on, row.outcome = on, "Kedua daerah sudah menjawab."
        row.save(update_fields=["closed_on", "outcome"])
    return answer


@transaction.atomic
def close_event(*, actor: User, event: BoundaryEvent, on: date, outcome: str) -> BoundaryEvent:
    """End an event with what came of it; terms of who acted are met, those of silent sides stop."""
    row = _open(event)
    require_manager(actor, row.segment)
    require_day(on, after=row.on)
    return _close(actor, row, on, words(outcome, _("Isi hasilnya.")))


def _close(actor: User, row: BoundaryEvent, on: date, outcome: str) -> BoundaryEvent:
    if OWED_BY[row.kind] != Owing.SISI:
        for region in owing(row):
            end_for(actor, row, region, on)
    cancel_deadlines(actor=actor, subject=row)
    row.closed_on, row.outcome = on, outcome
    row.save(update_fields=["closed_on", "outcome"])
    trace(actor=actor, segment=row.segment, label=f"Peristiwa selesai: {row}", detail=outcome)
    return row


def _open(event: BoundaryEvent) -> BoundaryEvent:
    rows = BoundaryEvent.objects.select_for_update(of=("self",)).select_related(
        "segment__region_a__parent", "segment__region_b__parent"
    )
    row = rows.get(pk=event.pk)
    if not row.is_open:
        raise ImpossibleStep(
            _("Peristiwa ini sudah selesai pada %s.") % long_date(row.closed_on or row.on),
            remedy=_("Muat ulang halaman."),
        )
    return row


@transaction.atomic
def note_stage(
    *, actor: User, segment: Segment, stage: str, on: date, paper: SegmentPaper | None = None
) -> None:
    """Let a new stage of the segment begin and end the terms that go with it; its caller holds the rights."""
    for event in BoundaryEvent.objects.filter(segment=segment, closed_on=None):
        if stage in ENDS[event.kind]:
            _close(actor, _open(event), max(on, event.on), f"Tahapan: {Stage(stage).label}")
    if stage in BEGINS:
        open_event(
            actor=actor, segment=segment, kind=BEGINS[stage], on=on, note="Menurut perubahan tahapan segmen.",
            paper=paper,
        )  # fmt: skip
