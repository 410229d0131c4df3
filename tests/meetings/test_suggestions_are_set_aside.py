"""A suggestion nobody wants to speak of is set aside with its reason, and may be offered again."""

from datetime import date

import pytest
from django.urls import reverse

from ksd.core.errors import ImpossibleStep, NotAllowed
from meetings.models import MeetingEvent, SetAside
from meetings.services.suggesting import offer_again, set_aside, suggest
from meetings.services.wishes import propose_wish
from tests.meetings.agenda_rows import earlier_meeting, follow_up
from tests.meetings.rows import meeting


@pytest.fixture
def held(cast):
    """The new Rakor of the province with Kutai Kartanegara and Kutai Barat."""
    return meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar))


@pytest.fixture
def stuck(cast, held):
    """The key of one follow-up that is late."""
    march = earlier_meeting(cast.biro, cast.kaltim, cast.kukar, cast.kubar)
    return f"tindak_lanjut:{follow_up(march, cast.kukar, 'Peta kerja Kukar', date(2026, 8, 13)).pk}"


def keys(meeting_, who):
    return [line.key for line in suggest(meeting_, who)]


def test_what_is_set_aside_is_not_offered_to_this_meeting_but_to_the_next(cast, held, stuck):
    set_aside(actor=cast.biro, meeting=held, key=stuck, reason="  Sudah dibahas dua pihak. ")
    assert keys(held, cast.biro) == []
    kept = SetAside.objects.get()
    assert (kept.title, kept.reason) == (
        "Tindak lanjut Kabupaten Kutai Kartanegara: Peta kerja Kukar",
        "Sudah dibahas dua pihak.",
    )
    event = MeetingEvent.objects.filter(meeting=held).latest("pk")
    assert (
        event.reason
        == "Tindak lanjut Kabupaten Kutai Kartanegara: Peta kerja Kukar: Sudah dibahas dua pihak."
    )
    after = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), title="Rakor lanjutan")
    assert keys(after, cast.biro) == [stuck]


def test_it_is_offered_again_and_a_second_press_changes_nothing(cast, held, stuck):
    kept = set_aside(actor=cast.biro, meeting=held, key=stuck, reason="Belum siap.")
    for _twice in range(2):
        offer_again(actor=cast.head, meeting=held, kept=kept.pk)
    assert keys(held, cast.biro) == [stuck]
    assert MeetingEvent.objects.filter(meeting=held, step="usulan_ditawarkan_lagi").count() == 1


def test_what_is_not_offered_cannot_be_set_aside(cast, held, stuck):
    set_aside(actor=cast.biro, meeting=held, key=stuck, reason="Belum siap.")
    for key in (stuck, "tindak_lanjut:0", "\x00"):
        with pytest.raises(ImpossibleStep, match="sudah dikesampingkan"):
            set_aside(actor=cast.head, meeting=held, key=key, reason="Lagi.")


def test_a_region_that_asked_gets_an_answer_and_is_not_set_aside(cast, held):
    propose_wish(actor=cast.officer, region=cast.kukar, title="Jembatan", reason="x")
    (key,) = keys(held, cast.biro)
    with pytest.raises(ImpossibleStep, match="daerah pengusul menunggu jawaban"):
        set_aside(actor=cast.biro, meeting=held, key=key, reason="Tidak perlu.")


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "nobody"])
def test_who_does_not_manage_the_meeting_sets_nothing_aside(cast, held, stuck, who):
    with pytest.raises(NotAllowed):
        set_aside(actor=getattr(cast, who), meeting=held, key=stuck, reason="Alasan.")
    kept = set_aside(actor=cast.biro, meeting=held, key=stuck, reason="Alasan.")
    with pytest.raises(NotAllowed):
        offer_again(actor=getattr(cast, who), meeting=held, kept=kept.pk)


def test_the_pages_lead_there_and_back(cast, signed_in, held, stuck):
    client = signed_in(cast.biro)
    address = reverse("meetings:suggestions", args=[held.public_id])
    aside = reverse("meetings:suggestion_aside", args=[held.public_id, stuck])
    assert aside in client.get(address).content.decode()
    page = client.get(aside)
    assert "Tindak lanjut Kabupaten Kutai Kartanegara: Peta kerja Kukar" in page.content.decode()
    token = page.context["form"]["form_token"].value()
    bare = client.post(aside, {"form_token": token, "reason": " "})
    assert bare.status_code == 422
    for _twice in range(2):
        sent = client.post(aside, {"form_token": token, "reason": "Belum siap."})
        assert sent["Location"] == address
    text = client.get(address).content.decode()
    assert "Tidak ada yang tersendat" in text
    assert "Belum siap." in text
    assert client.get(aside).status_code == 409
    again = reverse("meetings:suggestion_again", args=[held.public_id, SetAside.objects.get().pk])
    assert aside in client.post(again, follow=True).content.decode()
