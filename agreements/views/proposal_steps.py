"""The steps of a proposal, one function each; every step may be left unfinished."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.acts import ActForm
from agreements.forms.proposal import (
    DetailsForm,
    PartyAddForm,
    PartySearchForm,
    QuestionsForm,
    details_of,
    inviteable_regions,
)
from agreements.models import Case, CaseEvent, Partner
from agreements.services import collisions
from agreements.services.configurations import configurations_of
from agreements.services.documents import asked_by
from agreements.services.extension import suggested_answers
from agreements.services.precheck import (
    blocked,
    is_editable,
    needed_documents,
    proposal_findings,
    submitting_arrow,
)
from agreements.services.proposal import PROPOSE, save_answers, save_details
from agreements.views.access import attempt, case_crumbs, person, see_newest
from agreements.views.lacking import lacks_of
from agreements.views.papers_list import paper_lines
from agreements.views.sheet import entering_reason
from agreements.views.similar import similar_to
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.models import FormToken
from regions.models import Region

# How many regions a search shows; a longer list is asked for by better words.
FOUND = 12
STEPS = (
    ("data", gettext_lazy("Data")),
    ("pihak", gettext_lazy("Para pihak")),
    ("pertanyaan", gettext_lazy("Pertanyaan")),
    ("dokumen", gettext_lazy("Dokumen")),
    ("periksa", gettext_lazy("Periksa dan ajukan")),
)


@dataclass(frozen=True)
class StepLink:
    """One step of the stepper."""

    code: str
    label: Any
    url: str
    number: int
    current: bool
    lacks: int


def proposal_url(case: Case, step: str) -> str:
    """Address of a step."""
    return reverse("agreements:proposal", args=[case.public_id, step])


def require_writer(user: User, case: Case) -> None:
    """403 for a reader; 409 for a proposal that is no longer being written."""
    if not may(user, PROPOSE, case.initiator.region):
        raise NotAllowed(
            _("Usulan ini hanya dapat diubah oleh petugas %s.") % case.initiator.short_name,
            remedy=_("Anda dapat membacanya pada halaman kerja sama."),
        )
    if not is_editable(case):
        raise ImpossibleStep(
            _("Usulan tidak dapat diubah pada tahap “%s”.") % case.state_label,
            remedy=_("Buka halaman kerja sama untuk melihat langkah berikutnya."),
        )


def _page(request: HttpRequest, case: Case, step: str, status: int = 200, **more: Any) -> HttpResponse:
    findings = proposal_findings(case)
    lacks = lacks_of(case, findings)
    places = [(finding.place.partition("-")[0], finding.severity) for finding in findings]
    codes = [code for code, _label in STEPS]
    after = codes[codes.index(step) + 1 :]
    context = {
        "case": case,
        "step": step,
        "stepper": [
            StepLink(
                code, label, proposal_url(case, code), number, code == step, places.count((code, "blocking"))
            )
            for number, (code, label) in enumerate(STEPS, 1)
        ],
        "next_url": proposal_url(case, after[0]) if after else "",
        "lacks": lacks,
        "returned": entering_reason(case, CaseEvent.objects.readable_by(request.user, case)),
        "crumbs": case_crumbs(case, (_("Usulan"), "")),
        **more,
    }
    return render(request, f"agreements/proposal/{step}.html", context, status=status)


def _onward(request: HttpRequest, case: Case, step: str, following: str) -> HttpResponse:
    """After saving: stay, or go on to the next step."""
    messages.success(request, _("Tersimpan sebagai draf."))
    return redirect(proposal_url(case, following if "lanjut" in request.POST else step))


def details(case: Case, request: HttpRequest) -> HttpResponse:
    """What the cooperation is about."""
    form = DetailsForm(request.POST or None, case=case)
    status, newest = 200, None
    if request.method == "POST":
        status = 422
        if form.is_valid():
            save = partial(save_details, actor=person(request), case=case, **form.details())
            status = attempt(request, form, save, proposal_url(case, "data"))
        if status == 200:
            return _onward(request, case, "data", "pihak")
        if form.is_bound and str(case.revision) != request.POST.get("seen_revision"):
            see_newest(form, case.revision)
            newest = _newest(case, person(request))
    return _page(request, case, "data", status, form=form, newest=newest, **_alike(case, request))


def _alike(case: Case, request: HttpRequest) -> dict[str, Any]:
    """Running cooperations the proposal may repeat, as it was saved."""
    return {"similar": similar_to(case, person(request)), "threshold": collisions.THRESHOLD}


def _newest(case: Case, user: User) -> dict[str, Any]:
    """The proposal as it was saved meanwhile, in words, and by whom."""
    results = [proposal_url(case, code) for code, _label in STEPS]
    last = FormToken.objects.filter(result__in=results).select_related("user").first()
    return {
        **details_of(case),
        "office": case.office,
        "urusan": [row.name for row in case.urusan.all()],
        "at": case.updated_at,
        "by": last.user.get_full_name() if last else "",
        "is_own": bool(last and last.user_id == user.pk),
    }


def parties(
    case: Case, request: HttpRequest, refused: PartyAddForm | None = None, status: int = 200
) -> HttpResponse:
    """Whom the cooperation is offered to."""
    wants_region = case.kind_rule.partner == "region"
    more: dict[str, Any] = {
        "refused": refused,
        "wants_region": wants_region,
        "token": PartyAddForm(actor=person(request), case=case)["form_token"].value(),
        "search": PartySearchForm(request.GET or None),
    }
    if wants_region:
        more |= _region_choices(case, request.GET.get("cari", "").strip())
    else:
        taken = [party.partner_id for party in case.partners if party.partner_id]
        found = Partner.objects.visible_to(request.user).exclude(pk__in=taken)
        usual = case.kind_rule.partner_classes
        # The register names whom the law has in mind for this kind; others stay possible, after them.
        more["partners"] = sorted(found, key=lambda row: bool(usual) and row.partner_class not in usual)
    return _page(request, case, "pihak", status, **more)


def _region_choices(case: Case, words: str) -> dict[str, Any]:
    """Regions that match the words; the neighbours when none are given."""
    free = inviteable_regions(case)
    if words:
        found = list(free.search(words)[: FOUND + 1])
        return {"regions": found[:FOUND], "more_found": len(found) > FOUND, "words": words}
    home = case.initiator.region
    near = free.neighbours_of(home) if home else Region.objects.none()
    return {"regions": list(near[:FOUND]), "more_found": False, "words": ""}


def questions(case: Case, request: HttpRequest) -> HttpResponse:
    """The questions of the law for this kind, with the office's own checklist beside them."""
    given = suggested_answers(case)
    rule = case.kind_rule
    asked = (*rule.questions, *rule.screening)
    initial = {"seen_revision": case.revision}
    form = QuestionsForm(request.POST or None, questions=asked, answers=given, initial=initial)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            seen = form.cleaned_data["seen_revision"]
            save = partial(
                save_answers, actor=person(request), case=case, answers=form.answers(), seen_revision=seen
            )
            status = attempt(request, form, save, proposal_url(case, "pertanyaan"))
        if status == 200:
            return _onward(request, case, "pertanyaan", "dokumen")
        see_newest(form, case.revision)
    rows = form.asked()
    more = {"form": form, "asked": rows[: len(rule.questions)], "screening": rows[len(rule.questions) :]}
    return _page(request, case, "pertanyaan", status, **more)


def documents(case: Case, request: HttpRequest) -> HttpResponse:
    """The papers that go with the proposal, and how far each has come."""
    arrow = submitting_arrow(case)
    papers = paper_lines(
        case, person(request), kinds=asked_by(case, arrow), required=needed_documents(case, arrow)
    )
    return _page(request, case, "dokumen", papers=papers)


def precheck(case: Case, request: HttpRequest) -> HttpResponse:
    """Everything still missing or inconsistent; when nothing blocks, the button that submits."""
    arrow = submitting_arrow(case)
    form = ActForm(arrow=arrow, pack=case.pack, state=case.state)
    ready = not blocked(proposal_findings(case))
    url = reverse("agreements:act", args=[case.public_id, arrow.code])
    more = {"arrow": arrow, "form": form, "ready": ready, "act_url": url, **_alike(case, request)}
    return _page(request, case, "periksa", configurations=configurations_of(case), **more)


PAGES: dict[str, Callable[[Case, HttpRequest], HttpResponse]] = {
    "data": details,
    "pihak": parties,
    "pertanyaan": questions,
    "dokumen": documents,
    "periksa": precheck,
}
