"""Rights and obligations: the list, one of them, and the acts on it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import NaskahState, ObligationState
from agreements.forms.obligations import ObligationForm, TakeForm
from agreements.forms.running import FulfilForm, ReasonForm
from agreements.models import Case, Naskah, Obligation, Party
from agreements.services import obligations as acts
from agreements.services.acting import acting_for_party
from agreements.services.after_signing import MANAGE, parties_of, require_any, require_signed
from agreements.services.obligation_reading import candidates
from agreements.services.running_tables import obligations_of
from agreements.views.access import case_or_404, person
from agreements.views.running_page import form_page, page
from ksd.core.forms import OnceForm

SECTION = "agreements:obligations"
_FORM = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class TextDuties:
    """A text with its rights and duties, party by party."""

    text: Naskah
    parties: list[tuple[Party, list[Obligation]]]


@login_required
@require_safe
def obligations(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every right and duty, text by text and party by party; late ones say so to all."""
    case = case_or_404(request, public_id)
    rows, late_only = obligations_of(case), request.GET.get("tampil") == "lewat"
    shown = [row for row in rows if row.is_late] if late_only else rows
    texts = list(case.naskah.filter(state=NaskahState.SIGNED))
    context = page(
        case,
        SECTION,
        texts=[_duties(case, text, shown) for text in texts],
        late_only=late_only,
        late=sum(row.is_late for row in rows),
        may_write=bool(parties_of(person(request), case)),
    )
    return render(request, "agreements/running/obligations.html", context)


def _duties(case: Case, text: Naskah, rows: Iterable[Obligation]) -> TextDuties:
    text.case = case
    own = [row for row in rows if row.naskah_id == text.pk]
    grouped = [(list(group)) for _key, group in groupby(own, key=lambda row: row.party_id)]
    return TextDuties(text, [(group[0].party, group) for group in grouped])


def text_or_404(case: Case, text: str) -> Naskah:
    """A text of this case."""
    found = get_object_or_404(case.naskah.all(), public_id=text)
    found.case = case
    return found


def _row(case: Case, pk: int) -> Obligation:
    rows = Obligation.objects.filter(naskah__case=case)
    found = get_object_or_404(
        rows.select_related("naskah", "party__region", "party__partner", "office"), pk=pk
    )
    found.naskah.case = case
    found.party = next(party for party in case.parties.all() if party.pk == found.party_id)
    return found


@login_required
@require_safe
def obligation(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """One right or duty: what, whose, until when, what happened."""
    case = case_or_404(request, public_id)
    found = _row(case, pk)
    may_act = found.party in parties_of(person(request), case)
    context = page(
        case,
        SECTION,
        (str(found), ""),
        row=found,
        entries=list(found.entries.select_related("proof")),
        acts=[rule for rule in ACTS.values() if may_act and found.state in rule.states],
        may_edit=may_act and found.is_open,
    )
    return render(request, "agreements/running/obligation.html", context)


@login_required
@require_http_methods(_FORM)
def obligation_take(request: HttpRequest, public_id: str, text: str) -> HttpResponse:
    """The rows the signed text proposes, to tick and mend."""
    case = case_or_404(request, public_id)
    naskah, user = text_or_404(case, text), person(request)
    require_any(user, case)
    require_signed(naskah)
    mine = {party.pk for party in parties_of(user, case)}
    found = candidates(naskah)
    form = TakeForm(request.POST or None, rows=[r for r in found if r.party.pk in mine and not r.taken])

    def act(_data: dict[str, Any]) -> None:
        _take(request, naskah, form)

    title = _("Ambil dari naskah")
    context = page(case, SECTION, (title, ""), back=_list(case), naskah=naskah)
    context["elsewhere"] = sum(row.party.pk not in mine and not row.taken for row in found)
    context["taken"] = sum(row.taken for row in found)
    done = _("Hak dan kewajiban diambil dari naskah. Lengkapi penanggung jawab dan jatuh temponya.")
    return form_page(request, context, form, act, title=title, done=done, template=TAKE)


TAKE = "agreements/running/take.html"


def _take(request: HttpRequest, naskah: Naskah, form: TakeForm) -> None:
    for party, group in groupby(form.drafts(), key=lambda pair: pair[0]):
        drafts = [draft for _party, draft in group]
        acts.take_from_text(actor=person(request), naskah=naskah, party=party, drafts=drafts)


@login_required
@require_http_methods(_FORM)
def obligation_add(request: HttpRequest, public_id: str, text: str) -> HttpResponse:
    """Record one right or duty by hand."""
    case = case_or_404(request, public_id)
    naskah, user = text_or_404(case, text), person(request)
    require_any(user, case)
    require_signed(naskah)
    form = ObligationForm(request.POST or None, case=case, parties=parties_of(user, case))

    def act(data: dict[str, Any]) -> str:
        row = acts.add_obligation(actor=user, naskah=naskah, party=data["party"], draft=form.draft())
        return row.get_absolute_url()

    title = _("Tambah hak atau kewajiban")
    context = page(case, SECTION, (title, ""), back=_list(case), intro=str(naskah))
    return form_page(request, context, form, act, title=title, done=_("Tersimpan."))


@login_required
@require_http_methods(_FORM)
def obligation_edit(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Correct a right or duty, name its owner, set its day."""
    case = case_or_404(request, public_id)
    row = _row(case, pk)
    acting_for_party(person(request), case, row.party, permission=MANAGE)
    acts.require_standing(row, *ObligationState.open())
    form = ObligationForm(request.POST or None, case=case, parties=[row.party], obligation=row)

    def act(data: dict[str, Any]) -> None:
        seen = data["seen_revision"]
        acts.change_obligation(actor=person(request), obligation=row, draft=form.draft(), seen_revision=seen)

    title = _("Ubah hak atau kewajiban")
    context = page(case, SECTION, (title, ""), back=row.get_absolute_url(), intro=row.party.short_name)
    return form_page(request, context, form, act, title=title, done=_("Tersimpan."), newest=row.revision)


def _list(case: Case) -> str:
    return reverse(SECTION, args=[case.public_id])


Run = Callable[[Any, Obligation, dict[str, Any]], object]


def _start(actor: Any, row: Obligation, _data: dict[str, Any]) -> object:
    return acts.start_obligation(actor=actor, obligation=row)


def _fulfil(actor: Any, row: Obligation, data: dict[str, Any]) -> object:
    typed = {name: data[name] for name in ("on", "note", "upload", "seen_revision")}
    return acts.fulfil_obligation(actor=actor, obligation=row, **typed)


def _reopen(actor: Any, row: Obligation, data: dict[str, Any]) -> object:
    return acts.reopen_obligation(actor=actor, obligation=row, reason=data["reason"])


def _remove(actor: Any, row: Obligation, data: dict[str, Any]) -> object:
    return acts.remove_obligation(actor=actor, obligation=row, reason=data["reason"])


@dataclass(frozen=True)
class ActRule:
    """An act on one obligation: in which states, how it is called, what it asks."""

    code: str
    label: str | Promise
    states: tuple[str, ...]
    form: type[OnceForm]
    run: Run
    tone: str = ""


ACTS = {
    rule.code: rule
    for rule in (
        ActRule(
            "penuhi", gettext_lazy("Catat pemenuhan"), ObligationState.open(), FulfilForm, _fulfil, "primary"
        ),
        ActRule("mulai", gettext_lazy("Mulai dikerjakan"), (ObligationState.WAITING,), OnceForm, _start),
        ActRule(
            "buka",
            gettext_lazy("Buka kembali"),
            (ObligationState.DONE, ObligationState.REMOVED),
            ReasonForm,
            _reopen,
        ),
        ActRule("hapus", gettext_lazy("Hapus"), ObligationState.open(), ReasonForm, _remove, "danger"),
    )
}


@login_required
@require_http_methods(_FORM)
def obligation_act(request: HttpRequest, public_id: str, pk: int, act: str) -> HttpResponse:
    """Begin, fulfil, reopen or remove one obligation."""
    case = case_or_404(request, public_id)
    row, rule = _row(case, pk), ACTS.get(act)
    if rule is None:
        raise Http404
    acting_for_party(person(request), case, row.party, permission=MANAGE)
    acts.require_standing(row, *rule.states)
    form = _act_form(request, rule, row)

    def run(data: dict[str, Any]) -> None:
        rule.run(person(request), row, data)

    title, back = str(rule.label), row.get_absolute_url()
    context = page(case, SECTION, (str(row), back), (title, ""), back=back, intro=row.wording)
    context |= {"button": title, "danger": rule.tone == "danger"}
    return form_page(request, context, form, run, title=title, done=_("Tercatat."), newest=row.revision)


def _act_form(request: HttpRequest, rule: ActRule, row: Obligation) -> OnceForm:
    typed = (request.POST or None, request.FILES or None)
    if issubclass(rule.form, FulfilForm):
        return rule.form(*typed, proof_wanted=row.proof_wanted, initial={"seen_revision": row.revision})
    return rule.form(*typed)
