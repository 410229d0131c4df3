"""The page of a segment: what lacks, what may follow, its nodes, where else it is treated, who wrote what."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boundaries.choices import Stage
from boundaries.models import Segment
from boundaries.services.legs import LegFacts, keep_leg
from boundaries.services.nodes import nodes_of
from boundaries.services.stages import correct_stage
from meetings.models import Decision, Meeting
from tests.boundaries.register_rows import decree, node
from tests.boundaries.rows import neighbour_province, segment
from tests.meetings.agenda_rows import item
from tests.meetings.rows import meeting

PAGE = reverse("boundaries:detail", args=["64.02-64.07"])
HISTORY = reverse("boundaries:history", args=["64.02-64.07"])


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar, length_km="100")


def text_of(client):
    return client.get(PAGE).content.decode()


def test_what_may_follow_is_shown_with_its_article(cast, signed_in, row):
    Segment.objects.update(stage=Stage.BERSELISIH)
    text = text_of(signed_in(cast.officer))
    assert "Fasilitasi gubernur" in text
    assert "Pasal 370 UU 23/2014" in text
    assert "Diserahkan kepada Menteri" not in text


def test_a_settled_segment_without_its_decree_says_so(cast, signed_in, row):
    Segment.objects.update(stage=Stage.DITETAPKAN)
    client = signed_in(cast.officer)
    assert "peraturannya belum dicatat" in text_of(client)
    decree(row)
    assert "Berkas Permendagri 30/2017 belum diunggah" in text_of(client)


def test_a_note_of_the_first_day_is_told_apart_from_the_stage_of_today(cast, signed_in, row):
    Segment.objects.update(note="Masih dibahas pada 2025.", stage=Stage.PENYUSUNAN_DRAF)
    client = signed_in(cast.biro)
    assert "Catatan: Masih dibahas pada 2025." in text_of(client)
    row.refresh_from_db()
    correct_stage(actor=cast.biro, segment=row, stage=Stage.PENGUKURAN, on=date(2026, 1, 2), reason="contoh")
    assert "belum tentu sesuai dengan tahapan sekarang: Masih dibahas" in text_of(client)


def test_a_node_shared_by_three_regions_names_the_other_segments(cast, signed_in, row):
    other, third = segment(cast.kukar, cast.paser), segment(cast.kubar, cast.paser)
    node("TK 0", row, other, third)
    text = text_of(signed_in(cast.officer))
    assert "Titik simpul" in text
    assert "Kabupaten Kutai Kartanegara · Kabupaten Kutai Barat · Kabupaten Paser" in text
    assert f'href="{other.get_absolute_url()}"' in text
    assert f'href="{third.get_absolute_url()}"' not in text
    node("TK 9", row)
    assert [found.label for found in nodes_of(cast.biro, row)] == ["TK 0"]


def test_the_meetings_that_treated_a_segment_are_listed_for_who_sees_them(cast, signed_in, row):
    held = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), title="Rakor Batas (contoh)")
    item(cast.biro, held, "Pembahasan batas (contoh)")
    held.items.update(segment=row)
    Decision.objects.create(
        meeting=held, order=1, text="Survei bersama (contoh)", segment=row, key="k", written_by=cast.biro
    )
    text = text_of(signed_in(cast.officer))
    assert "Rakor Batas (contoh)" in text
    assert "Pembahasan batas (contoh)" in text
    assert "Survei bersama" not in text
    Meeting.objects.update(state="rumusan_disepakati")
    assert "Survei bersama" in text_of(signed_in(cast.officer))
    assert "Rakor Batas" not in text_of(signed_in(cast.partner))


def test_every_act_is_in_the_history_with_its_actor(cast, signed_in, row):
    keep_leg(actor=cast.biro, segment=row, facts=LegFacts(name="Hulu"))
    text = signed_in(cast.observer).get(HISTORY).content.decode()
    assert "Menambahkan ruas" in text
    assert cast.biro.get_full_name() in text


def test_the_page_costs_the_same_for_one_and_for_twenty_of_everything(cast, signed_in, row):
    _kaltara, malinau = neighbour_province()
    others = [segment(cast.kukar, cast.paser), segment(cast.kukar, malinau)]
    held = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,))
    client = signed_in(cast.biro)

    def more(count):
        for number in range(count):
            node(f"TK {row.listed_points.count()}", row, *others)
            decree(row, number=str(number + 1), year=2000 + row.bases.count())
            item(cast.biro, held, f"Acara {number}")
        held.items.update(segment=row)

    def cost(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    more(1)
    few = cost(PAGE), cost(HISTORY)
    more(10)
    assert (cost(PAGE), cost(HISTORY)) == few


def test_a_correction_is_shown_as_one(cast, signed_in, row):
    client = signed_in(cast.biro)
    Segment.objects.update(stage_since=date(2026, 10, 1))
    address = reverse("boundaries:correct_stage", args=[row.slug])
    form = client.get(address).context["form"]
    data = {
        "form_token": form["form_token"].value(), "seen_stage": "pelacakan", "stage": "penyiapan_dokumen",
        "on": "2026-09-01", "reason": "Formulir 01 belum ditandatangani",
    }  # fmt: skip
    assert client.post(address, data)["Location"] == PAGE
    text = text_of(client)
    assert "Ralat: Penyiapan dokumen" in text
    assert "Semula sejak 1 Oktober 2026." in text
    assert "Formulir 01 belum ditandatangani" in text
