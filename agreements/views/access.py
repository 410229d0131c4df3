"""How a view of a case finds its rows, acts once, and brings a refusal back to its form."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.models import Case
from ksd.accounts.pages import attempt, person

__all__ = ["attempt", "case_crumbs", "case_or_404", "crumbs", "person", "see_newest"]


def case_or_404(http: HttpRequest, public_id: str) -> Case:
    """A case within the person's scope with what every page of it shows; a stranger finds nothing."""
    cases = Case.objects.visible_to(http.user).with_own_side(http.user).for_page()
    return get_object_or_404(cases, public_id=public_id)


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list of cases to this page."""
    return [(_("Kerja sama"), reverse("agreements:case_list")), *more]


def case_crumbs(case: Case, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list through the case to this page."""
    return crumbs((case.title, case.get_absolute_url()), *more)


def see_newest(form: Any, revision: int) -> None:
    """Let a form that came too late be sent again, once the person has compared it with the newest revision."""
    form.data = form.data.copy()
    form.data["seen_revision"] = str(revision)
