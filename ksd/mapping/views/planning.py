"""Pages on which a period is prepared, asked for and moved on."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from ksd.accounts.access import may
from ksd.accounts.pages import person
from ksd.mapping.forms.periods import ParticipantsForm, PeriodForm, StepForm, askable
from ksd.mapping.models import Period
from ksd.mapping.services.access import MANAGE
from ksd.mapping.services.life import possible_step, take_step
from ksd.mapping.services.needs import told_first
from ksd.mapping.services.periods import change_period, create_period, require_running, set_participants
from ksd.mapping.services.reminders import remind_silent
from ksd.mapping.views.shared import act_page, crumbs, managed
from regions.models import Region

_SHOW = ["GET", "HEAD", "POST"]


def _way(period: Period, label: str) -> list[tuple[str, str]]:
    return crumbs((str(period), period.get_absolute_url()), (label, ""))


@login_required
@require_http_methods(_SHOW)
def period_new(request: HttpRequest) -> HttpResponse:
    """Prepare a period; then choose who is asked."""
    if not may(request.user, MANAGE):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan memimpin pemetaan."))
    form = PeriodForm(request.POST or None, actor=person(request))
    return act_page(
        request, form, partial(_create, request, form), way=crumbs((_("Siapkan periode"), "")),
        back=reverse("mapping:list"), done=_("Periode disiapkan. Pilih daerah pesertanya."),
        subtitle=_("Belum ada daerah yang diberi tahu sebelum pengisian dibuka."),
        action=_("Simpan dan pilih peserta"),
    )  # fmt: skip


def _create(request: HttpRequest, form: PeriodForm, _data: dict[str, Any]) -> str:
    region: Region = form.cleaned_data["region"]
    below = [row for row in askable(region) if row.parent_id == region.pk]
    made = create_period(actor=person(request), region=region, data=form.given(), participants=below)
    return reverse("mapping:participants", args=[made.public_id])


@login_required
@require_http_methods(_SHOW)
def period_edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change the facts of a period."""
    period = managed(request, public_id)
    if request.method != "POST":
        require_running(period)
    way = _way(period, _("Ubah periode"))  # the form writes into its instance, also what it refuses
    back, title = period.get_absolute_url(), str(period)
    form = PeriodForm(request.POST or None, actor=person(request), instance=period)

    def act(data: dict[str, Any]) -> None:
        change_period(
            actor=person(request), period=period, data=form.given(), seen_revision=data["seen_revision"]
        )

    done = _("Perubahan periode disimpan.")
    return act_page(request, form, act, way=way, back=back, done=done, subtitle=title)


@login_required
@require_http_methods(_SHOW)
def participants(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose the regions that are asked."""
    period = managed(request, public_id)
    if request.method != "POST":
        require_running(period)
    form = ParticipantsForm(request.POST or None, period=period)

    def act(data: dict[str, Any]) -> None:
        set_participants(actor=person(request), period=period, regions=data["regions"])

    text = _("Yang sudah mengisi tidak dapat dikeluarkan.")
    if period.is_open:
        text += " " + _("Daerah yang ditambahkan langsung diberi tahu.")
    return act_page(
        request, form, act, way=_way(period, _("Daerah peserta")), back=period.get_absolute_url(),
        done=_("Daerah peserta disimpan."), subtitle=str(period), text=text,
        template="mapping/periods/participants.html",
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def period_step(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    """Confirm a step of the period's life, with its reason where one must be told."""
    period = managed(request, public_id)
    step = possible_step(period, code)
    form = StepForm(request.POST or None, period=period, step=step)

    def act(data: dict[str, Any]) -> None:
        take_step(
            actor=person(request), period=period, code=code,
            reason=data.get("reason", ""), seen_state=data["seen_state"],
        )  # fmt: skip

    return act_page(
        request, form, act, way=_way(period, str(step.label)), back=period.get_absolute_url(),
        done=_("Tercatat: %s.") % step.label, subtitle=str(period), text=" ".join([str(step.help), *told_first(period, step)]),
        action=str(step.label), tone=step.tone,
    )  # fmt: skip


@login_required
@require_POST
def remind(request: HttpRequest, public_id: str) -> HttpResponse:
    """Remind those who have not answered; once a day at most."""
    period = managed(request, public_id)
    told = remind_silent(actor=person(request), period=period)
    if told:
        said = ngettext("%(count)s daerah diingatkan.", "%(count)s daerah diingatkan.", told) % {
            "count": told
        }
        messages.success(request, said)
    else:
        messages.info(request, _("Semua daerah sudah menjawab atau sudah diingatkan hari ini."))
    return redirect(period)
