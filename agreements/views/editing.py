"""Writing a text: its frame, its parts, its pasal in and out, its annexes."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.choices import NaskahState
from agreements.forms.naskah import AddAnnexForm, AddPasalForm, FrameForm, MoveForm, SeenForm
from agreements.models import Naskah
from agreements.naskah.sentences import SENTENCE, label_of
from agreements.services.naskah import (
    newest_version,
    require_drafter,
    require_state,
    save_version,
)
from agreements.services.sentences import save_frame
from agreements.services.wording import (
    add_annex,
    add_pasal,
    body_of,
    library_for,
    move_pasal,
    remove_annex,
    remove_pasal,
)
from agreements.views.access import person
from agreements.views.desk_words import editor_context
from agreements.views.parts import part_or_404, part_page, pasal_rows
from agreements.views.refusing import carried_out, confirm
from agreements.views.text_page import text_crumbs, text_or_404
from ksd.core.forms import OnceForm


def draft_or_refuse(request: HttpRequest, public_id: str) -> Naskah:
    """A text this person may write now; 404 for a stranger, 403 for a reader, 409 when it is not being written."""
    text = text_or_404(request, public_id)
    require_drafter(person(request), text.case)
    require_state(text, NaskahState.DRAFTED)
    return text


def _crumbs(text: Naskah, label: str) -> list[tuple[str, str]]:
    return text_crumbs(
        text, (_("Sunting"), reverse("agreements:naskah_edit", args=[text.public_id])), (label, "")
    )


@login_required
@require_safe
def naskah_edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show every part of a text with the way to change it."""
    text = draft_or_refuse(request, public_id)
    version = newest_version(text)
    body = body_of(version)
    context = {
        "naskah": text,
        "version": version,
        "body": body,
        "rows": pasal_rows(text, body),
        "annexes": [(number, f"lampiran-{number}", row) for number, row in enumerate(body.annexes, 1)],
        "crumbs": text_crumbs(text, (_("Sunting"), "")),
        **editor_context(),
    }
    return render(request, "agreements/texts/edit.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def naskah_frame(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change subject, term, place and number of originals."""
    text = draft_or_refuse(request, public_id)
    known = {"title": text.title, "years": text.years, "place": text.place, "originals": text.originals}
    own = (label_of(SENTENCE + name) for name in text.sentences)
    form = FrameForm(request.POST or None, rule=text.rule, own=own, initial=known)

    def act(data: dict[str, Any]) -> object:
        typed = {name: data[name] for name in known} | {"standard": data.get("standard", False)}
        return save_frame(actor=person(request), naskah=text, **typed)

    done = _("Judul, jangka waktu, dan data naskah disimpan.")
    response, status = carried_out(request, form, act, back=_edit_url(text), done=done)
    return response or _form_page(request, text, form, _("Judul dan data naskah"), status)


def _edit_url(text: Naskah) -> str:
    return reverse("agreements:naskah_edit", args=[text.public_id])


def _form_page(request: HttpRequest, text: Naskah, form: OnceForm, title: str, status: int) -> HttpResponse:
    context = {
        "naskah": text,
        "form": form,
        "title": title,
        "back": _edit_url(text),
        "crumbs": _crumbs(text, title),
    }
    return render(request, "agreements/texts/form.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def naskah_part(request: HttpRequest, public_id: str, part: str) -> HttpResponse:
    """Write one part as plain lines; a preview shows it filled, numbered and with its references."""
    text = draft_or_refuse(request, public_id)
    version = newest_version(text)
    editor = part_or_404(body_of(version), part)
    form = editor.form(request.POST or None, version.number)

    def act(data: dict[str, Any]) -> object:
        body = form.changed(body_of(newest_version(text)))
        seen, note = data["seen_number"], data["note"]
        return save_version(actor=person(request), naskah=text, body=body, seen_number=seen, note=note)

    response, status = None, 200
    if "preview" not in request.POST:
        done = _("%s disimpan.") % editor.label
        response, status = carried_out(
            request, form, act, back=request.path, done=done, newest=version.number
        )
    context = part_page(text, version, editor, form) | {"crumbs": _crumbs(text, editor.label)}
    return response or render(request, "agreements/texts/part.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def naskah_pasal_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add a clause of the library or an empty pasal."""
    text = draft_or_refuse(request, public_id)
    version = newest_version(text)
    body = body_of(version)
    seen = {"seen_number": version.number}
    form = AddPasalForm(request.POST or None, library=library_for(text, body), body=body, initial=seen)

    def act(data: dict[str, Any]) -> object:
        typed = {name: data[name] for name in ("clause", "title", "after", "seen_number")}
        return add_pasal(actor=person(request), naskah=text, **typed)

    done = _("Pasal ditambahkan. Periksa dan lengkapi isinya.")
    response, status = carried_out(request, form, act, back=_edit_url(text), done=done, newest=version.number)
    return response or _form_page(request, text, form, _("Tambah pasal"), status)


@login_required
@require_POST
def naskah_pasal_move(request: HttpRequest, public_id: str, clause: str) -> HttpResponse:
    """Move a pasal one place up or down."""
    text = draft_or_refuse(request, public_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise SuspiciousOperation("move without direction or version")
    move_pasal(actor=person(request), naskah=text, clause=clause, **form.cleaned_data)
    return redirect(f"{_edit_url(text)}#pasal-{clause}")


def _confirm_removal(
    request: HttpRequest, text: Naskah, part: str, remove: Callable[..., object], consequence: str
) -> HttpResponse:
    """Ask once more before a part goes out; the version before stays on the list."""
    version = newest_version(text)
    label = part_or_404(body_of(version), part).label
    return confirm(
        request,
        act=lambda data: remove(actor=person(request), naskah=text, seen_number=data["seen_number"]),
        form=SeenForm(request.POST or None, initial={"seen_number": version.number}),
        back=_edit_url(text),
        done=_("%s dihapus.") % label,
        title=_("Hapus %s?") % label,
        text=consequence,
        action_label=_("Hapus"),
        crumbs=_crumbs(text, _("Hapus")),
    )


@login_required
@require_http_methods(["GET", "POST"])
def naskah_pasal_remove(request: HttpRequest, public_id: str, clause: str) -> HttpResponse:
    """Take a pasal out after asking once more; one the law requires stays."""
    text = draft_or_refuse(request, public_id)
    words = _("Pasal sesudahnya bernomor ulang. Versi sekarang tetap tersimpan pada daftar versi.")
    return _confirm_removal(request, text, f"pasal-{clause}", partial(remove_pasal, clause=clause), words)


@login_required
@require_http_methods(["GET", "POST"])
def naskah_annex_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add a lampiran at the end."""
    text = draft_or_refuse(request, public_id)
    newest = newest_version(text).number
    form = AddAnnexForm(request.POST or None, initial={"seen_number": newest})

    def act(data: dict[str, Any]) -> object:
        typed = {name: data[name] for name in ("title", "seen_number")}
        return add_annex(actor=person(request), naskah=text, **typed)

    done = _("Lampiran ditambahkan. Isi alinea dan tabelnya.")
    response, status = carried_out(request, form, act, back=_edit_url(text), done=done, newest=newest)
    return response or _form_page(request, text, form, _("Tambah lampiran"), status)


@login_required
@require_http_methods(["GET", "POST"])
def naskah_annex_remove(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Take a lampiran out after asking once more."""
    text = draft_or_refuse(request, public_id)
    words = _("Versi sekarang tetap tersimpan pada daftar versi.")
    return _confirm_removal(request, text, f"lampiran-{number}", partial(remove_annex, number=number), words)
