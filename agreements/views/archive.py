"""Old paper agreements: entered on one page, more papers added, what was unknown completed."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.archive import PAPERS, CompleteForm, MoreOldTextForm, OldCaseForm, OldTextForm
from agreements.services.archive import MANAGE, acting_for_archive, add_old_text, record_old_case
from agreements.services.archive_checks import KnownNumber
from agreements.services.archive_completing import (
    complete_old_text,
    require_archive,
    signatures_of,
    unknown_of,
)
from agreements.services.archive_marks import require_old_case
from agreements.views.access import case_crumbs, case_or_404, crumbs, person
from agreements.views.refusing import Act, carried_out
from agreements.views.text_page import text_crumbs, text_or_404
from ksd.accounts.access import may
from ksd.core.errors import NotAllowed


def warned(form: Any, act: Act) -> Act:
    """The act that offers the box for a known number when it meets one."""

    def tried(data: dict[str, Any]) -> object:
        try:
            return act(data)
        except KnownNumber:
            form.offer_repeated()
            raise

    return tried


@login_required
@require_http_methods(["GET", "POST"])
def archive_new(request: HttpRequest) -> HttpResponse:
    """Enter an old paper agreement on one page."""
    _require_manager(request)
    form = OldCaseForm(request.POST or None, actor=person(request))
    papers = [OldTextForm(request.POST or None, request.FILES or None, prefix=name) for name in PAPERS]

    def act(_data: dict[str, Any]) -> str:
        region = form.cleaned_data["region"]
        old = form.old_case(papers)
        return record_old_case(
            actor=person(request), region=region, old=old, repeated=form.repeated
        ).get_absolute_url()

    sound = _all_sound(papers) if request.method == "POST" else True
    done = _("Perjanjian lama dicatat. Lengkapi yang belum diketahui kapan saja.")
    response, status = (
        carried_out(request, form, warned(form, act), back="", done=done) if sound else (None, 422)
    )
    context = {"form": form, "papers": papers, "crumbs": crumbs((_("Catat perjanjian lama"), ""))}
    return response or render(request, "agreements/archive/new.html", context, status=status)


def _require_manager(request: HttpRequest) -> None:
    if not may(person(request), MANAGE):
        raise NotAllowed(
            _("Peran Anda tidak memuat kewenangan mencatat perjanjian lama."),
            remedy=_("Mintalah petugas kerja sama daerah Anda mencatatnya."),
        )


@login_required
@require_http_methods(["GET", "POST"])
def archive_text_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add one more old paper to a cooperation from the archive."""
    case = case_or_404(request, public_id)
    acting_for_archive(person(request), case)
    require_old_case(case)
    form = MoreOldTextForm(request.POST or None, request.FILES or None, pack=case.pack)

    def act(data: dict[str, Any]) -> object:
        old = form.old_text(data["kind"], case.title)
        return add_old_text(
            actor=person(request), case=case, old=old, repeated=form.repeated
        ).get_absolute_url()

    title, back = _("Tambah naskah lama"), case.get_absolute_url()
    response, status = carried_out(
        request, form, warned(form, act), back=back, done=_("Naskah lama ditambahkan.")
    )
    context = {"form": form, "title": title, "back": back, "about": case.title, "lacks": []}
    context["crumbs"] = case_crumbs(case, (title, ""))
    return response or render(request, "agreements/archive/form.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def archive_complete(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write what has become known of an old paper."""
    text = text_or_404(request, public_id)
    acting_for_archive(person(request), text.case)
    require_archive(text)
    rows = signatures_of(text)
    form = CompleteForm(request.POST or None, request.FILES or None, text=text, rows=rows)

    def act(_data: dict[str, Any]) -> None:
        complete_old_text(actor=person(request), text=text, known=form.known(), repeated=form.repeated)

    back, title = text.get_absolute_url(), _("Lengkapi data arsip")
    response, status = carried_out(
        request, form, warned(form, act), back=back, done=_("Data arsip disimpan.")
    )
    page = {"about": text.title, "lacks": unknown_of(text, rows), "crumbs": text_crumbs(text, (title, ""))}
    return response or _shown(request, status, form=form, title=title, back=back, **page)


def _shown(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    return render(request, "agreements/archive/form.html", context, status=status)


def _all_sound(papers: list[OldTextForm]) -> bool:
    """Whether every paper is filled in right; each is asked, so that each shows its faults."""
    return not [paper for paper in papers if not paper.is_valid()]
