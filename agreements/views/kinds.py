"""The kind of a proposal, changed while it is still being written."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.kinds import KindForm
from agreements.services.proposal import change_kind
from agreements.views.access import attempt, case_crumbs, case_or_404, person, see_newest
from agreements.views.proposal_steps import proposal_url, require_writer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_kind(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose another kind of cooperation for a proposal, with the reason."""
    case = case_or_404(request, public_id)
    require_writer(person(request), case)
    form = KindForm(request.POST or None, case=case)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("kind", "reason", "seen_revision")}
            act = partial(change_kind, actor=person(request), case=case, **given)
            status = attempt(request, form, act, proposal_url(case, "pihak"))
        if status == 200:
            messages.success(
                request, _("Jenis usulan diubah. Periksa lagi pihak, pertanyaan, dan dokumennya.")
            )
            return redirect(proposal_url(case, "pihak"))
        see_newest(form, case.revision)
    context = {"case": case, "form": form, "crumbs": case_crumbs(case, (_("Ubah jenis"), ""))}
    return render(request, "agreements/proposal/kind.html", context, status=status)
