"""A compromise line is its office's own until it is shared, and again once the sharing is withdrawn."""

import pytest
from django.urls import reverse
from shapely import LineString

from boundaries.models import BoundaryLine
from boundaries.services.compromises import (
    Drawing,
    save_step,
    share_compromise,
    withdraw_sharing,
)
from ksd.core.errors import ImpossibleStep
from ksd.deadlines.models import Notice
from tests.boundaries.rows import neighbour_province, segment
from tests.boundaries.sim_rows import EAST, MIDDLE, alternative, both_claims
from tests.factories import person

SLUG = "64.02-64.07"
LIST = reverse("boundaries:compromises", args=[SLUG])
NEW = reverse("boundaries:compromise_new", args=[SLUG])
PREVIEW = reverse("boundaries:compromise_preview", args=[SLUG])
COMPARE = reverse("boundaries:compromise_compare", args=[SLUG])
PARTIES = ("officer", "partner", "observer", "admin", "tkksd")


@pytest.fixture
def row(cast):
    found = segment(cast.kukar, cast.kubar)
    both_claims(found)
    return found


@pytest.fixture
def alt(cast, row):
    return alternative(cast.biro, row, "Rahasia-9Q")


def at(name, alt):
    return reverse(f"boundaries:{name}", args=[SLUG, alt.pk])


def sent(client, address, **given):
    form = client.get(address).context["form"]
    hidden = {name: form[name].value() for name in ("form_token", "seen") if name in form.fields}
    return client.post(address, hidden | given)


@pytest.mark.parametrize("who", PARTIES)
def test_nobody_but_the_office_finds_an_unshared_alternative(cast, signed_in, row, alt, who):
    client = signed_in(getattr(cast, who))
    pages = [
        LIST,
        f"{COMPARE}?alt={alt.pk}&alt={alt.pk + 1}",
        reverse("boundaries:evidence", args=[SLUG]),
        row.get_absolute_url(),
    ]
    for address in pages:
        page = client.get(address)
        assert page.status_code == 200
        assert "Rahasia-9Q" not in page.content.decode()
    for name in (
        "compromise",
        "compromise_geojson",
        "compromise_step",
        "compromise_undo",
        "compromise_share",
    ):
        assert client.get(at(name, alt)).status_code == 404
        assert client.post(at(name, alt)).status_code in {404, 405}
    assert client.get(NEW).status_code == client.post(PREVIEW).status_code == 403
    basis = reverse("boundaries:line_basis", args=[SLUG, alt.current.line.pk])
    assert client.get(basis).status_code == 404


def test_a_stranger_finds_nothing(cast, signed_in, row, alt):
    client = signed_in(cast.stranger)
    for address in (LIST, NEW, COMPARE, at("compromise", alt)):
        assert client.get(address).status_code == 404


def test_the_office_of_the_other_province_finds_it_only_once_shared(cast, signed_in):
    kaltara, malinau = neighbour_province()
    both = segment(cast.kukar, malinau)
    both_claims(both)
    theirs = person("biro.kaltara", ("biro_staff", kaltara))
    made = alternative(cast.biro, both, "Milik Kaltim")
    address = made.get_absolute_url()
    assert signed_in(theirs).get(address).status_code == 404
    share_compromise(actor=cast.biro, compromise=made, seen=made.revision)
    assert signed_in(theirs).get(address).status_code == 200
    assert signed_in(theirs).get(address + "ubah/").status_code == 403


def test_parties_see_the_shared_step_and_none_after_it(cast, signed_in, alt):
    client = signed_in(cast.biro)
    assert sent(client, at("compromise_share", alt), note="mohon tanggapan").status_code == 302
    alt.refresh_from_db()
    save_step(
        actor=cast.biro,
        compromise=alt,
        drawing=Drawing(LineString(EAST), note="Diam-diam"),
        seen=alt.revision,
    )
    told = Notice.objects.filter(kind="boundary_compromise")
    assert {notice.user.username for notice in told} == {"petugas.kukar", "petugas.kubar"}
    assert told[0].link == alt.get_absolute_url()
    client = signed_in(cast.partner)
    text = client.get(alt.get_absolute_url()).content.decode()
    assert "Rahasia-9Q" in text
    assert "Diam-diam" not in text
    assert "6.154,54 ha" in text
    assert client.get(at("compromise_geojson", alt)).json()["geometry"]["coordinates"] == [
        list(xy) for xy in MIDDLE
    ]
    assert client.get(at("compromise_undo", alt)).status_code == 403
    assert client.get(at("compromise_step", alt)).status_code == 403
    assert BoundaryLine.objects.filter(role="kompromi", shared=True).count() == 1


def test_sharing_is_withdrawn_again(cast, signed_in, alt):
    share_compromise(actor=cast.biro, compromise=alt, seen=alt.revision)
    alt.refresh_from_db()
    with pytest.raises(ImpossibleStep, match="sudah dibagikan"):
        share_compromise(actor=cast.biro, compromise=alt, seen=alt.revision)
    withdraw_sharing(actor=cast.head, compromise=alt, seen=alt.revision)
    assert signed_in(cast.officer).get(alt.get_absolute_url()).status_code == 404
    assert not BoundaryLine.objects.filter(role="kompromi", shared=True).exists()
    alt.refresh_from_db()
    with pytest.raises(ImpossibleStep, match="tidak sedang dibagikan"):
        withdraw_sharing(actor=cast.biro, compromise=alt, seen=alt.revision)
    assert Notice.objects.filter(title__contains="ditarik").count() == 2


def test_the_list_of_lines_shows_where_a_compromise_stands_and_not_what_was_tried_before(cast, signed_in):
    row = segment(cast.kukar, cast.kubar)
    draft = alternative(cast.biro, row)
    save_step(
        actor=cast.biro,
        compromise=draft,
        seen=draft.revision,
        drawing=Drawing(LineString([(116, 0), (116.01, 0.05), (116, 0.1)])),
    )
    page = signed_in(cast.biro).get(reverse("boundaries:lines", args=["64.02-64.07"]))
    assert [(line.name, line.version) for line in page.context["standing"]] == [("Alternatif A", 2)]
