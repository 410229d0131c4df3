"""Pages of one berita acara: its text, its signers, its steps, its paper."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.letters import hand_out
from boundaries.forms.minutes import MinutesForm, NumberForm, StepForm
from boundaries.models import BoundaryMinutes
from boundaries.services.minutes import letter_of, number_minutes, words_stand, write_minutes
from boundaries.services.minutes_access import require_draft
from boundaries.services.minutes_steps import take_step
from boundaries.services.signers import authority_faults, may_sign_for, missing_signers, rearrange
from boundaries.views.penegasan import SHOW, ask, of
from boundaries.views.shared import frame, managed, segment_of
from boundaries.workflow.minutes import SIGN, STEPS, MinutesStep, steps_from
from ksd.accounts.pages import person
from ksd.core.forms import OnceForm


def minutes_or_404(http: HttpRequest, slug: str, pk: int, *, keeps: bool = False) -> BoundaryMinutes:
    """A berita acara of a segment within reach; 403 for who reads but does not keep it."""
    segment = managed(http, slug) if keeps else segment_of(http, slug)
    rows = BoundaryMinutes.objects.filter(Q(segment=segment) | Q(others=segment))
    row = rows.select_related("keeper", "round", "paper__file", "written_by").filter(pk=pk).first()
    if row is None:
        raise Http404(_("Tidak ada berita acara itu pada segmen ini."))
    row.segment = segment if row.segment_id == segment.pk else row.segment
    return row


@login_required
@require_safe
def minutes(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One berita acara: what it says, who must sign it, who has, what comes next."""
    row = minutes_or_404(request, slug, pk)
    context = frame(request, row.segment, "papers", row.rule.title) | {
        "minutes": row,
        "others": row.others.select_related("region_a", "region_b"),
        "facts": _facts(row),
        "signers": _signers(request, row),
        "missing": missing_signers(row) if row.is_draft else [],
        "steps": steps_from(row.state),
        "words_stand": words_stand(row),
        "history": _history(row),
        "once": OnceForm(),
    }
    return render(request, "boundaries/minutes/page.html", context)


def _facts(row: BoundaryMinutes) -> list[tuple[str, Any, str]]:
    return [
        (_("Nomor"), row.number, ""),
        (_("Tanggal"), f"{row.on:%d-%m-%Y}", ""),
        (_("Tempat"), row.place, ""),
        (_("Putaran"), row.round, ""),
        (_("Ditandatangani"), f"{row.signed_on:%d-%m-%Y}" if row.signed_on else "", ""),
        (_("Disahkan"), f"{row.ratified_on:%d-%m-%Y}, {row.ratified_by}" if row.ratified_on else "", ""),
        (_("Tercantum dalam"), row.decree, ""),
    ]


def _signers(http: HttpRequest, row: BoundaryMinutes) -> list[dict[str, Any]]:
    """Each signer with what speaks against a signature on the day of the paper, and whether the person records it."""
    rows = row.signers.select_related(
        "region", "member__team__region", "member__official", "file", "recorded_by"
    )
    return [
        {
            "row": each,
            "faults": authority_faults(each, row.on) if row.is_draft and each.is_free else [],
            "mine": row.is_draft and row.is_fixed and may_sign_for(http.user, row, each),
        }
        for each in rows
    ]


def _history(row: BoundaryMinutes) -> list[dict[str, Any]]:
    return [
        {"title": each.label, "at": each.at, "by": str(each.actor), "text": each.note, "tone": "", "icon": ""}
        for each in row.events.select_related("actor")
    ]


@login_required
@require_http_methods(SHOW)
def minutes_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a berita acara."""
    segment = managed(request, slug)
    form = MinutesForm(
        request.POST or None, segment=segment, user=person(request),
        initial={"form": request.GET.get("bentuk", "")[:40]},
    )  # fmt: skip

    def act(_given: dict[str, Any]) -> str:
        kept = form.facts()
        kept.pop("seen")
        return write_minutes(actor=person(request), segment=segment, **kept).get_absolute_url()

    return ask(
        request, form, act, back=of(segment, "papers"), title=_("Susun berita acara"), subject=segment,
        done=_("Draf berita acara disimpan; penanda tangannya disusun dari bentuk dan Tim PBD."),
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def minutes_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a draft nobody has signed."""
    row = minutes_or_404(request, slug, pk, keeps=True)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        require_draft(row)
    form = MinutesForm(request.POST or None, segment=row.segment, user=person(request), minutes=row)

    def act(_given: dict[str, Any]) -> None:
        write_minutes(actor=person(request), segment=row.segment, minutes=row, **form.facts())

    return _asked(request, row, form, act, title=_("Ubah draf"), done=_("Draf berita acara disimpan."))


def _asked(http: HttpRequest, row: BoundaryMinutes, form: OnceForm, act: Any, **page: Any) -> HttpResponse:
    back = row.get_absolute_url()
    way = [(str(row.segment), of(row.segment, "papers")), (row.rule.title, back)]
    return ask(http, form, act, back=back, subject=row, way=way, **page)


@login_required
@require_http_methods(SHOW)
def minutes_number(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give it its number; from then on its words stand."""
    row = minutes_or_404(request, slug, pk, keeps=True)
    if request.method != "POST":
        require_draft(row)
    form = NumberForm.of(row, request.POST or None)
    hints = [_("Isinya tetap sejak bernomor. Bila keliru, batalkan dahulu nomornya dalam buku nomor.")]
    if form.sample:
        hints.append(_("Nomor berikutnya dari buku nomor: %s.") % form.sample)

    def act(kept: dict[str, Any]) -> None:
        number_minutes(
            actor=person(request), minutes=row, typed=kept.get("typed", ""), again=bool(kept.get("again")),
            seen=kept["seen"],
        )  # fmt: skip

    return _asked(
        request, row, form, act, title=_("Beri nomor"), done=_("Berita acara bernomor."), hints=hints
    )


@login_required
@require_POST
def minutes_rearrange(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Draw up the signers again after the teams changed."""
    row = minutes_or_404(request, slug, pk, keeps=True)
    form = OnceForm(request.POST or None)

    def act(_given: dict[str, Any]) -> None:
        rearrange(actor=person(request), minutes=row)

    return _asked(
        request,
        row,
        form,
        act,
        title=_("Susun ulang penanda tangan"),
        done=_("Penanda tangan disusun ulang."),
    )


@login_required
@require_http_methods(SHOW)
def minutes_step(request: HttpRequest, slug: str, pk: int, step: str) -> HttpResponse:
    """Take the berita acara one step on."""
    row = minutes_or_404(request, slug, pk, keeps=True)
    wanted = next((each for each in STEPS if each.code == step), None)
    if wanted is None:
        raise Http404(_("Langkah itu tidak dikenal."))
    form = StepForm(request.POST or None, request.FILES or None, step=wanted, minutes=row)

    def act(_given: dict[str, Any]) -> None:
        take_step(actor=person(request), minutes=row, code=step, facts=form.facts())

    return _asked(
        request,
        row,
        form,
        act,
        title=str(wanted.label),
        done=_("Langkah dicatat."),
        hints=_step_hints(row, wanted),
        tone=wanted.tone,
    )


def _step_hints(row: BoundaryMinutes, step: MinutesStep) -> list[str]:
    """What the step means, and who must still sign before it."""
    return [str(step.help), *(missing_signers(row) if step.code == SIGN else [])]


@login_required
@require_POST
def minutes_print(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The paper as PDF or DOCX; a draft says that it is one."""
    row = minutes_or_404(request, slug, pk)
    return hand_out(request, letter_of(row), _("Berita acara %(title)s") % {"title": row})
