"""The agenda of a new Rakor proposes what is stuck: ranked, each with its reason, each linking back (F68)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.models import CaseReport, Naskah, Obligation, OfficeSetting
from agreements.services.office_settings import open_settings
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.deadlines.models import Deadline
from meetings.models import AgendaItem, BacklogItem, Carry, FollowUp, FollowUpEntry, Meeting
from meetings.services.agenda import fill_agenda, section_to_discuss
from meetings.services.suggesting import suggest, take_suggestions
from meetings.services.suggesting.endings import ANSWER_TERMS
from meetings.services.suggesting.weights import CODES, PREFIX
from meetings.services.wishes import propose_wish
from tests.agreements.playing import Play
from tests.boundaries.rows import segment
from tests.meetings.agenda_rows import earlier_meeting, follow_up, item
from tests.meetings.rows import meeting

TODAY = date(2026, 11, 21)


@pytest.fixture
def held(cast):
    """The new Rakor of the province with Kutai Kartanegara and Kutai Barat."""
    return meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar))


@pytest.fixture
def stuck(cast, held):
    """Everything that is stuck, one of each kind and three follow-ups."""
    march = earlier_meeting(cast.biro, cast.kaltim, cast.kukar, cast.kubar)
    late = follow_up(march, cast.kukar, "Peta kerja Kukar", date(2026, 8, 13), state="proses", progress=40)
    silent = follow_up(march, cast.kubar, "Data patok Kubar", date(2026, 8, 13))
    open_one = follow_up(march, cast.kukar, "Sosialisasi", date(2027, 1, 31), state="proses", progress=10)
    FollowUpEntry.objects.create(
        follow_up=open_one, step="lapor", state="proses", progress=10, actor_name="contoh"
    )
    follow_up(march, cast.kukar, "Sudah selesai", date(2026, 5, 1), state="selesai", progress=100)
    follow_up(march, cast.kukar, "Dihentikan", date(2026, 5, 1), state="dihentikan")
    boundary = segment(cast.kukar, cast.kubar, stage_since=date(2025, 5, 25))
    play = Play(cast)
    play.to("menunggu_tanggapan")
    term = Deadline.objects.of(play.case).filter(code="tanggapan").get()
    Deadline.objects.filter(pk=term.pk).update(due_on=date(2026, 11, 1))
    wish = propose_wish(
        actor=cast.officer, region=cast.kukar, title="Jembatan perbatasan", reason="Warga memutar 40 km."
    )
    return {
        "late": late,
        "silent": silent,
        "open": open_one,
        "boundary": boundary,
        "term": term,
        "wish": wish,
    }


def test_on_sample_data_the_list_is_the_expected_one_in_order(cast, held, stuck):
    lines = suggest(held, cast.biro)
    assert [(line.key, line.score) for line in lines] == [
        (f"tindak_lanjut:{stuck['silent'].pk}", 102),  # (60 + 20) × (1 + 100/365)
        (f"tindak_lanjut:{stuck['late'].pk}", 76),  # 60 × (1 + 100/365)
        (f"usul:{stuck['wish'].pk}", 50),
        (f"tawaran:{stuck['term'].pk}", 47),  # 45 × (1 + 20/365)
        (f"segmen:{stuck['boundary'].pk}", 45),  # 30 × (1 + 180/365)
        (f"tindak_lanjut:{stuck['open'].pk}", 30),
    ]
    reasons = [line.reason for line in lines]
    assert reasons[0] == (
        "Kabupaten Kutai Barat, butir 2 Rakor Maret (contoh): lewat 100 hari dari batas 13 Agustus 2026; "
        "belum pernah dilaporkan."
    )
    assert reasons[1].endswith("lewat 100 hari dari batas 13 Agustus 2026; kemajuan 40%.")
    assert reasons[2] == ("Diusulkan Kabupaten Kutai Kartanegara pada 21 November 2026: Warga memutar 40 km.")
    assert reasons[3] == (
        "Batas tanggapan 1 November 2026 lewat 20 hari (Pasal 8 ayat (3) Permendagri 22/2020)."
    )
    assert reasons[4] == "Pada tahapan “Pelacakan batas” sejak 25 Mei 2025, 545 hari tanpa gerak."
    assert reasons[5].endswith("batas waktu 31 Januari 2027; kemajuan 10%.")


def test_a_wish_that_waits_says_for_how_long(cast, held, stuck):
    BacklogItem.objects.update(proposed_at=clock.now() - timedelta(days=12))
    reason = next(line.reason for line in suggest(held, cast.biro) if line.key.startswith("usul:"))
    assert "pada 9 November 2026, 12 hari menunggu:" in reason


def test_chosen_lines_become_items_in_order_and_link_back(cast, held, stuck):
    keys = [line.key for line in suggest(held, cast.biro)]
    taken = take_suggestions(actor=cast.biro, meeting=held, keys=keys[::-1], minutes=20)
    assert [row.source for row in taken] == keys
    rows = list(AgendaItem.objects.filter(meeting=held).for_page())
    assert [row.source for row in rows] == keys
    assert {row.minutes for row in rows} == {20}
    assert [row.follow_up for row in rows] == [
        stuck["silent"],
        stuck["late"],
        None,
        None,
        None,
        stuck["open"],
    ]
    assert rows[3].case_id == stuck["term"].object_id
    assert rows[4].segment == stuck["boundary"]
    assert rows[0].reason.endswith("belum pernah dilaporkan.")
    stuck["wish"].refresh_from_db()
    assert (stuck["wish"].state, stuck["wish"].item) == ("diterima", rows[2])
    assert suggest(held, cast.biro) == []


def test_a_chosen_follow_up_is_asked_for_again_as_the_same_record(cast, held, stuck):
    keys = [f"tindak_lanjut:{stuck[name].pk}" for name in ("late", "open")]
    take_suggestions(actor=cast.biro, meeting=held, keys=keys)
    assert set(FollowUp.objects.of_meeting(held)) == {stuck["late"], stuck["open"]}
    assert {row.reason for row in Carry.objects.all()} == {"Dari susunan acara."}
    assert not FollowUp.objects.carriable_into(held).filter(pk=stuck["late"].pk).exists()


def test_nothing_enters_twice(cast, held, stuck):
    key = f"tindak_lanjut:{stuck['late'].pk}"
    assert len(take_suggestions(actor=cast.biro, meeting=held, keys=[key])) == 1
    assert take_suggestions(actor=cast.head, meeting=held, keys=[key]) == []
    assert AgendaItem.objects.filter(meeting=held, source=key).count() == 1
    # The next meeting may take the same up again, as long as it is not done.
    after = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), title="Rakor lanjutan")
    assert key in {line.key for line in suggest(after, cast.biro)}


def test_what_is_on_the_agenda_by_hand_is_not_proposed(cast, held, stuck):
    from meetings.services.subjects import Subject

    item(cast.biro, held, "Peta kerja", subject=Subject(follow_up=stuck["late"]))
    assert f"tindak_lanjut:{stuck['late'].pk}" not in {line.key for line in suggest(held, cast.biro)}


def test_only_what_concerns_the_participants_is_proposed(cast, stuck):
    narrow = meeting(cast.biro, cast.kaltim, participants=(cast.paser,), title="Rapat lain")
    assert suggest(narrow, cast.biro) == []
    of_kubar = meeting(cast.biro, cast.kaltim, participants=(cast.kubar,), title="Rapat Kubar")
    kinds = [line.key.partition(":")[0] for line in suggest(of_kubar, cast.biro)]
    assert kinds == ["tindak_lanjut", "tawaran", "segmen"]


def test_only_what_the_person_sees_is_proposed(cast, stuck):
    own = meeting(cast.stranger, cast.paser, participants=(cast.paser, cast.kukar), title="Rapat Paser")
    assert suggest(own, cast.stranger) == []


def test_duties_reports_and_ends_of_cooperations_are_proposed(cast, held):
    play = Play(cast)
    play.to("pelaksanaan")
    text = play.case.naskah.get(kind="pks")
    Naskah.objects.filter(pk=text.pk).update(ends_on=TODAY + timedelta(days=91))
    for number, days in enumerate((73, 10), start=90):
        Obligation.objects.create(
            naskah=text, party=play.parties()[0], order=number, kind="kewajiban", wording="Membayar iuran",
            due_on=TODAY - timedelta(days=days),
        )  # fmt: skip
    report = CaseReport.objects.filter(case=play.case).order_by("period_end").first()
    assert report is not None
    assert report.deadline is not None
    Deadline.objects.filter(pk=report.deadline.pk).update(due_on=TODAY - timedelta(days=30))
    lines = {line.key.partition(":")[0]: line for line in suggest(held, cast.biro)}
    assert lines["kewajiban"].reason == (
        "2 kewajiban lewat jatuh tempo; yang terlama 73 hari, sejak 9 September 2026."
    )
    assert (lines["kewajiban"].score, lines["kewajiban"].case) == (48, play.case.pk)
    assert lines["laporan"].reason.startswith("1 laporan belum dikirim; yang terlama terlambat 30 hari")
    assert lines["berakhir"].reason == (
        "Berakhir 20 Februari 2027, 91 hari lagi; perpanjangan belum diusulkan."
    )
    assert lines["berakhir"].title.startswith("Akan berakhir: Perjanjian Kerja Sama tentang")
    assert lines["berakhir"].url == text.get_absolute_url()


def test_a_segment_nobody_dated_is_proposed_and_a_settled_one_is_not(cast, held):
    unknown = segment(cast.kukar, cast.kubar, stage="belum_dibahas")
    segment(cast.kukar, cast.paser, stage="ditetapkan", stage_since=date(2017, 1, 1), regulation="x")
    segment(cast.kubar, cast.paser, stage_since=TODAY - timedelta(days=200))
    (line,) = suggest(held, cast.biro)
    assert line.key == f"segmen:{unknown.pk}"
    assert line.reason == "Pada tahapan “Belum dibahas”; sejak kapan tidak tercatat."


def test_the_biro_changes_the_weights_and_silences_a_source(cast, held, stuck):
    OfficeSetting.objects.create(code=f"{PREFIX}segmen", value="500")
    OfficeSetting.objects.create(code=f"{PREFIX}usul", value="0")
    OfficeSetting.objects.create(code=f"{PREFIX}tawaran", value="9" * 150)
    keys = [line.key.partition(":")[0] for line in suggest(held, cast.biro)]
    assert keys[:2] == ["tawaran", "segmen"]
    assert "usul" not in keys
    assert {f"{PREFIX}{code}" for code in CODES} <= set(open_settings())


def test_the_terms_of_an_offer_are_those_of_the_law_packs():
    from agreements.law import loading

    known = {term.code for code in loading.codes() for term in loading.latest(code).terms}
    assert set(ANSWER_TERMS) <= known


def test_a_list_of_twenty_costs_what_a_list_of_one_costs(cast, held, stuck):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            found = len(suggest(held, cast.biro))
        return found, len(queries)

    few, cost = asked()
    march = Meeting.objects.get(title="Rakor Maret (contoh)")
    for number in range(20):
        follow_up(march, cast.kukar, f"Butir {number}", date(2026, 6, 1))
        propose_wish(actor=cast.officer, region=cast.kukar, title=f"Usul {number}", reason="x")
    many, same = asked()
    assert (many, same) == (few + 40, cost)
    assert cost <= 16


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "nobody"])
def test_who_does_not_manage_the_meeting_takes_nothing(cast, held, stuck, who):
    with pytest.raises(NotAllowed):
        take_suggestions(actor=getattr(cast, who), meeting=held, keys=["x"])


def test_a_closed_meeting_takes_nothing(cast, held, stuck):
    Meeting.objects.update(state="selesai")
    with pytest.raises(ImpossibleStep, match="datanya dikunci"):
        take_suggestions(actor=cast.biro, meeting=held, keys=[f"tindak_lanjut:{stuck['late'].pk}"])


def test_the_page_shows_the_ranked_list_and_enters_what_is_ticked_once(cast, signed_in, held, stuck):
    client = signed_in(cast.biro)
    address = reverse("meetings:suggestions", args=[held.public_id])
    page = client.get(address)
    text = page.content.decode()
    places = [text.index(title) for title in ("Data patok Kubar", "Peta kerja Kukar", "Jembatan perbatasan")]
    assert places == sorted(places)
    form = page.context["form"]
    given = {
        "form_token": form["form_token"].value(),
        "chosen": [f"tindak_lanjut:{stuck['late'].pk}", f"segmen:{stuck['boundary'].pk}"],
        "minutes": "30",
    }
    for _twice in range(2):
        assert client.post(address, given)["Location"] == reverse("meetings:agenda", args=[held.public_id])
    assert [row.title for row in AgendaItem.objects.filter(meeting=held).for_page()] == [
        "Tindak lanjut Kabupaten Kutai Kartanegara: Peta kerja Kukar",
        "Segmen batas Kabupaten Kutai Kartanegara – Kabupaten Kutai Barat",
    ]
    text = client.get(reverse("meetings:agenda", args=[held.public_id])).content.decode()
    assert "lewat 100 hari dari batas 13 Agustus 2026" in text
    assert stuck["boundary"].get_absolute_url() in text


def test_a_list_grown_old_is_refused_at_its_form(cast, signed_in, held, stuck):
    client = signed_in(cast.biro)
    address = reverse("meetings:suggestions", args=[held.public_id])
    key = f"tindak_lanjut:{stuck['late'].pk}"
    given = {"form_token": "satu", "chosen": [key], "minutes": "15"}
    take_suggestions(actor=cast.head, meeting=held, keys=[key])
    answer = client.post(address, given)
    assert answer.status_code == 422
    assert "sudah masuk agenda atau tidak berlaku lagi" in answer.content.decode()
    for bad in ({}, {"chosen": "tindak_lanjut:x", "minutes": "15"}, {"chosen": key, "minutes": "0"}):
        assert client.post(address, {"form_token": "dua"} | bad).status_code == 422


def test_without_anything_stuck_the_page_says_so(cast, signed_in, held):
    text = signed_in(cast.biro).get(reverse("meetings:suggestions", args=[held.public_id])).content.decode()
    assert "Tidak ada yang tersendat" in text
    assert BacklogItem.objects.count() == 0


def test_what_is_taken_stands_among_the_discussions_not_behind_the_closing(cast, held, stuck):
    fill_agenda(actor=cast.biro, meeting=held)
    (taken,) = take_suggestions(actor=cast.biro, meeting=held, keys=[f"tindak_lanjut:{stuck['late'].pk}"])
    assert taken.section == section_to_discuss(held)
    last = AgendaItem.objects.filter(meeting=held).for_page().last()
    assert last is not None
    assert last.title == "Penutupan"


def test_the_homework_of_a_meeting_within_one_region_is_not_the_agenda_of_the_province(cast, held):
    march = earlier_meeting(cast.biro, cast.kaltim, cast.kukar, cast.kubar)
    row = follow_up(march, cast.kukar, "Rencana kerja TKKSD", date(2026, 8, 13))
    assert [line.follow_up for line in suggest(held, cast.biro)] == [row.pk]
    Meeting.objects.filter(pk=march.pk).update(kind="tkksd_pleno", organiser=cast.kukar)
    assert suggest(held, cast.biro) == []
