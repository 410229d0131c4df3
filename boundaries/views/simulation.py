"""Pages of the compromise simulator: the alternatives, one of them, a new one, several side by side."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.refusing import carried_out
from boundaries.forms.compromises import LineForm, NewCompromiseForm, StepForm
from boundaries.models import Compromise, CompromiseStep, Segment
from boundaries.services.claim_pairs import ClaimPair, claims_of, line_of, pair_of, studies_of
from boundaries.services.compromises import begin_compromise, may_mediate, office_of, save_step
from boundaries.services.simulation import Weighing, layers_around, starter_line, starters_of, typed, weigh
from boundaries.views.evidence import page_of
from boundaries.views.shared import segment_of
from boundaries.views.sketches import balance_sketch
from ksd.accounts.pages import person
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm

MOST_COLUMNS = 4


def alternative_of(request: HttpRequest, segment: Segment, pk: int) -> Compromise:
    """An alternative the person may read; an unshared one of another office is not there."""
    rows = Compromise.objects.visible_to(request.user).filter(segment=segment)
    row = get_object_or_404(
        rows.select_related("office", "current__line", "current__before", "shared_step__line"), pk=pk
    )
    row.segment = segment
    return row


def is_own(request: HttpRequest, row: Compromise) -> bool:
    """Whether the alternative belongs to the person's office, which sees every step."""
    office = office_of(request.user, row.segment)
    return office is not None and office.pk == row.office_id


def shown_step(request: HttpRequest, row: Compromise) -> CompromiseStep:
    """The step a person sees: the office where it stands, everybody else what was shared."""
    step = row.current if is_own(request, row) else row.shared_step
    if step is None:
        raise ImpossibleStep(_("Alternatif ini belum memuat garis."))
    return step


def pair_or_refuse(segment: Segment) -> ClaimPair:
    """Both claims; without them there is nothing to weigh."""
    pair = pair_of(segment)
    if pair is None:
        raise ImpossibleStep(
            _("Kedua daerah belum menyatakan klaim pada segmen ini."),
            remedy=_("Catat dahulu garis klaim masing-masing daerah."),
        )
    return pair


def mediated(request: HttpRequest, slug: str) -> Segment:
    """A segment in which the person mediates: 404 for strangers, then 403."""
    segment = segment_of(request, slug)
    if not may_mediate(request.user, segment):
        raise PermissionDenied(
            _("Garis kompromi disusun oleh Biro Pemerintahan provinsi yang menjadi penengah.")
        )
    return segment


def weighed(request: HttpRequest, segment: Segment, pair: ClaimPair, form: LineForm) -> dict[str, Any]:
    """The balance of what was typed or of what the form begins with; nothing is saved."""
    empty = {"weighing": None, "faults": [], "notes": [], "sketch": None}
    asked = (
        form
        if form.is_bound
        else LineForm({"coordinates": form.initial.get("coordinates", "")}, guide=form.guide)
    )
    if not asked.data.get("coordinates"):
        return empty
    asked.is_valid()
    line = asked.cleaned_data.get("coordinates")
    if line is None:
        return empty | {"faults": asked.errors.get("coordinates", [])}
    try:
        found = weigh(segment, pair, line, layers_around(request.user, pair))
    except DomainError as error:
        return empty | {"faults": [f"{error.message} {error.remedy}"]}
    return {"weighing": found, "faults": [], "notes": asked.notes, "sketch": balance_sketch(found)}


@login_required
@require_safe
def compromises(request: HttpRequest, slug: str) -> HttpResponse:
    """The alternatives a person may see, to open one or lay several side by side."""
    segment = segment_of(request, slug)
    rows = list(
        Compromise.objects.visible_to(request.user)
        .filter(segment=segment)
        .select_related("office", "author", "current__line", "shared_step__line")
        .defer("current__line__vertices", "shared_step__line__vertices")
    )
    for row in rows:
        row.segment = segment
    claims = claims_of(segment)
    context = page_of(segment, current="compromises") | {
        "alternatives": [(row, shown_step(request, row)) for row in rows],
        "pair": pair_of(segment, claims=claims),
        "starters": starters_of(segment, studies_of(segment)),
        "may_mediate": may_mediate(request.user, segment),
    }
    return render(request, "boundaries/simulation/list.html", context)


def _begun(request: HttpRequest, segment: Segment, pair: ClaimPair) -> dict[str, Any]:
    """What the form of a new alternative begins with."""
    number = request.GET.get("n", "")
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else 1
    line = starter_line(request.GET.get("mulai", ""), pair, studies_of(segment), at)
    return {"coordinates": typed(line)} if line is not None else {}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def compromise_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin an alternative; the button “Hitung” weighs it without saving."""
    segment = mediated(request, slug)
    pair = pair_or_refuse(segment)
    initial = _begun(request, segment, pair)
    form = NewCompromiseForm(request.POST or None, guide=pair.lines[0], initial=initial)

    def act(given: dict[str, Any]) -> str:
        row = begin_compromise(
            actor=person(request), segment=segment, name=given["name"], drawing=form.drawing()
        )
        return row.get_absolute_url()

    return _drawn(request, segment, pair, form, act, (_("Baru"), ""))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def compromise_step(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Draw the next step of an alternative upon the present one."""
    segment = segment_of(request, slug)
    row = alternative_of(request, segment, pk)
    if not is_own(request, row):
        raise PermissionDenied(_("Alternatif ini hanya diubah oleh penyusunnya."))
    pair, step = pair_or_refuse(segment), shown_step(request, row)
    initial = {"coordinates": typed(line_of(step.line)), "seen": row.revision}
    form = StepForm(request.POST or None, guide=pair.lines[0], initial=initial)

    def act(given: dict[str, Any]) -> None:
        save_step(actor=person(request), compromise=row, drawing=form.drawing(), seen=given["seen"])

    way = [(row.name, row.get_absolute_url()), (_("Ubah garis"), "")]
    return _drawn(request, segment, pair, form, act, *way)


def _drawn(
    request: HttpRequest, segment: Segment, pair: ClaimPair, form: LineForm, act: Any, *way: tuple[str, str]
) -> HttpResponse:
    """The page of a drawing: saved, weighed, or shown again with what was wrong."""
    response, status = None, 200
    if request.POST.get("act") != "hitung":
        back = way[0][1] or segment.get_absolute_url()
        response, status = carried_out(
            request, form, act, back=back, done=_("Langkah disimpan; belum dibagikan.")
        )
    if response:
        return response
    if status == StaleForm.default_status and isinstance(form, StepForm):
        form.show_newer()
    context = (
        page_of(segment, *way, current="compromises") | {"form": form} | weighed(request, segment, pair, form)
    )
    if context["faults"] and request.method == "POST":
        status = max(status, 422)
    return render(request, "boundaries/simulation/draw.html", context, status=status)


@login_required
@require_POST
def compromise_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The balance of what is typed just now, as a fragment; nothing is saved."""
    segment = mediated(request, slug)
    pair = pair_or_refuse(segment)
    form = LineForm(request.POST, guide=pair.lines[0])
    return render(request, "boundaries/simulation/_balance.html", weighed(request, segment, pair, form))


@login_required
@require_safe
def compromise_compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Two to four alternatives side by side."""
    segment = segment_of(request, slug)
    asked = set(request.GET.getlist("alt")[:MOST_COLUMNS])
    rows = Compromise.objects.visible_to(request.user).filter(segment=segment)
    found = [
        row
        for row in rows.select_related("office", "current__line", "shared_step__line")
        if str(row.pk) in asked
    ]
    context = page_of(segment, (_("Bandingkan"), ""), current="compromises")
    columns: list[tuple[Compromise, Weighing]] = []
    if len(found) > 1:
        pair = pair_or_refuse(segment)
        layers = layers_around(request.user, pair)
        for row in found:
            row.segment = segment
            columns.append((row, weigh(segment, pair, line_of(shown_step(request, row).line), layers)))
    context |= {"columns": [(row, held, balance_sketch(held)) for row, held in columns], "most": MOST_COLUMNS}
    return render(request, "boundaries/simulation/compare.html", context)
