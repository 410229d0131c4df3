"""The steps of a berita acara: Ditandatangani, Disahkan, Tercantum dalam Permendagri, or a draft given up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import PaperKind, SignerState, TermEvent
from boundaries.models import BoundaryMinutes, SegmentPaper
from boundaries.services.checks import kept_file, require_day, words
from boundaries.services.events import open_event
from boundaries.services.minutes_access import locked_minutes, write_event
from boundaries.services.signers import missing_signers
from boundaries.workflow.minutes import CANCEL, INCLUDE, RATIFY, SIGN, MinutesStep, step_of
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep, NotReady


@dataclass(frozen=True)
class StepFacts:
    """What a step is recorded with; each step reads its own."""

    on: date
    note: str = ""
    ratified_by: str = ""
    decree: str = ""
    upload: "UploadedFile[Any] | None" = None


@transaction.atomic
def take_step(*, actor: User, minutes: BoundaryMinutes, code: str, facts: StepFacts) -> BoundaryMinutes:
    """Take a berita acara one step on. Raises NotAllowed, ImpossibleStep, NotReady or DomainError."""
    row = locked_minutes(actor, minutes)
    step = _step(row, code)
    _ACTS[step.code](actor, row, facts)
    row.state = step.target
    row.save()
    write_event(row, actor, str(step.label), facts.note.strip() or row.number)
    if step.code == SIGN and row.asks_documents:
        _ask_for_documents(actor, row)
    return row


def _step(row: BoundaryMinutes, code: str) -> MinutesStep:
    try:
        step = step_of(code)
    except KeyError:
        raise ImpossibleStep(_("Langkah itu tidak dikenal."), remedy=_("Muat ulang halaman.")) from None
    if step.source != row.state:
        raise ImpossibleStep(
            _("“%(step)s” tidak dapat dilakukan; berita acara ini “%(state)s”.")
            % {"step": step.label, "state": row.get_state_display()},
            remedy=_("Muat ulang halaman."),
        )
    return step


def _sign(actor: User, row: BoundaryMinutes, facts: StepFacts) -> None:
    """Everybody who must has signed; the signed paper joins the documents of the segment."""
    if not row.is_fixed:
        raise NotReady(_("Berita acara ini belum bernomor."), remedy=_("Beri nomor dahulu."))
    missing = missing_signers(row)
    if missing:
        raise NotReady(
            _("Belum ditandatangani oleh: %s.") % "; ".join(missing), findings=tuple(missing),
            article=row.rule.article,
            remedy=_("Catat tanda tangannya, atau lengkapi Tim PBD lalu susun ulang penanda tangannya."),
        )  # fmt: skip
    days = row.signers.filter(state=SignerState.MENANDATANGANI).values_list("signed_on", flat=True)
    require_day(facts.on, after=max([row.on, *(day for day in days if day)]))
    row.signed_on = facts.on
    row.paper = SegmentPaper.objects.create(
        segment=row.segment, kind=PaperKind.BERITA_ACARA, title=row.rule.label, number=row.number,
        on=row.signed_on, file=kept_file(facts.upload, actor), added_by=actor,
    )  # fmt: skip


def _ratify(actor: User, row: BoundaryMinutes, facts: StepFacts) -> None:  # noqa: ARG001  one shape for all
    require_day(facts.on, after=row.signed_on)
    row.ratified_on = facts.on
    row.ratified_by = words(facts.ratified_by, _("Isi siapa yang mengesahkan."))[:200]


def _include(actor: User, row: BoundaryMinutes, facts: StepFacts) -> None:  # noqa: ARG001  one shape for all
    require_day(facts.on, after=row.ratified_on)
    decree = words(facts.decree or row.segment.regulation, _("Isi Permendagri yang mencantumkannya."))
    row.decree = decree[:120]


def _cancel(actor: User, row: BoundaryMinutes, facts: StepFacts) -> None:  # noqa: ARG001  one shape for all
    if not facts.note.strip():
        raise DomainError(
            _("Tuliskan alasan membatalkan draf ini."), remedy=_("Isi, lalu kirim lagi."), status=422
        )


_ACTS: dict[str, Callable[[User, BoundaryMinutes, StepFacts], None]] = {
    SIGN: _sign,
    RATIFY: _ratify,
    INCLUDE: _include,
    CANCEL: _cancel,
}


def _ask_for_documents(actor: User, row: BoundaryMinutes) -> None:
    """The wish for more documents lets their term run on every segment of the paper."""
    for segment in (row.segment, *row.others.select_related("region_a__parent", "region_b__parent")):
        open_event(
            actor=actor, segment=segment, kind=TermEvent.MINTA_DOKUMEN, on=row.signed_on or row.on,
            note=str(row.rule.title), minutes=row, paper=row.paper,
        )  # fmt: skip
