"""Rules of time the Biro keeps, and the terms and facilitations of one segment."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from boundaries.choices import OWED_BY, ChainLetterKind, Owing
from boundaries.forms.terms import TermForm
from boundaries.law import absence_rule
from boundaries.models import (
    BoundaryEvent,
    BoundaryTerm,
    BoundaryTermChange,
    FacilitationAttendance,
    Segment,
)
from boundaries.services import spoken_for
from boundaries.services.facilitation import attendance_of, presences
from boundaries.services.running import running_of_events
from boundaries.services.terms import may_keep_terms, write_term
from boundaries.views.penegasan import SHOW, ask
from boundaries.views.shared import crumbs, frame, segment_of
from ksd.accounts.pages import person
from ksd.deadlines.standing import standings

MOST_CHANGES = 50


@login_required
@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """All rules of time with their sources, and how they were changed."""
    changes = BoundaryTermChange.objects.select_related("term", "actor")[:MOST_CHANGES]
    context = {
        "rows": BoundaryTerm.objects.all(),
        "changes": changes,
        "rule": absence_rule(),
        "may_keep": may_keep_terms(request.user),
        "crumbs": crumbs((_("Ketentuan waktu"), "")),
    }
    return render(request, "boundaries/terms/list.html", context)


@login_required
@require_http_methods(SHOW)
def term_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Fill in, change or add a rule of time, with the reason."""
    row = get_object_or_404(BoundaryTerm, pk=pk) if pk else None
    if not may_keep_terms(request.user):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengubah ketentuan waktu."))
    form = TermForm(request.POST or None, term=row)

    def act(kept: dict[str, Any]) -> None:
        write_term(
            actor=person(request), term=row, facts=form.facts(), reason=kept["reason"], seen=kept["seen"]
        )

    back = reverse("boundaries:terms")
    return ask(
        request, form, act, back=back, way=[(_("Ketentuan waktu"), back)], subject=row or "",
        title=_("Ubah ketentuan") if row else _("Tambah ketentuan"), done=_("Ketentuan waktu tersimpan."),
        hints=[_("Tenggat yang sedang berjalan menurut ketentuan ini dihitung ulang.")],
    )  # fmt: skip


@login_required
@require_safe
def terms_of(request: HttpRequest, slug: str) -> HttpResponse:
    """What runs on a segment, which rules are empty, who came to facilitations, and its letters."""
    segment = segment_of(request, slug)
    rows = attendance_of(segment)
    context = frame(request, segment, "terms_of", _("Tenggat & surat")) | {
        "events": _events(request, segment),
        "empty_rules": _empty_rules(segment),
        "attendance": rows,
        "presence_facts": _presence_facts(segment, rows),
        "rule": absence_rule(),
        "consents": segment.tacit_consents.select_related("region", "paper", "recorded_by"),
        "letters": segment.chain_letters.select_related("keeper"),
        "letter_kinds": ChainLetterKind.choices,
        "has_rounds": segment.rounds.exists(),
    }
    return render(request, "boundaries/terms/segment.html", context)


def _presence_facts(segment: Segment, rows: list[FacilitationAttendance]) -> list[tuple[str, str]]:
    """How often each side did not come, as a count and nothing more."""
    words = _("tidak hadir %(absent)s dari %(invited)s undangan")
    found = presences(segment, rows)
    return [(str(each.region), words % {"absent": each.absent, "invited": each.invited}) for each in found]


def _events(http: HttpRequest, segment: Segment) -> list[dict[str, Any]]:
    """Each event with its deadlines as they stand, its answers, and whether the person may answer."""
    events = BoundaryEvent.objects.filter(segment=segment).select_related("paper", "recorded_by")
    running = running_of_events(events)
    mine = {side.pk for side in spoken_for(http.user, segment)}
    found = []
    for event in events.prefetch_related("answers__region"):
        answers = list(event.answers.all())
        left = mine - {answer.region_id for answer in answers}
        found.append(
            {
                "event": event,
                "answers": answers,
                "standings": standings((row.title, row) for row in running.get(event.pk, [])),
                "may_answer": event.is_open and OWED_BY[event.kind] == Owing.SISI and bool(left),
            }
        )
    return found


def _empty_rules(segment: Segment) -> list[BoundaryTerm]:
    """Rules that would concern this segment but that nobody has filled in."""
    return list(BoundaryTerm.objects.filter(amount=None, level__in=["", segment.kind]))
