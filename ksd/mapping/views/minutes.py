"""The Berita Acara of a period: its page, its acts, its files."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.services.numbering import numbers_here
from agreements.views.letters import hand_out
from agreements.views.refusing import confirm
from ksd.accounts.pages import person
from ksd.core import clock
from ksd.core.files import file_response
from ksd.core.jobs import request_job
from ksd.mapping.forms.outputs import MinutesForm, NumberForm, ReasonForm, SignatureForm
from ksd.mapping.models import MappingMinutes, MinutesSignature, Period
from ksd.mapping.services.access import may_manage
from ksd.mapping.services.outputs import minutes as acts
from ksd.mapping.tasks.minutes import MINUTES_JOB
from ksd.mapping.views.shared import act_page, crumbs, frame, managed, period_of

_SHOW = ["GET", "HEAD", "POST"]


def _paper(request: HttpRequest, period: Period) -> MappingMinutes | None:
    return MappingMinutes.objects.visible_to(request.user).filter(period=period).standing().for_page().first()


def _paper_or_404(request: HttpRequest, period: Period) -> MappingMinutes:
    found = _paper(request, period)
    if found is None:
        raise Http404(_("Periode ini belum mempunyai Berita Acara yang dapat Anda lihat."))
    return found


def _address(period: Period) -> str:
    return reverse("mapping:minutes", args=[period.public_id])


@login_required
@require_safe
def minutes(request: HttpRequest, public_id: str) -> HttpResponse:
    """The Berita Acara as it stands: draft, waiting for signatures, signed; and those taken back."""
    period = period_of(request, public_id)
    paper = _paper(request, period)
    leads = may_manage(request.user, period)
    signatures = list(paper.signatures.select_related("region", "scan", "recorded_by")) if paper else []
    for row in signatures:
        row.minutes = paper  # type: ignore[assignment]  # signatures are there only with a paper
    drafted = paper is not None and paper.is_draft and leads
    context = frame(request, period, "minutes", _("Berita Acara")) | {
        "paper": paper,
        "signatures": [(row, acts.may_sign_for(person(request), row)) for row in signatures],
        "lacks": acts.lacking_for_issue(paper) if paper and drafted else [],
        "earlier": MappingMinutes.objects.visible_to(request.user)
        .filter(period=period, state="dibatalkan")
        .for_page(),
        "may_write": leads and (paper is None or paper.is_draft) and acts.is_undecided(period),
        "may_cancel": leads and paper is not None and not period.is_over,
    }
    return render(request, "mapping/minutes/page.html", context)


def _known(period: Period, paper: MappingMinutes | None) -> dict[str, Any]:
    """What the form begins with: the draft, else day (once it has come) and place of the forum."""
    if paper is not None:
        fields = {"dated": paper.dated, "place": paper.place, "notes": paper.notes}
        return fields | {"seen_revision": paper.revision}
    held = period.forum_on if period.forum_on and period.forum_on <= clock.today() else None
    return {"place": period.forum_place} | ({"dated": held} if held else {})


@login_required
@require_http_methods(_SHOW)
def minutes_write(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write the draft."""
    period = managed(request, public_id)
    paper = _paper(request, period)
    form = MinutesForm(request.POST or None, initial=_known(period, paper))

    def act(data: dict[str, Any]) -> None:
        fields = {name: data[name] for name in ("dated", "place", "notes", "seen_revision")}
        acts.prepare_minutes(actor=person(request), period=period, **fields)

    title = _("Rancangan Berita Acara")
    return _form_page(request, period, form, act, title=title, done=_("Rancangan tersimpan."))


def _form_page(
    request: HttpRequest, period: Period, form: Any, act: Any, *, title: str, done: str, text: str = ""
) -> HttpResponse:
    back = _address(period)
    way = crumbs((str(period), period.get_absolute_url()), (_("Berita Acara"), back), (title, ""))
    return act_page(request, form, act, way=way, back=back, done=done, subtitle=str(period), text=text)


@login_required
@require_http_methods(_SHOW)
def minutes_issue(request: HttpRequest, public_id: str) -> HttpResponse:
    """Number the draft and freeze it."""
    period = managed(request, public_id)
    paper = _paper_or_404(request, period)
    form = NumberForm(request.POST or None)
    if not numbers_here(period.region):
        form.fields["number"].required = True
        form.fields["number"].help_text = _("Nomor dari tata usaha.")

    def act(data: dict[str, Any]) -> None:
        acts.issue_minutes(actor=person(request), minutes=paper, number=data["number"])

    return confirm(
        request, act=act, back=_address(period), form=form, done=_("Berita Acara diterbitkan."), tone="primary",
        **frame(request, period, "minutes", _("Terbitkan")), title=_("Terbitkan Berita Acara?"),
        text=_("Isinya, daftar rencananya, dan nama kepala daerah dibekukan; sesudah ini hanya dapat dibatalkan."),
        action_label=_("Terbitkan"),
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def minutes_cancel(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take the Berita Acara back."""
    period = managed(request, public_id)
    paper = _paper_or_404(request, period)

    def act(data: dict[str, Any]) -> None:
        acts.cancel_minutes(actor=person(request), minutes=paper, reason=data["reason"])

    return confirm(
        request, act=act, back=_address(period), form=ReasonForm(request.POST or None),
        done=_("Berita Acara dibatalkan."), **frame(request, period, "minutes", _("Batalkan")),
        title=_("Batalkan Berita Acara?"), action_label=_("Batalkan Berita Acara"),
        text=_("Nomornya ikut dibatalkan dan tidak dipakai lagi; isinya tetap terbaca dengan alasannya."),
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def minutes_sign(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Record the signature of one head."""
    period = period_of(request, public_id)
    paper = _paper_or_404(request, period)
    rows = MinutesSignature.objects.select_related("minutes__period__region", "region")
    row = get_object_or_404(rows, minutes=paper, region__code=code)
    if not acts.may_sign_for(person(request), row):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mencatat tanda tangan daerah ini."))
    form = SignatureForm(request.POST or None, request.FILES or None, initial={"place": paper.place})

    def act(data: dict[str, Any]) -> None:
        acts.record_signature(
            actor=person(request), signature=row, on=data["signed_on"], place=data["place"], scan=data["scan"]
        )

    title = _("Catat tanda tangan %s") % row.region.full_name
    return _form_page(request, period, form, act, title=title, done=_("Tanda tangan dicatat."), text=str(row))


@login_required
@require_POST
def minutes_print(request: HttpRequest, public_id: str) -> HttpResponse:
    """The draft as it would read today; once issued, the files of the frozen words."""
    period = period_of(request, public_id)
    paper = _paper_or_404(request, period)
    if not paper.stands:
        return hand_out(request, acts.letter_of(paper), str(paper))
    if paper.pdf is not None:
        return redirect(reverse("mapping:minutes_file", args=[paper.public_id, "pdf"]))
    job = request_job(
        kind=MINUTES_JOB, key=str(paper.pk), actor=person(request), label=str(paper),
        payload={
            "minutes": paper.pk, "result_url": reverse("mapping:minutes_file", args=[paper.public_id, "pdf"]),
        },
    )  # fmt: skip
    return redirect(reverse("core:job", args=[job.public_id]))


@login_required
@require_safe
def minutes_file(request: HttpRequest, public_id: str, form: str) -> FileResponse:
    """The same bytes whenever asked for, the cancelled ones too."""
    papers = MappingMinutes.objects.visible_to(request.user).for_page()
    paper = get_object_or_404(papers, public_id=public_id)
    stored = {"pdf": paper.pdf, "docx": paper.docx}.get(form)
    if stored is None:
        raise Http404(_("Berkas ini belum dibuat."))
    return file_response(stored, inline=form == "pdf" and "unduh" not in request.GET)


@login_required
@require_safe
def minutes_scan(request: HttpRequest, public_id: str, code: str) -> FileResponse:
    """The scan of one signed copy."""
    papers = MappingMinutes.objects.visible_to(request.user)
    rows = MinutesSignature.objects.select_related("scan").filter(
        minutes__in=papers, minutes__public_id=public_id
    )
    row = get_object_or_404(rows, region__code=code)
    if row.scan is None:
        raise Http404(_("Pindaian ini belum ada."))
    return file_response(row.scan, inline=True)
