"""An act on a case: what it means and lacks, then the one POST that takes it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.acts import ActForm
from agreements.law.schema import Arrow
from agreements.models import Case
from agreements.services.acting import Acting, require_acting
from agreements.services.acts import open_arrows, take_arrow
from agreements.services.documents import asked_by
from agreements.services.silence import silence_findings
from agreements.views.access import attempt, case_crumbs, case_or_404, person
from agreements.views.lacking import lacking, lacks_of
from agreements.views.papers_list import paper_lines
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep


def _arrow(case: Case, code: str) -> Arrow:
    """The act in the pack; 404 for an unknown one, for what only the system does, and for another kind's."""
    arrows = (row for row in case.pack.arrows if row.code == code and case.knows(row))
    arrow = next(arrows, None)
    if arrow is None or arrow.side == "system":
        raise Http404(_("Tindakan ini tidak ada."))
    return arrow


def _require_open(case: Case, arrow: Arrow) -> None:
    """409 for an act that does not follow from the present state."""
    if arrow not in open_arrows(case):
        raise ImpossibleStep(
            _("“%(act)s” tidak dapat dilakukan: perkara kini berada pada “%(state)s”.")
            % {"act": arrow.label, "state": case.state_label},
            remedy=_("Buka halaman kerja sama ini, lalu pilih langkah yang tersedia."),
            article=arrow.article,
        )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Show what an act means and still lacks; on POST take it."""
    case = case_or_404(request, public_id)
    arrow = _arrow(case, code)
    _require_open(case, arrow)
    acting = require_acting(person(request), case, arrow)
    form = ActForm(request.POST or None, arrow=arrow, pack=case.pack, state=case.state)
    status = 200
    if request.method == "POST":
        status = _take(request, case, arrow, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _reached(case))
            return redirect(case)
    context = {"form": form, **_context(case, arrow, acting, person(request))}
    return render(request, "agreements/cases/act.html", context, status=status)


def _reached(before: Case) -> str:
    """Where the case stands after the act, and what happens there."""
    case = Case.objects.get(pk=before.pk)
    stays = case.state == before.state
    words = _("Tercatat. Kerja sama tetap pada “%s”.") if stays else _("Tercatat. Sekarang: %s.")
    return f"{words % case.state_label} {case.state_rule.help}".strip()


def _context(case: Case, arrow: Arrow, acting: Acting, user: User) -> dict[str, Any]:
    """What the act means, what it lacks, and the papers it uses."""
    return {
        "case": case,
        "arrow": arrow,
        "acting": acting,
        "target": case.pack.state(arrow.target),
        "lacks": lacking(case, arrow, acting),
        "warnings": lacks_of(case, silence_findings(case)) if "silence" in arrow.checks else [],
        "papers": paper_lines(case, user, kinds=asked_by(case, arrow), required=arrow.documents),
        "crumbs": case_crumbs(case, (arrow.label, "")),
    }


def _take(request: HttpRequest, case: Case, arrow: Arrow, form: ActForm) -> int:
    take = partial(
        take_arrow,
        actor=person(request),
        case=case,
        code=arrow.code,
        on=form.cleaned_data.get("on"),
        reason=form.reason(),
        seen_state=form.cleaned_data["seen_state"],
    )
    return attempt(request, form, take, case.get_absolute_url())
