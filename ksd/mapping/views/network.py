"""The network of cooperation: as a graph, a matrix and a list, and the list as XLSX."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ksd.accounts.pages import person
from ksd.mapping.documents.network_drawing import Edge, Graph, Node, graph
from ksd.mapping.documents.network_sheet import network_xlsx
from ksd.mapping.services.centres import centres_of
from ksd.mapping.services.network import Asked, Link, Network, network_of
from ksd.mapping.services.standing import Pact
from ksd.mapping.views.asked import Choice, choice_of, code_asked, sheet
from ksd.mapping.views.shared import crumbs
from regions.choices import RegionKind
from regions.models import Region, Urusan

PLAIN = RegionKind.KABUPATEN


def _asked(request: HttpRequest) -> tuple[Choice, Asked, list[Urusan]]:
    """What the page is about; an urusan that is none is as if none had been asked for."""
    choice, urusan = choice_of(request), list(Urusan.objects.all())
    code = request.GET.get("urusan", "")
    known = code if code in {row.code for row in urusan} else ""
    return (
        choice,
        Asked(choice.year, choice.province, code_asked(request.GET.get("daerah", "")), known),
        urusan,
    )


@login_required
@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """Who works with whom on what in a year, three times the same."""
    choice, asked, urusan = _asked(request)
    found = network_of(person(request), asked)
    context: dict[str, Any] = {
        "choice": choice,
        "asked": asked,
        "urusan": urusan,
        "network": found,
        "graph": drawing_of(found),
        "crumbs": crumbs((_("Jejaring kerja sama"), "")),
    }
    return render(request, "mapping/network/page.html", context)


@login_required
@require_safe
def network_sheet(request: HttpRequest) -> HttpResponse:
    """The list of the page as XLSX."""
    _choice, asked, _urusan = _asked(request)
    found = network_of(person(request), asked)
    lines = ((found.year, *_sides(link), *_words(pact)) for link, pact in found.lines)
    return sheet(network_xlsx(lines), f"jejaring-kerja-sama-{found.year}")


def _sides(link: Link) -> tuple[str, str, str, str]:
    return link.a.code, link.a.full_name, link.b.code, link.b.full_name


def _words(pact: Pact) -> tuple[str, str, str, str, date | None]:
    return pact.case.title, pact.case.kind_label, pact.subjects, pact.label, pact.until


def drawing_of(found: Network) -> Graph:
    """The graph of a network; every circle and line leads to what it stands for."""
    nodes = [_node(region, found.year) for region in found.regions]
    return graph(nodes, [_edge(link) for link in found.links], centres_of(found.regions))


def _node(region: Region, year: int) -> Node:
    title = _("Profil %(region)s") % {"region": region.full_name}
    url = f"{reverse('mapping:profile', args=[region.code])}?tahun={year}"
    return Node(region.code, region.name if region.kind == PLAIN else region.full_name, title, url)


def _edge(link: Link) -> Edge:
    words = ngettext(
        "%(a)s dan %(b)s: %(count)d kerja sama", "%(a)s dan %(b)s: %(count)d kerja sama", link.count
    )
    title = words % {"a": link.a.full_name, "b": link.b.full_name, "count": link.count}
    return Edge(link.a.code, link.b.code, link.count, link.only_proposed, title, f"#{link.anchor}")
