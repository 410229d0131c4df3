"""An addendum begun, its Pasal, and a text in its present wording."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import NaskahState
from agreements.documents.consolidated import consolidated
from agreements.forms.archive import DayForm
from agreements.forms.changes import AddendumForm, ChangeForm
from agreements.models import Naskah
from agreements.services.addendum import (
    add_change,
    create_addendum,
    present_pasal,
    require_amendable,
)
from agreements.services.naskah import newest_version, require_drafter, require_state
from agreements.views.access import person
from agreements.views.refusing import carried_out
from agreements.views.text_page import text_crumbs, text_or_404


def _context(text: Naskah, form: Any, title: str, **more: Any) -> dict[str, Any]:
    crumbs = text_crumbs(text, (title, ""))
    return {
        "naskah": text,
        "form": form,
        "title": title,
        "back": text.get_absolute_url(),
        "crumbs": crumbs,
        **more,
    }


@login_required
@require_http_methods(["GET", "POST"])
def addendum_new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin an addendum to a text in force."""
    text = text_or_404(request, public_id)
    require_drafter(person(request), text.case)
    rule = require_amendable(text)
    form = AddendumForm(request.POST or None)

    def act(_data: dict[str, Any]) -> str:
        return create_addendum(actor=person(request), text=text, **form.given()).get_absolute_url()

    done = _("Addendum disusun. Tambahkan Pasal yang diubah, lalu bagikan kepada semua pihak.")
    response, status = carried_out(request, form, act, back="", done=done)
    context = _context(text, form, _("Buat addendum"), rule=rule)
    return response or render(request, "agreements/changes/addendum.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def addendum_change(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add a change of one Pasal to an addendum that is being written."""
    text = text_or_404(request, public_id)
    require_drafter(person(request), text.case)
    require_state(text, NaskahState.DRAFTED)
    newest = newest_version(text).number
    form = ChangeForm(request.POST or None, present=present_pasal(text), initial={"seen_number": newest})

    def act(_data: dict[str, Any]) -> str:
        _version, code = add_change(actor=person(request), naskah=text, **form.given())
        return reverse("agreements:naskah_part", args=[text.public_id, f"pasal-{code}"])

    done = _("Perubahan ditambahkan. Tuliskan bunyi barunya di bawah ini.")
    response, status = carried_out(request, form, act, back="", done=done, newest=newest)
    context = _context(text, form, _("Tambah perubahan Pasal"))
    return response or render(request, "agreements/texts/form.html", context, status=status)


@login_required
@require_safe
def naskah_consolidated(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a text as it reads on a day: every signed addendum laid over the original."""
    text = text_or_404(request, public_id)
    form = DayForm(request.GET or None)
    form.fields["pada"].initial = day = form.day()
    context = _context(text, form, _("Naskah gabungan"), view=consolidated(text, day))
    return render(request, "agreements/changes/consolidated.html", context)
