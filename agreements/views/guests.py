"""What a guest sees: one text's table, one Pasal of it; nothing else, and nothing that a search engine keeps.

The secret stands only in the address that is opened first; afterwards the browser's session carries the link.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.choices.negotiation import GuestAct
from agreements.forms.negotiation import ClauseCommentForm, PositionForm, SpokenForm
from agreements.models import GuestLink, Naskah
from agreements.services.guests import guest_comment, guest_position, link_of, note_use
from agreements.services.negotiation_table import TableRow
from agreements.views.negotiation_page import (
    clause_comments,
    clause_page,
    following,
    is_open_for_words,
    row_or_404,
    state_line,
    table_page,
)
from ksd.core.errors import AlreadyDone, DomainError, StaleForm
from ksd.core.forms import add_domain_error
from ksd.core.limits import within_limit
from ksd.core.quiet import quiet

SESSION = "tautan_tamu"
# So many dead links a minute from one address; a living one always opens, or guests behind one proxy shut each other out.
MOST_MISSES = 20
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, GuestLink, P], HttpResponse]


def _closed(request: HttpRequest, status: int = 404) -> HttpResponse:
    return quiet(render(request, "agreements/guests/closed.html", {"busy": status == 429}, status=status))


def _too_many(request: HttpRequest) -> bool:
    """Whether this address guesses."""
    return not within_limit(request, "tamu", MOST_MISSES)


@require_safe
@sensitive_variables("token")
def guest_enter(request: HttpRequest, token: str) -> HttpResponse:
    """Open a link: the session remembers it, and the address with the secret is left behind."""
    link = link_of(token)
    if link is None:
        return _closed(request, 429 if _too_many(request) else 404)
    request.session[SESSION] = link.pk
    note_use(link, GuestAct.ENTERED)
    return quiet(redirect("agreements:guest_table"))


def guest_view(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a view the living link of this session; without one nothing is there."""

    @wraps(view)
    @require_http_methods(["GET", "HEAD", "POST"])
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        links = GuestLink.objects.alive().filter(pk=request.session.get(SESSION) or 0)
        link = links.select_related("naskah__case", "party__region", "party__partner", "created_by").first()
        return quiet(view(request, link, *args, **kwargs)) if link else _closed(request)

    return guarded  # type: ignore[return-value]  # the link comes from the session, not from the caller


def _frame(link: GuestLink) -> dict[str, Any]:
    naskah = link.naskah
    return {"naskah": naskah, "link": link, "guest": True, "closed": state_line(naskah)}


def _waits(link: GuestLink) -> Callable[[TableRow], bool]:
    """Whether a Pasal waits for the guest's party."""
    return lambda row: any(party.pk == link.party_id for party in row.turn)


@require_safe
@guest_view
def guest_table(request: HttpRequest, link: GuestLink) -> HttpResponse:
    """Show the table of the one text."""
    note_use(link, GuestAct.READ, "meja pembahasan")
    table = table_page(link.naskah)
    waiting = list(filter(_waits(link), table.rows))
    only = "giliran" in request.GET
    context = {
        **_frame(link),
        "table": table,
        "rows": waiting if only else table.rows,
        "waiting": len(waiting) if is_open_for_words(link.naskah) else 0,
        "only_waiting": only,
    }
    return render(request, "agreements/guests/table.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@guest_view
def guest_clause(request: HttpRequest, link: GuestLink, clause: str) -> HttpResponse:
    """Show one Pasal; POST says the word of the guest's party."""
    row = row_or_404(table_page(link.naskah), clause)
    form = PositionForm(request.POST or None, row=row, parties=[link.party])

    def act() -> None:
        try:
            guest_position(link=link, clause=clause, said=form.said())
        except StaleForm:
            form.show_newer(row_or_404(table_page(link.naskah), clause))
            raise

    return _done(request, link, clause, form, act) or _clause(request, link, clause, form=form)


@require_POST
@guest_view
def guest_clause_comment(request: HttpRequest, link: GuestLink, clause: str) -> HttpResponse:
    """Write a comment on a Pasal."""
    row_or_404(table_page(link.naskah), clause)
    form = ClauseCommentForm(request.POST)

    def act() -> None:
        guest_comment(link=link, clause=clause, text=form.cleaned_data["text"])

    return _done(request, link, clause, form, act) or _clause(request, link, clause, comment=form)


def _done(
    request: HttpRequest, link: GuestLink, clause: str, form: SpokenForm, act: Callable[[], None]
) -> HttpResponse | None:
    """Act once with a valid form; None when the page is to be shown (again)."""
    address = reverse("agreements:guest_clause", args=[clause])
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        with transaction.atomic():
            form.claim(link.created_by, address)
            act()
    except AlreadyDone:
        return redirect(address)
    except DomainError as error:
        note_use(link, GuestAct.REFUSED, error.message)
        add_domain_error(form, error)
        form.refused_with = error.status
        return None
    messages.success(request, _("Tersimpan dan disampaikan kepada semua pihak."))
    return redirect(address)


def _clause(
    request: HttpRequest,
    link: GuestLink,
    clause: str,
    *,
    form: PositionForm | None = None,
    comment: ClauseCommentForm | None = None,
) -> HttpResponse:
    naskah = Naskah.objects.select_related("case").get(pk=link.naskah_id)
    table = table_page(naskah)
    row = row_or_404(table, clause)
    sent = form if form and form.is_bound else comment
    if request.method != "POST":
        note_use(link, GuestAct.READ, f"Pasal {row.number}")
    shown = form or PositionForm(row=row, parties=[link.party])
    after = following(table, row, _waits(link))
    context = {
        **_frame(link),
        **clause_page(naskah, table, row),
        "after": after,
        "after_address": reverse("agreements:guest_clause", args=[after.pasal.clause]) if after else "",
        "form": shown if is_open_for_words(naskah) else None,
        "comment_form": comment or ClauseCommentForm(),
        "comments": clause_comments(naskah, clause),
    }
    status = sent.refused_with if sent is not None else 200
    return render(request, "agreements/guests/clause.html", context, status=status)
