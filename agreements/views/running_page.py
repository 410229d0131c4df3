"""What every page on a running cooperation shares: its sections, its forms, its place in the case."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Case
from agreements.views.access import case_crumbs
from agreements.views.refusing import Act, Done, carried_out
from agreements.views.tabs import tabs_of
from ksd.core.forms import OnceForm
from ksd.core.tabs import Tab

TAB = "agreements:running"
SECTIONS = (
    (TAB, gettext_lazy("Ikhtisar")),
    ("agreements:obligations", gettext_lazy("Hak dan kewajiban")),
    ("agreements:plans", gettext_lazy("Rencana aksi")),
    ("agreements:budget", gettext_lazy("Anggaran")),
    ("agreements:running_goals", gettext_lazy("Sasaran")),
)
FORM = "agreements/running/form.html"


def page(case: Case, section: str, *more: tuple[str, str], **context: Any) -> dict[str, Any]:
    """The context of a page within one section; `more` are the crumbs below it."""
    sections = [Tab(str(label), _url(name, case), name == section) for name, label in SECTIONS]
    steps: list[tuple[str, str]] = [(_("Pelaksanaan"), _url(TAB, case) if section != TAB or more else "")]
    if section != TAB:
        label = next(str(label) for name, label in SECTIONS if name == section)
        steps.append((label, _url(section, case) if more else ""))
    return {
        "case": case,
        "tabs": tabs_of(case, TAB),
        "sections": sections,
        "crumbs": case_crumbs(case, *steps, *more),
        **context,
    }


def form_page(
    request: HttpRequest,
    context: dict[str, Any],
    form: OnceForm,
    act: Act,
    *,
    title: str,
    done: Done,
    template: str = FORM,
    newest: int = 0,
) -> HttpResponse:
    """Show a form of a section, act once with it, and come back with what was typed when refused."""
    response, status = carried_out(request, form, act, back=context["back"], done=done)
    if status not in {200, 422} and hasattr(form, "show_newer"):
        form.show_newer(newest)
    shown = {"form": form, "title": title, "intro": "", "button": _("Simpan"), "danger": False}
    return response or render(request, template, shown | context, status=status)


def _url(name: str, case: Case) -> str:
    return reverse(name, args=[case.public_id])
