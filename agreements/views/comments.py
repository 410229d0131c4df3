"""The comments of a case: threads about the case, its papers and its texts."""

from dataclasses import dataclass, field
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.forms.comments import CommentForm
from agreements.models import Case, Comment
from agreements.services.acting import not_yours
from agreements.services.comments import commenting_party, withdraw_comment, write_comment
from agreements.views.access import attempt, case_crumbs, case_or_404, person
from agreements.views.tabs import tabs_of
from ksd.accounts.models import User


@dataclass
class Thread:
    """A comment with what was answered to it."""

    comment: Comment
    about: str
    mine: bool
    replies: list["Thread"] = field(default_factory=list)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: HttpRequest, public_id: str) -> HttpResponse:
    """Read the threads of a case; write a new comment, or an answer to `?jawab=`."""
    case = case_or_404(request, public_id)
    answered = _answered(request, case)
    form = _form(request, case, answered)
    status = 200
    if request.method == "POST":
        status = _write(request, case, form, answered)
        if status == 200:
            messages.success(request, _("Komentar tersimpan."))
            return redirect("agreements:comments", case.public_id)
    threads = threads_of(case, person(request))
    frame = {"tabs": tabs_of(case, "agreements:comments"), "crumbs": case_crumbs(case, (_("Komentar"), ""))}
    context = {"case": case, "form": form, "answered": answered, "threads": threads, **frame}
    return render(request, "agreements/comments/comments.html", context, status=status)


def _form(request: HttpRequest, case: Case, answered: Comment | None) -> CommentForm | None:
    """The form of who comments for a party; None for mere readers."""
    actor = person(request)
    party = commenting_party(actor, case)
    if party is None:
        return None
    return CommentForm(request.POST or None, case=case, party=party, actor=actor, answers=answered)


def _answered(request: HttpRequest, case: Case) -> Comment | None:
    """The comment that is being answered, 404 for one the person may not read."""
    number = request.POST.get("answers") or request.GET.get("jawab")
    if not number:
        return None
    readable = Comment.objects.readable_by(request.user, case).filter(answers=None, withdrawn_at=None)
    return get_object_or_404(readable, pk=number if number.isascii() and number.isdigit() else 0)


def _write(request: HttpRequest, case: Case, form: CommentForm | None, answered: Comment | None) -> int:
    if form is None:
        raise not_yours(", ".join(party.short_name for party in case.parties.all() if party.region_id))
    if not form.is_valid():
        return 422
    write = partial(
        write_comment,
        actor=person(request),
        case=case,
        text=form.cleaned_data["text"],
        audience=form.cleaned_data.get("audience", ""),
        answers=answered,
        mentions=form.cleaned_data["mentions"],
        **form.subject(),
    )
    return attempt(request, form, write, reverse("agreements:comments", args=[case.public_id]))


def threads_of(case: Case, user: User) -> list[Thread]:
    """What the person may read, newest thread first, its answers in order; a fixed number of queries."""
    readable = Comment.objects.readable_by(user, case)
    rows = readable.select_related("naskah__case", "region").prefetch_related("mentions")
    labels = {row.code: row.label for row in case.pack.documents}
    threads: dict[int, Thread] = {}
    for row in rows:
        about = _about(row, labels)
        thread = Thread(row, about, mine=row.author_id == user.pk)
        if row.answers_id in threads:
            threads[row.answers_id].replies.append(thread)
        else:
            threads[row.pk] = thread
    return list(reversed(threads.values()))


def _about(comment: Comment, labels: dict[str, str]) -> str:
    """The paper, text or Pasal a comment is about."""
    if comment.naskah is None:
        return labels.get(comment.paper, "")
    anchor = comment.anchor.replace("_", " ")
    return f"{comment.naskah} ({anchor})" if anchor else str(comment.naskah)


@login_required
@require_POST
def comment_withdraw(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take one's own comment back."""
    case = case_or_404(request, public_id)
    comment = get_object_or_404(Comment.objects.readable_by(request.user, case), pk=pk)
    withdraw_comment(actor=person(request), comment=comment)
    messages.success(request, _("Komentar ditarik."))
    return redirect("agreements:comments", case.public_id)
