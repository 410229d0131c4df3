"""What the regions say about a row."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ksd.accounts.pages import attempt, person
from ksd.core.errors import NotAllowed
from ksd.mapping.forms.comments import RowCommentForm
from ksd.mapping.models import MappingRow
from ksd.mapping.services.comments import voice_of, write_comment
from ksd.mapping.views.one_row import row_frame, row_seen


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every remark on a row, and one's own."""
    row = row_seen(request, public_id)
    voice = voice_of(person(request), row.period)
    form, status = RowCommentForm(request.POST or None), 200
    if request.method == "POST":
        if voice is None:
            raise NotAllowed(_("Anda tidak berwenang mengomentari baris pemetaan ini."))
        status = _write(request, row, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Komentar dikirim."))
            return redirect("mapping:comments", row.public_id)
    said = row.comments.select_related("region")
    context = row_frame(request, row, _("Komentar")) | {
        "comment_form": form,
        "voice": voice,
        "comments": said,
    }
    return render(request, "mapping/triage/comments.html", context, status=status)


def _write(request: HttpRequest, row: MappingRow, form: RowCommentForm) -> int:
    def act() -> str:
        made = write_comment(actor=person(request), row=row, text=form.cleaned_data["text"])
        return f"{reverse('mapping:comments', args=[made.row.public_id])}#komentar-{made.pk}"

    return attempt(request, form, act)
