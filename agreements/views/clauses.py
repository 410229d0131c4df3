"""Pages of the clause library: the list, one clause with its versions, its next wording."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.forms.clauses import ClauseForm, ClauseSearchForm
from agreements.models import Clause, ClauseVersion
from agreements.naskah.conditions import conditions
from agreements.naskah.plain import print_ayat
from agreements.naskah.structure import ayat_from_json
from agreements.services.clause_reading import (
    families,
    naskah_kinds,
    needs_of,
    search_clauses,
    unseen_old_uses,
    uses_of,
)
from agreements.services.clauses import PERMISSION, reword_clause
from agreements.views.access import crumbs, person
from agreements.views.refusing import carried_out
from agreements.views.wording_preview import placeholder_help, preview_of
from ksd.accounts.access import may
from ksd.accounts.models import User

# In addresses a clause for all families carries this word.
ALL_FAMILIES = "umum"


def clause_url(clause: Clause, name: str = "clause") -> str:
    """The address of a clause by kind of text, family and code."""
    parts = [clause.naskah_kind, clause.family or ALL_FAMILIES, clause.code]
    return reverse(f"agreements:{name}", args=parts)


def clause_or_404(kind: str, family: str, code: str) -> Clause:
    """A clause by what its address names."""
    own = "" if family == ALL_FAMILIES else family
    return get_object_or_404(Clause, naskah_kind=kind, family=own, code=code)


def clause_crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the library to a page of it."""
    return crumbs((_("Pustaka klausul"), reverse("agreements:clause_list")), *more)


@login_required
@require_safe
def clause_list(request: HttpRequest) -> HttpResponse:
    """Show the clauses by kind of text, with what the law asks for."""
    kinds, names = naskah_kinds(), families()
    form = ClauseSearchForm(request.GET, kinds=list(kinds.items()), families=list(names.items()))
    asked = form.cleaned_data if form.is_valid() else {}
    found = search_clauses(
        words=asked.get("q", ""), kind=asked.get("jenis", ""), family=asked.get("rumpun", "")
    )
    groups: dict[str, list[dict[str, Any]]] = {}
    for clause in found:
        groups.setdefault(kinds.get(clause.naskah_kind, clause.naskah_kind), []).append(_row(clause, names))
    context = {"form": form, "groups": list(groups.items()), "crumbs": clause_crumbs()}
    return render(request, "agreements/clauses/list.html", context)


def _row(clause: Any, names: dict[str, str]) -> dict[str, Any]:
    needs = needs_of(clause)
    return {
        "clause": clause,
        "url": clause_url(clause),
        "family": names.get(clause.family, _("Semua rumpun")),
        "need": next((need for need in needs if need.required), None),
        "now": clause.now[0] if clause.now else None,
    }


def clause_uses(clause: Clause, current: int, user: User) -> dict[str, Any]:
    """Running texts with this clause: those on an older or their own wording first, those beyond sight only counted."""
    uses = uses_of(clause, user)
    return {
        "older": [use for use in uses if use.number != current],
        "uses": [use for use in uses if use.number == current],
        "unseen": unseen_old_uses(clause, user, current),
    }


def clause_beside(clause: Clause) -> dict[str, Any]:
    """The fallback wordings of a clause, those no longer used, and its conditions."""
    rows = list(clause.fallbacks.order_by("order", "pk"))
    known = conditions()
    read = [(row, print_ayat(ayat_from_json(row.ayat))) for row in rows]
    return {
        "fallbacks": [entry for entry in read if entry[0].ended_at is None],
        "ended": [entry for entry in read if entry[0].ended_at is not None],
        "conditions": [known[code].label if code in known else code for code in clause.conditions],
        "urls": {name: clause_url(clause, name) for name in ("fallback_add", "clause_conditions")},
    }


def _wordings(clause: Clause) -> list[dict[str, Any]]:
    versions = ClauseVersion.objects.filter(clause=clause).order_by("-number")
    return [{"version": row, "text": print_ayat(ayat_from_json(row.ayat))} for row in versions]


@login_required
@require_safe
def clause(request: HttpRequest, kind: str, family: str, code: str) -> HttpResponse:
    """Show one clause: its wording, who changed it and why, which running texts use it."""
    row = clause_or_404(kind, family, code)
    current = row.versions.get(is_current=True)
    context = {
        "clause": row,
        "kind": naskah_kinds().get(row.naskah_kind, row.naskah_kind),
        "family": families().get(row.family, _("Semua rumpun")),
        "needs": needs_of(row),
        "current": current,
        "ayat": ayat_from_json(current.ayat),
        "wordings": _wordings(row),
        **clause_uses(row, current.number, person(request)),
        **clause_beside(row),
        "can_edit": may(person(request), PERMISSION),
        "edit_url": clause_url(row, "clause_edit"),
        "crumbs": clause_crumbs((row.title, "")),
    }
    return render(request, "agreements/clauses/clause.html", context)


def wording_help(clause: Clause, source: str) -> dict[str, Any]:
    """The wording filled with examples, and the placeholders it may use."""
    return {
        "preview": preview_of(source, clause.code),
        "tokens": placeholder_help(),
        "preview_url": clause_url(clause, "clause_preview"),
    }


@login_required
@require_http_methods(["GET", "POST"])
def clause_edit(request: HttpRequest, kind: str, family: str, code: str) -> HttpResponse:
    """Give a clause its next wording; running texts keep theirs."""
    row = clause_or_404(kind, family, code)
    if not may(person(request), PERMISSION):
        raise PermissionDenied(_("Pustaka klausul hanya diubah oleh petugas yang mengelolanya."))
    current = row.versions.get(is_current=True)
    wording = print_ayat(ayat_from_json(current.ayat))
    form = ClauseForm(request.POST or None, initial={"text": wording, "seen_number": current.number})

    def act(data: dict[str, Any]) -> object:
        seen, reason = data["seen_number"], data["reason"]
        return reword_clause(
            actor=person(request), clause=row, ayat=data["text"], reason=reason, seen_number=seen
        )

    back = clause_url(row)
    done = _("Rumusan baru disimpan. Naskah yang sedang berjalan tetap memakai rumusannya sendiri.")
    response, status = carried_out(request, form, act, back=back, done=done, newest=current.number)
    context = {"clause": row, "form": form, "back": back, "current": current, "wording": wording}
    context["crumbs"] = clause_crumbs((row.title, back), (_("Ubah rumusan"), ""))
    context |= wording_help(row, form["text"].value() or "")
    return response or render(request, "agreements/clauses/edit.html", context, status=status)
