"""Stating a line: sent, looked at, saved; replaced and withdrawn with a reason."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from shapely import LineString

from boundaries.documents.line_drawings import draft_drawing
from boundaries.forms.lines import (
    LineFacts,
    LineForm,
    NewVersionForm,
    StateForm,
    WithdrawForm,
)
from boundaries.geo.lines import facts_of
from boundaries.models import BoundaryLine, LineDraft, Segment
from boundaries.services.access import may_manage, spoken_for
from boundaries.services.line_warnings import warnings_of
from boundaries.services.lines import (
    draft_line,
    drop_draft,
    may_state,
    may_state_any,
    refuse_unless_standing,
    state_line,
    turn_draft,
    withdraw_line,
)
from boundaries.services.simulation import MOST_VERTICES, typed
from boundaries.views.lines import line_crumbs, line_of
from boundaries.views.shared import segment_of
from ksd.accounts.pages import attempt, person
from ksd.core.errors import AlreadyDone
from ksd.core.forms import first_result
from ksd.core.templatetags.core import angka


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def line_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Type, paste or upload a new line."""
    segment = segment_of(request, slug)
    if not may_state_any(request.user, segment):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan menyatakan garis pada segmen ini."))
    sides, studies = spoken_for(request.user, segment), may_manage(request.user, segment)
    form = LineForm(
        request.POST or None, request.FILES or None, segment=segment, sides=sides, studies=studies
    )
    return _read_form(request, segment, form, title=_("Nyatakan garis"), fixed={})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def line_replace(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Send a new version of a line, with the reason."""
    segment = segment_of(request, slug)
    line = _own(request, segment, pk)
    refuse_unless_standing(line)
    initial = {"round": line.round_id, "name": line.name, "confidential": line.confidential}
    if "dari-versi" in request.GET and _is_typable(line):
        initial["text"] = typed(LineString(line.vertices))
    form = NewVersionForm(request.POST or None, request.FILES or None, segment=segment, initial=initial)
    fixed = {"role": line.role, "region": line.region, "replaces": line}
    return _read_form(request, segment, form, title=_("Ganti dengan versi baru"), fixed=fixed, line=line)


def _is_typable(line: BoundaryLine) -> bool:
    """Whether a line is short enough to be changed vertex by vertex; a longer one comes as a file."""
    return line.vertex_count <= MOST_VERTICES


def _own(request: HttpRequest, segment: Segment, pk: int) -> BoundaryLine:
    """A version the person may act on: 404 for a stranger, 403 for a mere reader."""
    line = line_of(request, segment, pk)
    if not may_state(request.user, segment, line.role, line.region):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengubah garis ini."))
    return line


def _read_form(
    request: HttpRequest,
    segment: Segment,
    form: LineFacts,
    *,
    title: str,
    fixed: dict[str, Any],
    line: BoundaryLine | None = None,
) -> HttpResponse:
    """Show the form, or keep what was read and lead to its preview."""
    status = 200
    if request.method == "POST":
        status = _keep(request, segment, form, fixed) if form.is_valid() else 422
        if isinstance(status, str):
            return redirect(status)
    context = {
        "segment": segment,
        "form": form,
        "title": title,
        "line": line,
        "typable": line is not None and _is_typable(line) and request.method != "POST",
        "crumbs": line_crumbs(segment, (title, "")),
    }
    return render(request, "boundaries/lines/form.html", context, status=status)


def _keep(request: HttpRequest, segment: Segment, form: LineFacts, fixed: dict[str, Any]) -> Any:
    """The address of the preview, or the status of the refusal."""
    made: list[str] = []

    def act() -> str:
        facts = form.given() | fixed
        draft = draft_line(actor=person(request), segment=segment, reading=form.reading, **facts)
        made.append(draft.get_absolute_url())
        return made[0]

    status = attempt(request, form, act)
    return made[0] if status == 200 else status


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def line_preview(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The line as it will be kept, with its sides and warnings; then turn it, state it or drop it."""
    segment = segment_of(request, slug)
    draft = _draft_of(request, segment, pk)
    form = StateForm(request.POST or None, decided=draft.decided)
    status = 200
    if request.method == "POST":
        answer = _act_on(request, draft, form)
        if isinstance(answer, str):
            return redirect(answer)
        status = answer
    return render(request, "boundaries/lines/preview.html", _preview(request, draft, form), status=status)


def _draft_of(request: HttpRequest, segment: Segment, pk: int) -> LineDraft:
    """The person's own draft; a form sent twice leads to what it made."""
    drafts = LineDraft.objects.select_related(
        "segment__region_a", "segment__region_b", "region", "round", "replaces"
    )
    draft = drafts.filter(segment=segment, author=person(request), pk=pk).first()
    if draft is None:
        made = first_result(request.POST.get("form_token", ""), person(request))
        if made:
            raise AlreadyDone(made)
        raise Http404(_("Garis ini sudah disimpan atau dibuang."))
    return draft


def _act_on(request: HttpRequest, draft: LineDraft, form: StateForm) -> str | int:
    """Where an act leads, or the status of its refusal."""
    wish = request.POST.get("aksi", "simpan")
    if wish == "balik":
        turn_draft(actor=person(request), draft=draft)
        return draft.get_absolute_url()
    if wish == "buang":
        drop_draft(actor=person(request), draft=draft)
        return reverse("boundaries:lines", args=[draft.segment.slug])
    made: list[str] = []

    def act() -> str:
        made.append(state_line(actor=person(request), draft=draft).get_absolute_url())
        return made[0]

    status = attempt(request, form, act) if form.is_valid() else 422
    if status == 200:
        messages.success(request, _("Garis disimpan."))
        return made[0]
    return status


def _preview(request: HttpRequest, draft: LineDraft, form: StateForm) -> dict[str, Any]:
    facts = facts_of(LineString(draft.vertices))
    name = _("Klaim %(region)s") % {"region": draft.region.name} if draft.region else draft.get_role_display()
    return {
        "segment": draft.segment,
        "draft": draft,
        "form": form,
        "drawing": draft_drawing(draft.segment, draft.vertices, name),
        "facts": [
            (_("Garis"), name),
            (_("Putaran"), draft.round or ""),
            (_("Panjang"), f"{angka(round(facts.length_m / 1000, 3))} km"),
            (_("Banyak titik"), angka(facts.vertex_count)),
            (_("Di sebelah kiri"), draft.segment.region_a),
            (_("Di sebelah kanan"), draft.segment.region_b),
        ],
        "warnings": warnings_of(request.user, draft),
        "crumbs": line_crumbs(draft.segment, (_("Pratinjau"), "")),
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def line_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take back a line that stands, with the reason."""
    segment = segment_of(request, slug)
    line = _own(request, segment, pk)
    form = WithdrawForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = _withdraw(request, line, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Garis ditarik; riwayatnya tetap dapat dibaca."))
            return redirect(line.get_absolute_url())
    else:
        refuse_unless_standing(line)
    context = {
        "segment": segment,
        "form": form,
        "line": line,
        "title": _("Tarik garis"),
        "crumbs": line_crumbs(segment, (str(line), line.get_absolute_url()), (_("Tarik"), "")),
    }
    return render(request, "boundaries/lines/withdraw.html", context, status=status)


def _withdraw(request: HttpRequest, line: BoundaryLine, form: WithdrawForm) -> int:
    reason = form.cleaned_data["reason"]
    return attempt(
        request,
        form,
        lambda: withdraw_line(actor=person(request), line=line, reason=reason),
        line.get_absolute_url(),
    )
