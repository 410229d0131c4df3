"""Enter in the form of an item saves it; only with words not searched for yet does it search."""

import pytest
from django.urls import reverse

from meetings.models import AgendaItem
from tests.meetings.rows import meeting

TYPED = {"title": "Perumusan (contoh)", "kind": "perumusan", "minutes": "20", "form_token": "satu"}


@pytest.fixture
def address(cast):
    held = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,))
    return reverse("meetings:item_new", args=[held.public_id])


def test_the_first_button_of_the_form_is_the_one_that_saves(cast, signed_in, address):
    text = signed_in(cast.biro).get(address).content.decode()
    form = text[text.index("data-once") :]
    assert form.index('name="enter"') < form.index('name="cari_dulu"')


def test_enter_without_words_to_search_saves(cast, signed_in, address):
    client = signed_in(cast.biro)
    assert client.post(address, TYPED | {"enter": "1", "cari": ""}).status_code == 302
    assert AgendaItem.objects.get().title == "Perumusan (contoh)"


def test_enter_with_new_words_searches_and_keeps_what_was_typed(cast, signed_in, address):
    client = signed_in(cast.biro)
    answer = client.post(address, TYPED | {"enter": "1", "cari": "ambulans"})
    assert answer.status_code == 200
    assert 'value="Perumusan (contoh)"' in answer.content.decode()
    assert not AgendaItem.objects.exists()
    again = TYPED | {"enter": "1", "cari": "ambulans", "cari_lalu": "ambulans"}
    assert client.post(address, again).status_code == 302
