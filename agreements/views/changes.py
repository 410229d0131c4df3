"""What has become of a signed cooperation: changes, extensions, endings, successors of its parties."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.forms.changes import SuccessorForm
from agreements.models import Case
from agreements.services.extension import chain_of
from agreements.services.succession import (
    Heirs,
    acting_for_succession,
    heirs_of,
    record_successor,
    require_heirs,
)
from agreements.views.access import case_crumbs, case_or_404, person
from agreements.views.party_lines import permits
from agreements.views.refusing import carried_out
from agreements.views.tabs import tabs_of


@login_required
@require_safe
def case_changes(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show the changes of a cooperation and the line of extensions it stands in."""
    case = case_or_404(request, public_id)
    texts = case.naskah.with_outliving().filter(addendum=None).select_related("parent", "case")
    context = {
        "case": case,
        "texts": list(texts.prefetch_related("children__addendum", "children__case", "extensions__case")),
        "chain": chain_of(case, person(request)),
        "heirs": [] if case.state_rule.terminal else heirs_of(case),
        "may_succeed": permits(acting_for_succession, person(request), case),
        "successions": list(case.successions.select_related("predecessor__region", "successor__region")),
        "tabs": tabs_of(case, "agreements:case_changes"),
        "crumbs": case_crumbs(case, (_("Perubahan"), "")),
    }
    return render(request, "agreements/changes/case.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def successor(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Let the successor of a region that ended act in its place."""
    case = case_or_404(request, public_id)
    party = get_object_or_404(case.parties.select_related("region"), order=order)
    acting_for_succession(person(request), case)
    heirs = require_heirs(case, party)
    form = SuccessorForm(request.POST or None, heirs=heirs)

    def act(_data: dict[str, Any]) -> object:
        record_successor(actor=person(request), case=case, party=party, **form.given())
        return None

    back = _changes_url(case)
    response, status = carried_out(request, form, act, back=back, done=_("Daerah penerus dicatat."))
    context = _succession_page(case, heirs, form)
    return response or render(request, "agreements/changes/successor.html", context, status=status)


def _succession_page(case: Case, heirs: Heirs, form: SuccessorForm) -> dict[str, Any]:
    back, title = _changes_url(case), _("Catat daerah penerus")
    return {
        "case": case,
        "party": heirs.party,
        "heirs": heirs,
        "form": form,
        "title": title,
        "back": back,
        "crumbs": case_crumbs(case, (_("Perubahan"), back), (title, "")),
    }


def _changes_url(case: Case) -> str:
    return reverse("agreements:case_changes", args=[case.public_id])
