"""The log of the negotiation: rounds in their order, what each side held, kilometres, minutes."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from boundaries.services.rounds import Position, RoundFacts, keep_round, state_position
from ksd.core.errors import DomainError, NotAllowed
from tests.boundaries.register_rows import meeting_round, paper
from tests.boundaries.rows import segment

LOG = reverse("boundaries:rounds", args=["64.02-64.07"])
NEW = reverse("boundaries:round_new", args=["64.02-64.07"])
FACTS = RoundFacts(on=date(2026, 5, 21), forum="Rapat fasilitasi gubernur", agreed_km=Decimal(40))


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar, length_km="100")


def own(number, side):
    return reverse("boundaries:position", args=["64.02-64.07", number, side])


def test_rounds_are_numbered_and_traced(cast, row):
    held = [Position(cast.kukar, "Mengikuti igir"), Position(cast.kubar, "")]
    first = keep_round(actor=cast.biro, segment=row, facts=FACTS, positions=held)
    second = keep_round(actor=cast.biro, segment=row, facts=FACTS)
    assert (first.number, second.number) == (1, 2)
    assert [position.text for position in first.positions.all()] == ["Mengikuti igir"]
    keep_round(
        actor=cast.head, segment=row, round=first,
        facts=RoundFacts(**vars(FACTS) | {"agreed_km": Decimal(45), "outcome": "Sepakat di hulu"}),
    )  # fmt: skip
    trace = row.traces.first()
    assert (trace.label, trace.actor) == ("Memperbarui putaran 1", cast.head)
    assert trace.detail == "Disepakati (km): 40 → 45\nHasil: – → Sepakat di hulu"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"on": date(2026, 11, 22)}, "tidak di masa depan"),
        ({"disputed_km": Decimal(61)}, "berjumlah 101 km, melebihi panjang segmen 100 km"),
    ],
)
def test_nonsense_about_a_round_is_refused(cast, row, facts, words):
    with pytest.raises(DomainError, match=words):
        keep_round(actor=cast.biro, segment=row, facts=RoundFacts(**vars(FACTS) | facts))
    assert not row.rounds.exists()


def test_minutes_and_positions_are_of_the_segment(cast, row):
    strange = paper(segment(cast.kukar, cast.paser), cast.biro)
    with pytest.raises(DomainError, match="bukan dokumen segmen ini"):
        keep_round(actor=cast.biro, segment=row, facts=RoundFacts(**vars(FACTS) | {"paper": strange}))
    with pytest.raises(DomainError, match="bukan pihak segmen ini"):
        keep_round(actor=cast.biro, segment=row, facts=FACTS, positions=[Position(cast.paser, "x")])


def test_each_side_states_its_own_position(cast, row):
    told = meeting_round(row, cast.biro)
    state_position(actor=cast.officer, round=told, position=Position(cast.kukar, "Mengikuti sungai"))
    with pytest.raises(NotAllowed, match="tidak mewakili"):
        state_position(actor=cast.officer, round=told, position=Position(cast.kubar, "x"))
    with pytest.raises(DomainError, match="belum ditulis"):
        state_position(actor=cast.officer, round=told, position=Position(cast.kukar, "  "))
    state_position(actor=cast.biro, round=told, position=Position(cast.kubar, "Mengikuti igir"))
    assert [position.text for position in told.positions.all()] == ["Mengikuti sungai", "Mengikuti igir"]


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "admin", "nobody"])
def test_only_the_keeper_writes_rounds(cast, row, who):
    with pytest.raises(NotAllowed):
        keep_round(actor=getattr(cast, who), segment=row, facts=FACTS)


def test_the_keeper_writes_a_round_with_both_positions(cast, signed_in, row):
    client = signed_in(cast.biro)
    form = client.get(NEW).context["form"]
    data = {
        "form_token": form["form_token"].value(), "on": "2026-05-21", "forum": "Rapat fasilitasi gubernur",
        "agreed_km": "40,5", f"text_{cast.kukar.pk}": "Mengikuti igir", f"text_{cast.kubar.pk}": "Mengikuti sungai",
        "paper": paper(row, cast.biro).pk, "meeting": "Rakor Batas Daerah 2026",
    }  # fmt: skip
    refused = client.post(NEW, data | {"on": ""})
    assert refused.status_code == 422
    assert "Mengikuti igir" in refused.content.decode()
    assert client.post(NEW, data)["Location"] == LOG
    text = client.get(LOG).content.decode()
    for words in (
        "40,5 km",
        "Mengikuti sungai",
        "Berita acara contoh",
        "Rakor Batas Daerah 2026",
        "Perbaiki putaran",
    ):
        assert words in text
    again = client.get(reverse("boundaries:round_edit", args=[row.slug, 1])).content.decode()
    assert "Mengikuti igir" in again


def test_an_officer_finds_the_way_to_the_position_of_the_own_side_only(cast, signed_in, row):
    meeting_round(row, cast.biro)
    client = signed_in(cast.officer)
    text = client.get(LOG).content.decode()
    assert own(1, "64.02") in text
    assert own(1, "64.07") not in text
    assert client.get(own(1, "64.07")).status_code == 403
    assert client.get(own(1, "64.01")).status_code == 404
    assert client.get(own(2, "64.02")).status_code == 404
    token = client.get(own(1, "64.02")).context["form"]["form_token"].value()
    assert client.post(own(1, "64.02"), {"form_token": token, "text": "Igir"})["Location"] == LOG
    assert "Igir" in client.get(LOG).content.decode()


def test_the_log_costs_the_same_for_one_and_for_twenty_rounds(
    cast, signed_in, row, django_assert_max_num_queries
):
    for _number in range(20):
        told = meeting_round(row, cast.biro, paper=paper(row, cast.biro))
        state_position(actor=cast.biro, round=told, position=Position(cast.kukar, "x"))
    client = signed_in(cast.biro)
    client.get(LOG)
    with django_assert_max_num_queries(16):
        client.get(LOG)
