"""A text out to Word and back: the file, its return, what becomes of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import NaskahState
from agreements.documents.printed import is_final
from agreements.documents.word_file import word_file as docx_of
from agreements.forms.naskah import ReasonForm
from agreements.forms.word import WordAcceptForm, WordSendForm
from agreements.models import Naskah, NaskahVersion, WordReturn
from agreements.services.naskah import newest_version, require_drafter, require_state
from agreements.services.pdf import require_words
from agreements.services.word_returns import (
    accept_word,
    agreeable,
    changes_of,
    receive_word,
    reject_word,
    require_receiving,
    require_sender,
    require_waiting,
)
from agreements.views.access import person
from agreements.views.refusing import carried_out, confirm
from agreements.views.text_page import text_crumbs, text_or_404, version_or_404
from agreements.views.word_page import return_page
from ksd.core.files import file_response
from ksd.core.uploads import DOCX_TYPE


@login_required
@require_safe
def naskah_word(request: HttpRequest, public_id: str) -> HttpResponse:
    """Hand out a version as DOCX; `versi` asks for an older one."""
    text = text_or_404(request, public_id)
    require_words(text)
    asked = version_or_404(text, request.GET.get("versi", ""))
    version = asked or text.agreed_version or newest_version(text)
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(text, version)}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
    }
    return HttpResponse(docx_of(text, version), content_type=DOCX_TYPE, headers=headers)


def _name(text: Naskah, version: NaskahVersion) -> str:
    mark = "" if is_final(text, version) else "-DRAF"
    return f"{text.kind.upper()}-{slugify(text.title)[:60]}-versi-{version.number}{mark}.docx"


@login_required
@require_http_methods(["GET", "POST"])
def word_send(request: HttpRequest, public_id: str) -> HttpResponse:
    """Upload a file that came back, or a draft from outside."""
    text = text_or_404(request, public_id)
    require_sender(person(request), text)
    require_receiving(text)
    form = WordSendForm(request.POST or None, request.FILES or None)

    def act(data: dict[str, Any]) -> str:
        typed = {name: data[name] for name in ("upload", "text", "note")}
        return receive_word(actor=person(request), naskah=text, **typed).get_absolute_url()

    done = _("Berkas dibaca. Periksa perubahannya di bawah; naskah belum berubah.")
    response, status = carried_out(request, form, act, back=_card(text), done=done)
    title = _("Unggah hasil Word")
    context = {
        "naskah": text,
        "form": form,
        "title": title,
        "back": _card(text),
        "crumbs": text_crumbs(text, (title, "")),
    }
    return response or render(request, "agreements/word/send.html", context, status=status)


def _card(text: Naskah) -> str:
    return f"{text.get_absolute_url()}#word"


def return_or_404(text: Naskah, number: int) -> WordReturn:
    """A file that came back to this text."""
    rows = text.word_returns.select_related("compared_with", "sent_by", "decided_by", "version", "file")
    row: WordReturn = get_object_or_404(rows, number=number)
    row.naskah = text
    return row


@login_required
@require_http_methods(["GET", "POST"])
def word_return(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Show a file beside what was sent; a drafter takes what is ticked as the next version."""
    text = text_or_404(request, public_id)
    row = return_or_404(text, number)
    if request.method == "POST":
        _require_accepting(request, row)
    newest = newest_version(text)
    found = changes_of(row, newest) if row.waits else []
    seen = {"seen_number": newest.number}
    form = WordAcceptForm(request.POST or None, changes=found, calm=agreeable(row, found), initial=seen)

    def act(data: dict[str, Any]) -> object:
        return accept_word(
            actor=person(request), row=row, parts=form.chosen(), seen_number=data["seen_number"]
        )

    done = _("Bagian yang diterima sudah menjadi versi baru.")
    response, status = carried_out(request, form, act, back=_card(text), done=done, newest=newest.number)
    context = return_page(person(request), row, newest, form) | {"crumbs": text_crumbs(text, (str(row), ""))}
    return response or render(request, "agreements/word/return.html", context, status=status)


def _require_accepting(request: HttpRequest, row: WordReturn) -> None:
    require_drafter(person(request), row.naskah.case)
    require_waiting(row)
    require_state(row.naskah, NaskahState.DRAFTED)


@login_required
@require_http_methods(["GET", "POST"])
def word_reject(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Refuse a file with a reason."""
    text = text_or_404(request, public_id)
    row = return_or_404(text, number)
    require_drafter(person(request), text.case)
    require_waiting(row)
    label = _("Tolak hasil Word")
    return confirm(
        request,
        act=lambda data: reject_word(actor=person(request), row=row, reason=data["reason"]),
        form=ReasonForm(request.POST or None),
        back=row.get_absolute_url(),
        done=_("Hasil Word ditolak; pengirim diberi tahu alasannya."),
        title=label,
        text=_("Naskah tidak berubah. Berkasnya tetap tersimpan bersama alasan Anda."),
        action_label=_("Tolak"),
        crumbs=text_crumbs(text, (str(row), row.get_absolute_url()), (label, "")),
    )


@login_required
@require_safe
def word_file(request: HttpRequest, public_id: str, number: int) -> FileResponse:
    """Hand out the file as it was uploaded, for download only."""
    return file_response(return_or_404(text_or_404(request, public_id), number).file)
