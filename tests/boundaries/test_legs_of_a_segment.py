"""Legs of a segment: agreed or disputed, in order, adding up to its length."""

from decimal import Decimal

import pytest
from django.urls import reverse

from boundaries.choices import LegState, Stage
from boundaries.models import Leg, Segment
from boundaries.services.extent import extent_of, findings_of, sums_of
from boundaries.services.legs import LegFacts, keep_leg, move_leg, remove_leg
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests.boundaries.register_rows import leg, meeting_round, node, paper
from tests.boundaries.rows import segment

LEGS = reverse("boundaries:legs", args=["64.02-64.07"])
ADD = reverse("boundaries:leg_add", args=["64.02-64.07"])


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar, length_km="100")


def of(row):
    return extent_of(Segment.objects.with_km().get(pk=row.pk))


def test_agreed_and_disputed_kilometres_are_the_sums_of_the_legs(row):
    leg(row, "60.5")
    leg(row, "10", LegState.DIPERSELISIHKAN)
    leg(row, "20", LegState.BELUM_DIBAHAS)
    extent = of(row)
    assert (extent.agreed, extent.disputed, extent.open) == (Decimal("60.5"), Decimal(10), Decimal("29.5"))
    assert (extent.percent, extent.source) == (60, "ruas")


def test_without_legs_the_latest_round_that_named_kilometres_tells(cast, row):
    assert of(row).agreed is None
    assert of(row).percent is None
    meeting_round(row, cast.biro, agreed_km=Decimal(30), disputed_km=Decimal(70))
    meeting_round(row, cast.biro, outcome="Tidak ada angka")
    extent = of(row)
    assert (extent.agreed, extent.disputed, extent.source) == (Decimal(30), Decimal(70), "putaran")
    leg(row, "60")
    assert of(row).source == "ruas"


def test_a_decree_settles_the_whole_length(row):
    leg(row, "60", LegState.DIPERSELISIHKAN)
    Segment.objects.update(stage=Stage.DITETAPKAN)
    extent = of(row)
    assert (extent.agreed, extent.disputed, extent.source, extent.percent) == (100, 0, "penetapan", 100)
    row.refresh_from_db()
    assert any(
        "masih ada ruas yang dicatat diperselisihkan" in text
        for text in findings_of(row, list(row.legs.all()))
    )


def test_almost_everything_is_not_everything(row):
    leg(row, "99.95")
    assert of(row).percent == 99


@pytest.mark.parametrize(
    ("lengths", "words"),
    [
        (("60", "30"), "kurang 10 km dari panjang segmen 100 km"),
        (("60", "50"), "lebih 10 km dari panjang segmen 100 km"),
        (("60", None), "1 ruas belum berukuran panjang"),
    ],
)
def test_what_does_not_add_up_is_said(row, lengths, words):
    for km in lengths:
        leg(row, km)
    row.refresh_from_db()
    assert any(words in text for text in findings_of(row, list(row.legs.all())))
    assert not sums_of(row, list(row.legs.all())).fits


def test_legs_that_make_up_the_length_fit(row):
    leg(row, "60")
    leg(row, "40.08")
    row.refresh_from_db()
    assert sums_of(row, list(row.legs.all())).fits
    assert findings_of(row, list(row.legs.all())) == []


def test_legs_are_added_changed_put_into_order_and_removed_with_a_trace(cast, row):
    first = keep_leg(actor=cast.biro, segment=row, facts=LegFacts(name="Hulu", length_km=Decimal(5)))
    second = keep_leg(actor=cast.biro, segment=row, facts=LegFacts(name="Hilir"))
    keep_leg(actor=cast.biro, segment=row, leg=second, facts=LegFacts(name="Hilir", length_km=Decimal(7)))
    move_leg(actor=cast.biro, leg=second, down=False)
    move_leg(actor=cast.biro, leg=second, down=False)
    assert [str(each) for each in row.legs.all()] == ["Hilir", "Hulu"]
    remove_leg(actor=cast.biro, leg=first, reason="Tercatat dua kali")
    assert [str(each) for each in row.legs.all()] == ["Hilir"]
    told = list(row.traces.values_list("label", flat=True))
    assert told == [
        "Menghapus ruas",
        "Memindahkan ruas 1 (Hilir)",
        "Mengubah ruas 2 (Hilir)",
        "Menambahkan ruas",
        "Menambahkan ruas",
    ]
    assert "2 (Hulu): 5 km, Belum dibahas.\nTercatat dua kali" in row.traces.first().detail
    with pytest.raises(ImpossibleStep, match="sudah dihapus orang lain"):
        remove_leg(actor=cast.biro, leg=Leg(pk=first.pk, segment=row), reason="lagi")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "dikenal dari namanya"),
        ({"name": "x", "state": LegState.DISEPAKATI, "disputed_ha": Decimal(5)}, "tidak mempunyai luas"),
    ],
)
def test_nonsense_about_a_leg_is_refused(cast, row, facts, words):
    with pytest.raises(DomainError, match=words):
        keep_leg(actor=cast.biro, segment=row, facts=LegFacts(**facts))


def test_points_and_minutes_of_a_leg_are_of_its_segment(cast, row):
    other = segment(cast.kukar, cast.paser)
    node("TK 0", other)
    strange = other.listed_points.get()
    with pytest.raises(DomainError, match="segmen yang sama"):
        keep_leg(actor=cast.biro, segment=row, facts=LegFacts(name="x", start=strange))
    with pytest.raises(DomainError, match="segmen yang sama"):
        keep_leg(actor=cast.biro, segment=row, facts=LegFacts(name="x", paper=paper(other, cast.biro)))


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "admin", "nobody"])
def test_only_the_keeper_touches_legs(cast, row, who):
    actor, own = getattr(cast, who), leg(row, "5")
    with pytest.raises(NotAllowed):
        keep_leg(actor=actor, segment=row, facts=LegFacts(name="x"))
    with pytest.raises(NotAllowed):
        move_leg(actor=actor, leg=own, down=True)
    with pytest.raises(NotAllowed):
        remove_leg(actor=actor, leg=own, reason="x")


def test_the_page_shows_sums_and_a_leg_is_typed_the_indonesian_way(cast, signed_in, row):
    client = signed_in(cast.biro)
    assert "Belum ada ruas" in client.get(LEGS).content.decode()
    token = client.get(ADD).context["form"]["form_token"].value()
    data = {"form_token": token, "name": "Hulu", "state": "disepakati", "length_km": "1.060,5"}
    refused = client.post(ADD, data | {"length_km": "-5"})
    assert refused.status_code == 422
    assert "Hulu" in refused.content.decode()
    assert client.post(ADD, data)["Location"] == LEGS
    text = client.get(LEGS).content.decode()
    assert "1.060,5" in text
    assert "lebih 960,5 km" in text
    again = client.post(ADD, data)
    assert (again["Location"], row.legs.count()) == (LEGS, 1)


def test_a_leg_is_moved_and_removed_on_its_page(cast, signed_in, row):
    first, second = leg(row, "5"), leg(row, "6")
    client = signed_in(cast.biro)
    client.post(reverse("boundaries:leg_move", args=[row.slug, second.pk]), {"arah": "naik"})
    assert [each.pk for each in row.legs.all()] == [second.pk, first.pk]
    address = reverse("boundaries:leg_remove", args=[row.slug, first.pk])
    page = client.get(address)
    assert "Hapus ruas" in page.content.decode()
    assert client.post(address, {"form_token": page.context["form"]["form_token"].value()}).status_code == 422
    client.post(address, {"form_token": page.context["form"]["form_token"].value(), "reason": "keliru"})
    assert row.legs.count() == 1
    other = segment(cast.kukar, cast.paser)
    assert client.get(reverse("boundaries:leg_edit", args=[other.slug, second.pk])).status_code == 404
