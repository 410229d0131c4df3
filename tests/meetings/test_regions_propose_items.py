"""Regions propose what a meeting should speak of; the organiser takes it up, postpones it or declines."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Notice
from meetings.choices import MeetingState
from meetings.models import AgendaItem, BacklogItem, Meeting
from meetings.services.items import drop_item
from meetings.services.wishes import (
    BEFORE,
    accept_wish,
    decline_wish,
    postpone_wish,
    propose_wish,
    withdraw_wish,
)
from tests.boundaries.rows import segment
from tests.meetings.rows import meeting

LIST, NEW = reverse("meetings:wishes"), reverse("meetings:wish_new")


@pytest.fixture
def held(cast):
    return meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar))


@pytest.fixture
def wish(cast):
    """What Kutai Kartanegara would like the next meeting to speak of."""
    return propose_wish(
        actor=cast.officer, region=cast.kukar, title="Jembatan", reason="Warga memutar 40 km."
    )


def told(user):
    return list(Notice.objects.filter(user=user, kind="rapat").values_list("title", flat=True))


def test_a_region_proposes_and_the_biro_is_told(cast, held):
    boundary = segment(cast.kukar, cast.kubar)
    from meetings.services.subjects import Subject

    row = propose_wish(
        actor=cast.tkksd,
        region=cast.kukar,
        title="Patok",
        reason="x",
        meeting=held,
        subject=Subject(segment=boundary),
    )
    assert (row.state, row.meeting, row.segment) == ("diusulkan", held, boundary)
    assert told(cast.biro) == told(cast.head) == ["Usul acara baru: Patok"]
    assert told(cast.partner) == []


@pytest.mark.parametrize("who", ["partner", "observer", "biro", "stranger", "admin", "nobody"])
def test_nobody_speaks_for_another_region(cast, who):
    with pytest.raises(NotAllowed, match="tidak berwenang mengusulkan acara"):
        propose_wish(actor=getattr(cast, who), region=cast.kukar, title="x", reason="x")


@pytest.mark.parametrize("state", MeetingState.values)
def test_a_wish_comes_before_the_meeting_begins(cast, held, state):
    Meeting.objects.update(state=state)
    held.refresh_from_db()
    given = {"actor": cast.officer, "region": cast.kukar, "title": "x", "reason": "x", "meeting": held}
    if state in BEFORE:
        assert propose_wish(**given).meeting == held
    else:
        with pytest.raises(ImpossibleStep, match="usul acara baru tidak dapat dimuat lagi"):
            propose_wish(**given)


def test_a_region_that_does_not_sit_in_the_meeting_proposes_for_the_next_one(cast, held):
    with pytest.raises(ImpossibleStep, match="tidak tercatat sebagai peserta"):
        propose_wish(actor=cast.stranger, region=cast.paser, title="x", reason="x", meeting=held)


def test_an_accepted_wish_becomes_an_item_that_keeps_who_wished_it_and_why(cast, held, wish):
    item = accept_wish(actor=cast.biro, wish=wish, meeting=held, reply="Baik.")
    wish.refresh_from_db()
    assert (wish.state, wish.item, wish.meeting, wish.reply) == ("diterima", item, held, "Baik.")
    assert (item.title, item.reason, item.proposed_by) == ("Jembatan", "Warga memutar 40 km.", cast.kukar)
    assert item.source == f"usul:{wish.pk}"
    assert told(cast.officer) == ["Usul acara masuk agenda: Jembatan"]


def test_a_postponed_wish_stays_for_the_next_meeting_and_leaves_this_one_alone(cast, held, wish):
    postpone_wish(actor=cast.biro, wish=wish, meeting=held, reply="Agenda penuh.")
    wish.refresh_from_db()
    assert wish.state == "ditunda"
    assert not BacklogItem.objects.waiting_for(held).exists()
    with pytest.raises(ImpossibleStep, match="tidak ditujukan kepada rapat ini"):
        accept_wish(actor=cast.biro, wish=wish, meeting=held)
    after = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), title="Rakor lanjutan")
    assert list(BacklogItem.objects.waiting_for(after)) == [wish]
    postpone_wish(actor=cast.biro, wish=wish, meeting=after)
    last = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), title="Rakor ketiga")
    assert accept_wish(actor=cast.biro, wish=wish, meeting=last).meeting == last
    assert len(told(cast.officer)) == 3


def test_a_refusal_carries_its_reason(cast, held, wish):
    with pytest.raises(DomainError, match="tanpa jawaban"):
        decline_wish(actor=cast.biro, wish=wish, meeting=held, reply=" ")
    decline_wish(actor=cast.biro, wish=wish, meeting=held, reply="Kewenangan pusat.")
    wish.refresh_from_db()
    assert (wish.state, wish.reply) == ("ditolak", "Kewenangan pusat.")
    notice = Notice.objects.get(user=cast.officer, kind="rapat")
    assert "Jawaban penyelenggara: Kewenangan pusat." in notice.body


def test_a_region_takes_its_wish_back_until_it_is_answered(cast, held, wish):
    with pytest.raises(NotAllowed):
        withdraw_wish(actor=cast.partner, wish=wish)
    withdraw_wish(actor=cast.officer, wish=wish)
    assert told(cast.biro)[0] == "Usul acara ditarik pengusulnya: Jembatan"
    with pytest.raises(ImpossibleStep, match="keadaannya “Ditarik pengusul”"):
        withdraw_wish(actor=cast.officer, wish=wish)


@pytest.mark.parametrize("state", ["diterima", "ditolak", "ditarik"])
def test_an_answered_wish_is_answered_no_more(cast, held, wish, state):
    BacklogItem.objects.update(state=state)
    for act in (accept_wish, postpone_wish, decline_wish):
        with pytest.raises(ImpossibleStep, match="tidak dapat dijawab"):
            act(actor=cast.biro, wish=wish, meeting=held, reply="x")
    assert not AgendaItem.objects.exists()


def test_only_who_manages_the_meeting_answers(cast, held, wish):
    for who in ("officer", "partner", "observer", "stranger", "nobody"):
        with pytest.raises(NotAllowed):
            accept_wish(actor=getattr(cast, who), wish=wish, meeting=held)
    Meeting.objects.update(state="selesai")
    with pytest.raises(ImpossibleStep, match="datanya dikunci"):
        accept_wish(actor=cast.biro, wish=wish, meeting=held)


def test_a_meeting_of_strangers_does_not_take_up_a_wish(cast, wish):
    own = meeting(cast.stranger, cast.paser, participants=(cast.paser, cast.kukar))
    with pytest.raises(ImpossibleStep, match="tidak ditujukan kepada rapat ini"):
        accept_wish(actor=cast.stranger, wish=wish, meeting=own)


def test_a_wish_taken_off_the_agenda_waits_again(cast, held, wish):
    drop_item(actor=cast.biro, item=accept_wish(actor=cast.biro, wish=wish, meeting=held))
    wish.refresh_from_db()
    assert (wish.state, wish.item, wish.meeting) == ("diusulkan", None, held)
    assert len(told(cast.officer)) == 2
    assert accept_wish(actor=cast.biro, wish=wish, meeting=held).source == f"usul:{wish.pk}"


def filled(client, address, **given):
    form = client.get(address).context["form"]
    return {"form_token": form["form_token"].value()} | given


def test_the_pages_lead_from_the_wish_to_the_agenda(cast, signed_in, held):
    client = signed_in(cast.officer)
    assert (
        f"{NEW}?rapat={held.public_id}"
        in client.get(reverse("meetings:agenda", args=[held.public_id])).content.decode()
    )
    given = filled(
        client,
        f"{NEW}?rapat={held.public_id}",
        region=cast.kukar.pk,
        meeting=held.public_id,
        title="Jembatan",
        reason="Jauh.",
    )
    for _twice in range(2):
        assert client.post(NEW, given).status_code == 302
    row = BacklogItem.objects.get()
    assert "Jembatan" in client.get(LIST).content.decode()
    page = client.get(row.get_absolute_url()).content.decode()
    assert reverse("meetings:wish_withdraw", args=[row.public_id]) in page
    answer = reverse("meetings:wish_answer", args=[held.public_id, row.public_id])
    assert client.get(answer).status_code == 403
    client = signed_in(cast.biro)
    assert answer in client.get(reverse("meetings:agenda", args=[held.public_id])).content.decode()
    assert client.post(answer, filled(client, answer, answer="tolak", reply="")).status_code == 422
    given = filled(client, answer, answer="terima", reply="Baik.")
    for _twice in range(2):
        assert client.post(answer, given)["Location"] == reverse("meetings:agenda", args=[held.public_id])
    assert AgendaItem.objects.filter(meeting=held).count() == 1
    assert client.get(answer).status_code == 409
    assert "Lihat dalam agenda" in client.get(row.get_absolute_url()).content.decode()


def test_bad_wishes_are_refused_in_words_and_kept(cast, signed_in, held):
    client = signed_in(cast.officer)
    good = {"region": cast.kukar.pk, "meeting": "", "title": "Jembatan", "reason": "Jauh sekali."}
    for bad in (
        {"title": ""},
        {"reason": ""},
        {"reason": "Jauh sekali." + "x" * 5000},
        {"region": cast.kubar.pk},
        {"region": "x"},
        {"meeting": "0000"},
        {"tentang": "segmen:1"},
    ):
        answer = client.post(NEW, {"form_token": "satu"} | good | bad)
        assert answer.status_code == 422
        assert "Jauh sekali." in answer.content.decode() or bad.get("reason") == ""
    search = client.post(NEW, {"form_token": "satu"} | good | {"cari": "x", "cari_dulu": "1", "title": ""})
    assert search.status_code == 200
    assert "Jauh sekali." in search.content.decode()
    assert not BacklogItem.objects.exists()


def test_who_may_not_propose_is_refused_and_strangers_find_nothing(cast, signed_in, wish):
    assert signed_in(cast.observer).get(NEW).status_code == 403
    assert signed_in(cast.observer).get(wish.get_absolute_url()).status_code == 200
    take_back = reverse("meetings:wish_withdraw", args=[wish.public_id])
    assert signed_in(cast.observer).post(take_back).status_code == 403
    for who in ("stranger", "partner", "nobody"):
        client = signed_in(getattr(cast, who))
        assert client.get(wish.get_absolute_url()).status_code == 404
        assert client.post(take_back).status_code == 404
        assert "Jembatan" not in client.get(LIST).content.decode()


def test_a_wish_is_taken_back_after_a_question(cast, signed_in, wish):
    client = signed_in(cast.officer)
    take_back = reverse("meetings:wish_withdraw", args=[wish.public_id])
    assert "Tarik usul acara?" in client.get(take_back).content.decode()
    assert client.post(take_back)["Location"] == wish.get_absolute_url()
    assert client.post(take_back).status_code == 409
    assert "Jembatan" not in client.get(LIST).content.decode()
    assert "Jembatan" in client.get(LIST, {"semua": "1"}).content.decode()


def test_the_list_costs_the_same_for_one_wish_and_for_twenty(cast, signed_in, held, wish):
    client = signed_in(cast.biro)

    def cost():
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        return len(queries)

    few = cost()
    for number in range(19):
        propose_wish(actor=cast.officer, region=cast.kukar, title=f"Usul {number}", reason="x", meeting=held)
    assert cost() == few
