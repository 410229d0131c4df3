"""Pages of a region's own wordings: the list of letters, one letter with its versions, its preview."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.drafts import Draft, all_drafts, draft_by, known_names
from agreements.documents.letters import Letter
from agreements.forms.paper_templates import TemplateForm
from agreements.law.loading import latest
from agreements.models import Case, PaperTemplate
from agreements.services.letter_settings import PERMISSION, require_keeper
from agreements.services.paper_templates import (
    current_template,
    newest_number,
    save_template,
    wording_faults,
)
from agreements.services.template_samples import sample_cases, sample_of
from agreements.views.access import person
from agreements.views.office_letters import letter_crumbs, region_or_404
from agreements.views.refusing import carried_out
from agreements.views.sheet_frame import framed
from ksd.accounts.access import may
from regions.models import Region


def _draft_or_404(code: str) -> Draft:
    draft = draft_by(code)
    if draft is None:
        raise Http404(_("Surat ini tidak dikenal."))
    return draft


@login_required
@require_safe
def template_list(request: HttpRequest, code: str) -> HttpResponse:
    """Every letter by kind of cooperation, and which the region words itself."""
    region = region_or_404(request, code)
    context = {
        "region": region,
        "groups": _groups(
            {row.code: row for row in PaperTemplate.objects.filter(region=region, is_current=True)}
        ),
        "may_keep": may(person(request), PERMISSION, region),
        "crumbs": letter_crumbs(region, (_("Template surat"), "")),
    }
    return render(request, "agreements/correspondence/templates.html", context)


def _groups(own: dict[str, PaperTemplate]) -> list[tuple[str, list[tuple[Draft, PaperTemplate | None]]]]:
    """Every letter with the region's own version, those of all kinds of cooperation first."""
    groups: dict[str, list[tuple[Draft, PaperTemplate | None]]] = {_("Semua jenis kerja sama"): []}
    for draft in all_drafts():
        name = latest(draft.packs[0]).name if len(draft.packs) == 1 else _("Semua jenis kerja sama")
        groups.setdefault(name, []).append((draft, own.get(draft.code)))
    return list(groups.items())


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def template(request: HttpRequest, code: str, draft: str) -> HttpResponse:
    """One letter: its words with their versions; whoever keeps the letters writes the next version."""
    region, usual = region_or_404(request, code), _draft_or_404(draft)
    user = person(request)
    if request.method == "POST":
        require_keeper(user, region)
    shown = _asked_version(request, region, usual)
    form = TemplateForm(request.POST or None, draft=shown, seen=newest_number(region, draft))
    response, status = None, 200
    if request.method == "POST" and "pratinjau" not in request.POST:
        response, status = _saved(request, region, usual, form)
    context = _context(request, region, usual, form)
    return response or render(request, "agreements/correspondence/template.html", context, status=status)


def _saved(
    request: HttpRequest, region: Region, usual: Draft, form: TemplateForm
) -> tuple[HttpResponse | None, int]:
    """Save the next version; one that came too late may be sent again once its writer has compared."""
    back = reverse("agreements:template", args=[region.code, usual.code])
    done = _("Template tersimpan; surat yang sudah terbit tidak berubah.")
    response, status = carried_out(request, form, _saving(request, region, usual, form), back=back, done=done)
    if status == 409:
        data = request.POST.copy()
        data["seen_number"] = str(newest_number(region, usual.code))
        form.data = data
    return response, status


def _saving(request: HttpRequest, region: Region, usual: Draft, form: TemplateForm) -> Any:
    def act(data: dict[str, Any]) -> object:
        wording = {} if request.POST.get("bawaan") else form.wording()
        return save_template(
            actor=person(request), region=region, draft=usual, wording=wording, reason=data["reason"],
            seen_number=data["seen_number"],
        )  # fmt: skip

    return act


def _asked_version(request: HttpRequest, region: Region, usual: Draft) -> Draft:
    """The words to begin with: an older version when asked for, else those in use."""
    asked = request.GET.get("versi", "")
    rows = PaperTemplate.objects.filter(region=region, code=usual.code)
    row = rows.filter(number=int(asked)).first() if len(asked) < 7 and asked.isdecimal() else None
    row = row or current_template(region, usual.code)
    return usual.worded(row.wording) if row is not None and row.wording else usual


def _context(request: HttpRequest, region: Region, usual: Draft, form: TemplateForm) -> dict[str, Any]:
    cases = sample_cases(person(request), usual)
    return {
        "region": region,
        "draft": usual,
        "form": form,
        "versions": PaperTemplate.objects.filter(region=region, code=usual.code).order_by("-number"),
        "names": known_names(usual).items(),
        "cases": cases,
        "chosen": request.POST.get("perkara", ""),
        **_preview(request, region, usual, form),
        "may_keep": may(person(request), PERMISSION, region),
        "crumbs": letter_crumbs(
            region,
            (_("Template surat"), reverse("agreements:template_list", args=[region.code])),
            (usual.label, ""),
        ),
    }


@login_required
@require_POST
def template_preview(request: HttpRequest, code: str, draft: str) -> HttpResponse:
    """The preview alone, while somebody writes."""
    region, usual = region_or_404(request, code), _draft_or_404(draft)
    require_keeper(person(request), region)
    form = TemplateForm(request.POST, draft=usual, seen=0)
    context = {"draft": usual, "region": region, **_preview(request, region, usual, form)}
    return render(request, "agreements/correspondence/_template_preview.html", context)


def _preview(request: HttpRequest, region: Region, usual: Draft, form: TemplateForm) -> dict[str, Any]:
    """The letter in the words on the form, or what is wrong with them."""
    shown, faults = usual, []
    if form.is_bound:
        form.is_valid()
        faults = [str(error) for errors in form.errors.values() for error in errors]
        wording = _given(form)
        faults += wording_faults(usual, wording)
        shown = usual.worded(wording)
    else:
        shown = _asked_version(request, region, usual)
    case = _sample_case(request)
    letter: Letter | None = None if faults else sample_of(shown, region, case)
    return {"sheet": framed(letter, region) if letter else "", "faults": faults, "on_case": case}


def _given(form: TemplateForm) -> dict[str, Any]:
    return {} if form.errors else form.wording()


def _sample_case(request: HttpRequest) -> Case | None:
    """The case chosen for the preview, when this person may see it."""
    asked = request.POST.get("perkara", "")[:16]
    return Case.objects.visible_to(person(request)).filter(public_id=asked).first() if asked else None
