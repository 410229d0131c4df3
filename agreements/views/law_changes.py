"""Pages of repealed and amended laws: the list, what each touches, telling those concerned."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.law_change_letter import law_change_letter
from agreements.forms.law_changes import LawChangeForm
from agreements.models import LawChange
from agreements.services.law_changes import keeper_region, record_change, require_keeper, tell_change
from agreements.services.law_impact import impact_of
from agreements.views.access import crumbs, person
from agreements.views.clauses import clause_url
from agreements.views.letters import hand_out
from agreements.views.refusing import carried_out, confirm


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    library = (_("Pustaka klausul"), reverse("agreements:clause_list"))
    return crumbs(library, (_("Perubahan peraturan"), reverse("agreements:law_changes")), *more)


def _change_or_404(pk: int) -> LawChange:
    rows = LawChange.objects.select_related("basis", "by", "recorded_by", "confirmed_by")
    return get_object_or_404(rows, pk=pk)


@login_required
@require_safe
def law_changes(request: HttpRequest) -> HttpResponse:
    """Show every recorded change of a law."""
    context = {
        "changes": LawChange.objects.select_related("basis", "confirmed_by"),
        "can_record": keeper_region(person(request)) is not None,
        "crumbs": _crumbs(),
    }
    return render(request, "agreements/law_changes/list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def law_change_new(request: HttpRequest) -> HttpResponse:
    """Record that a law was repealed or amended; nobody is told yet."""
    require_keeper(person(request))
    form = LawChangeForm(request.POST or None)

    def act(data: dict[str, Any]) -> object:
        names = ("basis", "kind", "by", "by_citation", "effective_on", "note")
        change = record_change(actor=person(request), **{name: data[name] for name in names})
        return change.get_absolute_url()

    done = _("Perubahan peraturan dicatat. Periksa dampaknya, lalu kirim pemberitahuan.")
    response, status = carried_out(request, form, act, back=reverse("agreements:law_changes"), done=done)
    context = {"form": form, "crumbs": _crumbs((_("Catat perubahan"), ""))}
    return response or render(request, "agreements/law_changes/new.html", context, status=status)


@login_required
@require_safe
def law_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a change touches: clauses, templates, and the texts the reader may see."""
    change = _change_or_404(pk)
    impact = impact_of(change, person(request))
    context = {
        "change": change,
        "impact": impact,
        "clauses": [(row, clause_url(row)) for row in impact.clauses],
        "can_tell": keeper_region(person(request)) is not None,
        "crumbs": _crumbs((change.basis.citation, "")),
    }
    return render(request, "agreements/law_changes/change.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def law_change_tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell everybody whose texts cite the law, after asking once more."""
    change = _change_or_404(pk)
    require_keeper(person(request))
    title = _("Kirim pemberitahuan tentang %s?") % change.basis.citation

    def act(_data: dict[str, Any]) -> None:
        tell_change(actor=person(request), change=change)

    return confirm(
        request,
        act=act,
        back=change.get_absolute_url(),
        done=_("Pemberitahuan dikirim, satu kepada setiap orang."),
        title=title,
        text=_("Setiap daerah hanya diberi tahu naskahnya sendiri. Isi naskah tidak diubah."),
        action_label=_("Kirim pemberitahuan"),
        crumbs=_crumbs((change.basis.citation, change.get_absolute_url()), (_("Kirim pemberitahuan"), "")),
    )


@login_required
@require_POST
def law_change_letter_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the prepared letter with the texts the keeper may see."""
    change = _change_or_404(pk)
    region = require_keeper(person(request))
    impact = impact_of(change, person(request))
    letter = law_change_letter(change, region, [*impact.drafts, *impact.agreements])
    return hand_out(request, letter, letter.subject)
