"""The negotiation table of a text: all Pasal, one Pasal, the record, and the links for guests."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.choices import NaskahState
from agreements.choices.comments import Audience
from agreements.documents.negotiation_minutes import negotiation_minutes
from agreements.forms.negotiation import ClauseCommentForm, GuestLinkForm, PositionForm
from agreements.models import GuestLink, Naskah, Party
from agreements.services.acting import has_users, not_yours
from agreements.services.comments import write_comment
from agreements.services.guests import create_guest_link, revoke_guest_link
from agreements.services.naskah import require_drafter, require_state
from agreements.services.negotiation import state_position
from agreements.services.negotiation_table import TableRow
from agreements.services.pdf import require_words
from agreements.views.access import person
from agreements.views.letters import hand_out
from agreements.views.negotiation_page import (
    Table,
    clause_comments,
    clause_page,
    discussed,
    following,
    is_open_for_words,
    row_or_404,
    speaking_parties,
    state_line,
    table_page,
)
from agreements.views.party_lines import permits
from agreements.views.refusing import carried_out
from agreements.views.text_page import text_crumbs, text_or_404
from ksd.accounts.access import acting_region_ids
from ksd.core.errors import StaleForm


def _text(request: HttpRequest, public_id: str) -> Naskah:
    text = text_or_404(request, public_id)
    require_words(text)
    return text


def _address(text: Naskah, clause: str = "") -> str:
    if clause:
        return reverse("agreements:negotiation_clause", args=[text.public_id, clause])
    return reverse("agreements:negotiation", args=[text.public_id])


def _crumbs(text: Naskah, *more: tuple[str, str]) -> list[tuple[str, str]]:
    own = _address(text) if more else ""
    return text_crumbs(text, (_("Meja pembahasan"), own), *more)


def _waits(request: HttpRequest) -> Callable[[TableRow], bool]:
    """Whether a Pasal waits for the reader's own region."""
    mine = acting_region_ids(person(request), "agreements.draft")
    return lambda row: any(party.region_id in mine for party in row.turn)


@login_required
@require_safe
def negotiation(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show where every Pasal stands and whose turn it is; `giliran` keeps those that wait for the reader's region."""
    text = _text(request, public_id)
    table = table_page(text)
    waiting = list(filter(_waits(request), table.rows))
    context = {
        "naskah": text,
        "table": table,
        "rows": waiting if "giliran" in request.GET else table.rows,
        "waiting": len(waiting) if is_open_for_words(text) else 0,
        "only_waiting": "giliran" in request.GET,
        "closed": state_line(text),
        "may_invite": permits(require_drafter, person(request), text.case) and is_open_for_words(text),
        "crumbs": _crumbs(text),
    }
    return render(request, "agreements/negotiation/table.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def negotiation_clause(request: HttpRequest, public_id: str, clause: str) -> HttpResponse:
    """Show one Pasal with everybody's word on it; POST says the word of one's party."""
    text = _text(request, public_id)
    table = table_page(text)
    row = row_or_404(table, clause)
    parties = speaking_parties(person(request), text, row)
    if request.method == "POST":
        _require_word(text, parties)
    form = PositionForm(request.POST or None, row=row, parties=parties) if parties else None
    response, status = _spoken(request, text, form, parties)
    return response or _clause(request, text, table, clause, form=form, status=status)


def _require_word(text: Naskah, parties: Sequence[Party]) -> None:
    if not parties:
        raise not_yours(", ".join(party.short_name for party in text.case.acting_parties))
    require_state(text, NaskahState.DRAFTED)


def _spoken(
    request: HttpRequest, text: Naskah, form: PositionForm | None, parties: Sequence[Party]
) -> tuple[HttpResponse | None, int]:
    if form is None:
        return None, 200

    def act(data: dict[str, Any]) -> None:
        party = next(party for party in parties if party.order == data["party"])
        clause = form.row.pasal.clause
        try:
            state_position(actor=person(request), naskah=text, party=party, clause=clause, said=form.said())
        except StaleForm:
            form.show_newer(row_or_404(table_page(text), clause))
            raise

    back = _address(text, form.row.pasal.clause)
    return carried_out(
        request, form, act, back=back, done=_("Posisi dicatat dan disampaikan kepada semua pihak.")
    )


def _clause(
    request: HttpRequest,
    text: Naskah,
    table: Table,
    clause: str,
    *,
    form: PositionForm | None,
    comment: ClauseCommentForm | None = None,
    status: int = 200,
) -> HttpResponse:
    row = row_or_404(table, clause)
    after = following(table, row, _waits(request))
    context = {
        **clause_page(text, table, row),
        "after": after,
        "after_address": _address(text, after.pasal.clause) if after else "",
        "form": form if is_open_for_words(text) else None,
        "comment_form": comment or ClauseCommentForm(),
        "comments": clause_comments(text, clause),
        "closed": state_line(text),
        "crumbs": _crumbs(text, (f"Pasal {row.number}", "")),
    }
    return render(request, "agreements/negotiation/clause.html", context, status=status)


@login_required
@require_POST
def negotiation_comment(request: HttpRequest, public_id: str, clause: str) -> HttpResponse:
    """Write a comment on a Pasal for all parties."""
    text = _text(request, public_id)
    table = table_page(text)
    row = row_or_404(table, clause)
    form = ClauseCommentForm(request.POST)

    def act(data: dict[str, Any]) -> None:
        about: dict[str, Any] = {
            "case": text.case,
            "naskah": text,
            "anchor": clause,
            "audience": Audience.ALL,
        }
        write_comment(actor=person(request), text=data["text"], **about)

    back = _address(text, clause)
    response, status = carried_out(request, form, act, back=back, done=_("Komentar tersimpan."))
    parties = speaking_parties(person(request), text, row)
    position = PositionForm(row=row, parties=parties) if parties else None
    return response or _clause(request, text, table, clause, form=position, comment=form, status=status)


@login_required
@require_POST
def negotiation_minutes_paper(request: HttpRequest, public_id: str) -> HttpResponse:
    """Print the record of the negotiation, or hand it out as DOCX."""
    text = _text(request, public_id)
    region = text.case.keeper.region or text.case.initiator.region
    if region is None:
        raise Http404
    table = table_page(text)
    letter = negotiation_minutes(text, table.version, discussed(table), len(table.rows), region)
    return hand_out(request, letter, f"{letter.subject} – {text.rule.label}", text.case)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def guest_links(request: HttpRequest, public_id: str) -> HttpResponse:
    """List the links for guests; POST makes one, whose address is shown on that answer only."""
    text = _text(request, public_id)
    require_drafter(person(request), text.case)
    rows = text.signatures.select_related("party__region", "party__partner")
    parties = [row.party for row in rows.order_by("party__order") if not has_users(row.party)]
    form = GuestLinkForm(request.POST or None, parties=parties)
    made: list[str] = []

    def act(data: dict[str, Any]) -> None:
        party = next(party for party in parties if party.order == data["party"])
        chosen = {name: data[name] for name in ("label", "days")}
        _link, token = create_guest_link(actor=person(request), naskah=text, party=party, **chosen)
        made.append(request.build_absolute_uri(reverse("agreements:guest_enter", args=[token])))

    _response, status = carried_out(request, form, act, back=request.path)
    shown = GuestLinkForm(parties=parties) if made else form
    return _links(request, text, {"form": shown, "parties": parties, "made": "".join(made)}, status)


def _links(request: HttpRequest, text: Naskah, more: dict[str, Any], status: int) -> HttpResponse:
    """The page of the links; no cache keeps what it shows once."""
    context = {
        "naskah": text,
        "links": text.guest_links.select_related("party__region", "party__partner").prefetch_related("uses"),
        "closed": state_line(text),
        "crumbs": _crumbs(text, (_("Tautan tamu"), "")),
        **more,
    }
    answer = render(request, "agreements/negotiation/guests.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


@login_required
@require_POST
def guest_link_revoke(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Close a link at once."""
    text = _text(request, public_id)
    require_drafter(person(request), text.case)
    link: GuestLink = get_object_or_404(text.guest_links, pk=pk)
    revoke_guest_link(actor=person(request), link=link)
    messages.success(request, _("Tautan dicabut; sejak sekarang tidak membuka apa pun."))
    return redirect("agreements:guest_links", text.public_id)
