"""Events that let terms run, attendance, and a person's finding that silence is consent."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from boundaries.forms.papers import ReasonForm, given
from boundaries.forms.terms import AnswerForm, AttendanceForm, CloseForm, ConsentForm, EventForm
from boundaries.law import absence_rule
from boundaries.models import BoundaryEvent, Segment
from boundaries.services import spoken_for
from boundaries.services.events import answer_event, close_event, record_event
from boundaries.services.facilitation import drop_consent, record_attendance, record_consent
from boundaries.views.penegasan import SHOW, ask, of
from boundaries.views.shared import managed, segment_of
from ksd.accounts.pages import person
from ksd.core.forms import OnceForm


def _asked(http: HttpRequest, segment: Segment, form: OnceForm, act: Any, **page: Any) -> HttpResponse:
    return ask(http, form, act, back=of(segment, "terms_of"), subject=page.pop("subject", segment), **page)


def _event(segment: Segment, pk: int) -> BoundaryEvent:
    event = get_object_or_404(BoundaryEvent.objects.filter(segment=segment), pk=pk)
    event.segment = segment
    return event


@login_required
@require_http_methods(SHOW)
def event_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Record an event that lets a term run."""
    segment = managed(request, slug)
    form = EventForm(request.POST or None, segment=segment)

    def act(_kept: dict[str, Any]) -> None:
        record_event(actor=person(request), segment=segment, **given(form))

    hints = [_("Tenggat berjalan hanya bila ketentuannya sudah diisi.")]
    return _asked(
        request, segment, form, act, title=_("Catat peristiwa"), done=_("Peristiwa dicatat."), hints=hints
    )


@login_required
@require_http_methods(SHOW)
def event_answer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Keep what one side answered."""
    segment = segment_of(request, slug)
    event = _event(segment, pk)
    own = spoken_for(request.user, segment)
    if not own:
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan menjawab atas nama salah satu daerah."))
    form = AnswerForm(request.POST or None, event=event, regions=own)

    def act(_kept: dict[str, Any]) -> None:
        answer_event(actor=person(request), event=event, **given(form))

    return _asked(
        request, segment, form, act, title=_("Catat jawaban"), subject=event, done=_("Jawaban dicatat.")
    )


@login_required
@require_http_methods(SHOW)
def event_close(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """End an event with its outcome."""
    segment = managed(request, slug)
    event = _event(segment, pk)
    form = CloseForm(request.POST or None)

    def act(_kept: dict[str, Any]) -> None:
        close_event(actor=person(request), event=event, **given(form))

    return _asked(
        request, segment, form, act, title=_("Selesaikan peristiwa"), subject=event,
        done=_("Peristiwa diselesaikan."),
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def attendance(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down who came to a facilitation."""
    segment = managed(request, slug)
    form = AttendanceForm(request.POST or None, segment=segment)

    def act(_kept: dict[str, Any]) -> None:
        record_attendance(actor=person(request), **given(form))

    return _asked(
        request, segment, form, act, title=_("Catat kehadiran"), done=_("Kehadiran dicatat."),
        hints=[_("Mencatat ulang daerah yang sama pada rapat yang sama membetulkan catatan sebelumnya.")],
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def consent(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down a person's finding that an absent side counts as agreeing."""
    segment = managed(request, slug)
    form = ConsentForm(request.POST or None, segment=segment)
    rule = absence_rule()

    def act(_kept: dict[str, Any]) -> None:
        record_consent(actor=person(request), segment=segment, **given(form))

    hints = [
        _("%(sentence)s Sumber: %(source)s.") % {"sentence": rule.sentence, "source": rule.source},
        _("Belum diverifikasi. Aplikasi tidak menerapkannya; pencatatan ini adalah pernyataan Anda sendiri."),
    ]
    return _asked(
        request, segment, form, act, title=_("Catat “dianggap menyetujui”"), done=_("Pernyataan dicatat."),
        hints=hints, tone="danger",
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def consent_drop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take such a finding back."""
    segment = managed(request, slug)
    row = get_object_or_404(segment.tacit_consents, pk=pk)
    form = ReasonForm(request.POST or None)

    def act(kept: dict[str, Any]) -> None:
        drop_consent(actor=person(request), consent=row, reason=kept["reason"])

    return _asked(
        request, segment, form, act, title=_("Tarik pernyataan"), subject=row, done=_("Pernyataan ditarik."),
        tone="danger",
    )  # fmt: skip
