"""The two questions on DPRD approval, answered for one region."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.dprd import DprdForm
from agreements.models import Case, Party
from agreements.services.acting import acting_for_party, acting_on
from agreements.services.acts import open_arrows
from agreements.services.dprd import PERMISSION, answer_dprd
from agreements.services.guards import dprd_needed
from agreements.services.turns import asks_dprd
from agreements.views.access import attempt, case_crumbs, case_or_404, person
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep


def _party(case: Case, pk: int) -> Party:
    party = next((row for row in case.parties.all() if row.pk == pk and row.region_id), None)
    if party is None:
        raise Http404(_("Daerah ini bukan pihak dalam kerja sama ini."))
    return party


def _require_open(case: Case) -> None:
    if not asks_dprd(case):
        raise ImpossibleStep(
            _("Pertanyaan DPRD tidak dijawab pada tahap “%s”.") % case.state_label,
            remedy=_("Buka halaman kerja sama ini untuk melihat langkah yang tersedia."),
        )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def dprd(request: HttpRequest, public_id: str, party: int) -> HttpResponse:
    """Answer both questions for one region; the page says what the answers mean."""
    case = case_or_404(request, public_id)
    region = _party(case, party)
    _require_open(case)
    acting = acting_for_party(person(request), case, region, permission=PERMISSION)
    form = DprdForm(request.POST or None, case=case, party=region)
    status = 200
    if request.method == "POST":
        status = _answer(request, case, region, form) if form.is_valid() else 422
        if status == 200:
            return redirect(case)
    context = {
        "case": case,
        "party": region,
        "acting": acting,
        "form": form,
        "crumbs": case_crumbs(case, (_("Persetujuan DPRD"), "")),
    }
    return render(request, "agreements/cases/dprd.html", context, status=status)


def _answer(request: HttpRequest, case: Case, party: Party, form: DprdForm) -> int:
    save = partial(answer_dprd, actor=person(request), case=case, party=party, answers=form.answers())
    status = attempt(request, form, save, case.get_absolute_url())
    if status == 200:
        messages.success(request, _result(case, person(request)))
    return status


def _result(before: Case, user: User) -> str:
    """What follows from all the answers given so far, and the act that comes next."""
    case = Case.objects.for_page().get(pk=before.pk)
    needed = dprd_needed(case)
    if needed is None:
        return _("Jawaban tercatat. Daerah lain masih harus menjawab.")
    found = (
        _("Ada jawaban “ya”, jadi persetujuan DPRD diperlukan.")
        if needed
        else _("Semua jawaban “tidak”, jadi persetujuan DPRD tidak diperlukan.")
    )
    return f"{_('Jawaban tercatat.')} {found} {_following(case, user, needed=needed)}".strip()


def _following(case: Case, user: User, *, needed: bool) -> str:
    """The act the answers lead to: to be pressed by this person, or waited for."""
    check = "dprd_needed" if needed else "dprd_not_needed"
    arrow = next((row for row in open_arrows(case) if check in row.checks), None)
    if arrow is None:
        return ""
    if acting_on(user, case, arrow) is not None:
        return _("Berikutnya: tekan “%s”.") % arrow.label
    return _("Berikutnya, oleh %(who)s: “%(act)s”.") % {
        "who": case.keeper.short_name,
        "act": arrow.label,
    }
