"""Pages of the layers: the list with what is missing, the trial of a file, its use and its end."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.views.refusing import carried_out, confirm
from boundaries.choices import LayerState
from boundaries.forms.evidence import ReasonForm
from boundaries.forms.layers import AdoptForm, LayerForm
from boundaries.models import Layer
from boundaries.services.access import MANAGE
from boundaries.services.layers import adopt_layer, expected_themes, may_keep, try_layer, withdraw_layer
from boundaries.views.shared import crumbs
from ksd.accounts.access import acting_region_ids, may, own_region_ids
from ksd.accounts.pages import person
from regions.models import Region

PER_PAGE = 50
SHOWN = 100


def _way(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return crumbs((_("Lapisan"), reverse("boundaries:layers") if more else ""), *more)


def _layer(request: HttpRequest, pk: int) -> Layer:
    rows = Layer.objects.visible_to(request.user).select_related("region", "file", "replaces", "added_by")
    row = get_object_or_404(rows, pk=pk)
    if row.state == LayerState.PRATINJAU and not may_keep(request.user, row.region):
        raise Http404
    return row


def _kept(request: HttpRequest, pk: int) -> Layer:
    """A layer the person keeps: 404 for strangers, then 403."""
    row = _layer(request, pk)
    if not may_keep(request.user, row.region):
        raise PermissionDenied(_("Lapisan diurus oleh Biro Pemerintahan provinsi."))
    return row


@login_required
@require_safe
def layer_list(request: HttpRequest) -> HttpResponse:
    """The layers the person may see, and the themes that have none."""
    rows = Layer.objects.visible_to(request.user).select_related("region")
    keeps = may(request.user, MANAGE)
    if not keeps:
        rows = rows.exclude(state=LayerState.PRATINJAU)
    have = set(rows.in_use().values_list("theme", flat=True))
    context = {
        "page_obj": Paginator(
            rows.order_by(F("withdrawn_at").asc(nulls_first=True), "theme", "-pk"), PER_PAGE
        ).get_page(request.GET.get("page")),
        "missing": [theme.label for theme in expected_themes() if theme not in have],
        "may_add": keeps,
        "crumbs": _way(),
    }
    return render(request, "boundaries/layers/list.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def layer_new(request: HttpRequest) -> HttpResponse:
    """Upload a file and see what it would give."""
    return _try(request, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def layer_replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Upload a newer delivery in the place of a layer."""
    return _try(request, _kept(request, pk))


def _try(request: HttpRequest, old: Layer | None) -> HttpResponse:
    """The form of a file; nothing counts before it is confirmed on the next page."""
    if not may(request.user, MANAGE):
        raise PermissionDenied(_("Lapisan diurus oleh Biro Pemerintahan provinsi."))
    regions = Region.objects.filter(pk__in=acting_region_ids(request.user, MANAGE)).order_by("level", "code")
    form = LayerForm(
        request.POST or None, request.FILES or None, regions=regions, initial=_begin(request, old)
    )

    def act(given: dict[str, Any]) -> str:
        row = try_layer(
            actor=person(request),
            region=given["region"],
            data=form.data_given(),
            upload=given["file"],
            replaces=old,
        )
        return row.get_absolute_url()

    response, status = carried_out(request, form, act, back=reverse("boundaries:layers"))
    context = {"form": form, "old": old, "crumbs": _way((_("Muat lapisan"), ""))}
    return response or render(request, "boundaries/layers/new.html", context, status=status)


def _begin(request: HttpRequest, old: Layer | None) -> dict[str, Any]:
    if old is None:
        return {"region": min(own_region_ids(request.user, MANAGE), default=None)}
    names = ("name", "theme", "source", "licence", "name_column", "epsg", "restricted")
    return {"region": old.region_id, **{name: getattr(old, name) for name in names}}


@login_required
@require_safe
def layer_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One layer: its source, what is wrong with it, its features; the trial asks for the decision here."""
    row = _layer(request, pk)
    keeps = may_keep(request.user, row.region)
    context = {
        "layer": row,
        "facts": _facts(row),
        "features": list(row.features.all()[:SHOWN]),
        "faults": row.faults,
        "may_keep": keeps and row.state != LayerState.DITARIK,
        "form": AdoptForm() if keeps and row.state == LayerState.PRATINJAU else None,
        "crumbs": _way((str(row), "")),
    }
    return render(request, "boundaries/layers/detail.html", context)


def _facts(row: Layer) -> list[tuple[str, Any]]:
    return [
        (_("Tema"), row.get_theme_display()), (_("Bentuk"), row.get_shape_display()), (_("Objek"), row.feature_count),
        (_("Sumber"), row.source), (_("Tanggal data"), row.dated), (_("Lisensi"), row.licence),
        (_("Disimpan oleh"), row.region), (_("Menggantikan"), row.replaces),
    ]  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def layer_adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a tried layer into use, whole."""
    row = _kept(request, pk)
    return confirm(
        request,
        act=lambda given: adopt_layer(actor=person(request), layer=row, skip_faulty=given["skip_faulty"]),
        back=row.get_absolute_url(),
        form=AdoptForm(request.POST or None),
        done=_("Lapisan dipakai."),
        title=_("Pakai lapisan “%(name)s”?") % {"name": row},
        text=_("%(count)s objek dimuat sekaligus; lapisan yang digantikan ditarik.")
        % {"count": row.feature_count},
        action_label=_("Pakai lapisan"),
        tone="primary",
        crumbs=_way((str(row), row.get_absolute_url()), (_("Pakai"), "")),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def layer_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a layer no longer count."""
    row = _kept(request, pk)
    return confirm(
        request,
        act=lambda given: withdraw_layer(actor=person(request), layer=row, reason=given["reason"]),
        back=row.get_absolute_url(),
        form=ReasonForm(request.POST or None),
        done=_("Lapisan ditarik."),
        title=_("Tarik lapisan “%(name)s”?") % {"name": row},
        text=_("Isinya tidak lagi dihitung di daerah tumpang tindih; barisnya tetap tersimpan."),
        action_label=_("Tarik lapisan"),
        crumbs=_way((str(row), row.get_absolute_url()), (_("Tarik"), "")),
    )
