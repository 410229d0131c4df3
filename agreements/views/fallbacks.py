"""Pages beside a clause: fallback wordings, conditions of use, a wording as it will read."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.forms.fallbacks import ConditionsForm, FallbackForm
from agreements.forms.naskah import ReasonForm
from agreements.models import Clause, ClauseFallback
from agreements.services.clauses import PERMISSION
from agreements.services.fallbacks import add_fallback, end_fallback, raise_fallback, set_conditions
from agreements.views.access import person
from agreements.views.clauses import clause_crumbs, clause_or_404, clause_url, wording_help
from agreements.views.refusing import carried_out, confirm
from agreements.views.wording_preview import preview_of
from ksd.accounts.access import may


def _keeper_or_refuse(request: HttpRequest, kind: str, family: str, code: str) -> Clause:
    """A clause for somebody who keeps the library; 403 for others."""
    row = clause_or_404(kind, family, code)
    if not may(person(request), PERMISSION):
        raise PermissionDenied(_("Pustaka klausul hanya diubah oleh petugas yang mengelolanya."))
    return row


def _page(
    request: HttpRequest, clause: Clause, form: Any, title: str, *, status: int, **more: Any
) -> HttpResponse:
    back = clause_url(clause)
    context = {
        "clause": clause,
        "form": form,
        "title": title,
        "back": back,
        "crumbs": clause_crumbs((clause.title, back), (title, "")),
        "preview_url": "",
        **more,
    }
    return render(request, "agreements/clauses/form.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def fallback_add(request: HttpRequest, kind: str, family: str, code: str) -> HttpResponse:
    """Write a fallback wording."""
    row = _keeper_or_refuse(request, kind, family, code)
    form = FallbackForm(request.POST or None)

    def act(data: dict[str, Any]) -> object:
        typed = {name: data[name] for name in ("title", "when", "reason")}
        add_fallback(actor=person(request), clause=row, ayat=data["text"], **typed)
        return None

    done = _("Posisi cadangan disimpan.")
    response, status = carried_out(request, form, act, back=clause_url(row), done=done)
    help_ = wording_help(row, form["text"].value() or "")
    return response or _page(request, row, form, _("Tambah posisi cadangan"), status=status, **help_)


@login_required
@require_http_methods(["GET", "POST"])
def fallback_end(request: HttpRequest, kind: str, family: str, code: str, pk: int) -> HttpResponse:
    """Use a fallback wording no longer, with a reason."""
    row = _keeper_or_refuse(request, kind, family, code)
    fallback = get_object_or_404(ClauseFallback, clause=row, pk=pk)

    def act(data: dict[str, Any]) -> None:
        end_fallback(actor=person(request), fallback=fallback, reason=data["reason"])

    return confirm(
        request,
        act=act,
        form=ReasonForm(request.POST or None),
        back=clause_url(row),
        done=_("Posisi cadangan tidak dipakai lagi."),
        title=_("Hentikan posisi cadangan “%s”?") % fallback.title,
        text=_("Rumusannya tetap dapat dibaca pada halaman klausul."),
        action_label=_("Hentikan"),
        crumbs=clause_crumbs((row.title, clause_url(row)), (_("Hentikan posisi cadangan"), "")),
    )


@login_required
@require_POST
def fallback_raise(request: HttpRequest, kind: str, family: str, code: str, pk: int) -> HttpResponse:
    """Offer a fallback wording before the one above it."""
    row = _keeper_or_refuse(request, kind, family, code)
    raise_fallback(actor=person(request), fallback=get_object_or_404(ClauseFallback, clause=row, pk=pk))
    return redirect(f"{clause_url(row)}#cadangan")


@login_required
@require_http_methods(["GET", "POST"])
def clause_conditions(request: HttpRequest, kind: str, family: str, code: str) -> HttpResponse:
    """Say on which conditions a clause is used."""
    row = _keeper_or_refuse(request, kind, family, code)
    form = ConditionsForm(request.POST or None, initial={"codes": row.conditions})

    def act(data: dict[str, Any]) -> object:
        set_conditions(actor=person(request), clause=row, codes=data["codes"], reason=data["reason"])
        return None

    done = _("Syarat pemakaian disimpan. Naskah yang sedang berjalan tidak berubah.")
    response, status = carried_out(request, form, act, back=clause_url(row), done=done)
    return response or _page(request, row, form, _("Syarat pemakaian"), status=status)


@login_required
@require_POST
def clause_preview(request: HttpRequest, kind: str, family: str, code: str) -> HttpResponse:
    """Show a wording with example data while it is typed."""
    row = _keeper_or_refuse(request, kind, family, code)
    context = {"preview": preview_of(request.POST.get("text", ""), row.code)}
    return render(request, "agreements/clauses/_preview.html", context)
