"""The signing as an event (F35), what each party has done (F39), what was checked (F37)."""

from datetime import date

import pytest

from agreements.models import Naskah, OfficeSetting
from agreements.services import acts, agreement, signing_events, signing_marks
from agreements.services.signing_status import statuses_of
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Deadline
from tests.agreements.playing import Play, days_later, scan


@pytest.fixture
def agreed(play: Play) -> tuple[Play, Naskah]:
    """A KB every party agreed to, not signed yet."""
    play.to("penandatanganan_kb")
    return play, play.case.naskah.get(kind="kb")


def plan(play: Play, text: Naskah, **changes: object) -> None:
    """Plan the signing by the officer who runs the case."""
    values = {"on": clock.today(), "place": "Tenggarong", "mode": "desk"} | changes
    signing_events.plan_event(
        actor=play.cast.officer,
        naskah=text,
        plan=signing_events.Plan(**values),  # type: ignore[arg-type]
    )


def open_reminders(text: Naskah) -> dict[str, date]:
    """Who is reminded of a missing signature, and until when."""
    rows = text.signatures.select_related("party__region", "party__partner")
    terms = {
        row.party.short_name: Deadline.objects.of(row).open().filter(code="tanda_tangan").first()
        for row in rows
    }
    return {name: term.due_on for name, term in terms.items() if term}


def test_a_party_that_has_not_signed_is_reminded_seven_days_after_the_event_or_as_the_office_says(agreed):
    play, text = agreed
    plan(play, text)
    assert set(open_reminders(text).values()) == {days_later(7)}
    OfficeSetting.objects.create(code="hari_ingat_tanda_tangan", value="3")
    plan(play, text, on=days_later(2))
    assert set(open_reminders(text).values()) == {days_later(5)}
    play.sign(text, on=clock.today(), parties=play.parties()[:1])
    assert list(open_reminders(text)) == ["Kabupaten Kutai Barat"]


def test_a_reopened_text_reminds_nobody_until_it_is_agreed_again(agreed):
    play, text = agreed
    plan(play, text)
    agreement.reopen_naskah(actor=play.cast.officer, naskah=text, reason="Perlu diperbaiki")
    assert open_reminders(text) == {}
    play.reload()
    play.agree(text)
    assert len(open_reminders(text)) == 2


def test_an_event_does_not_precede_its_text_and_lies_within_two_years(agreed):
    play, text = agreed
    for day, message in ((days_later(-400), "mendahului naskah"), (days_later(800), "terlalu jauh")):
        with pytest.raises(DomainError, match=message):
            plan(play, text, on=day)


def test_an_event_is_held_once_and_not_before_its_day(agreed):
    play, text = agreed
    with pytest.raises(ImpossibleStep, match="belum direncanakan"):
        signing_events.hold_event(actor=play.cast.officer, naskah=text, on=clock.today())
    plan(play, text, on=days_later(3))
    with pytest.raises(DomainError, match="belum berlangsung"):
        signing_events.hold_event(actor=play.cast.officer, naskah=text, on=days_later(3))
    signing_events.hold_event(actor=play.cast.partner, naskah=text, on=clock.today())
    with pytest.raises(ImpossibleStep, match="sudah terlaksana pada 21 November 2026"):
        plan(play, text, on=days_later(9))


@pytest.mark.parametrize("who", ["observer", "tkksd", "biro", "admin"])
def test_whoever_only_reads_arranges_nothing(agreed, who):
    play, text = agreed
    actor, party = getattr(play.cast, who), play.parties()[0]
    wanted = signing_events.Plan(on=clock.today(), place="Tenggarong", mode="desk")
    for act in (
        lambda: signing_events.plan_event(actor=actor, naskah=text, plan=wanted),
        lambda: signing_marks.give_number(actor=actor, naskah=text, party=party, number="1"),
        lambda: signing_marks.mark_step(
            actor=actor, naskah=text, party=party, step="disiapkan", on=clock.today()
        ),
        lambda: signing_marks.check_paper(actor=actor, naskah=text, party=party, done=[], copies=0),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_nobody_marks_for_a_region_that_has_users_of_its_own(agreed):
    play, text = agreed
    with pytest.raises(NotAllowed):
        signing_marks.give_number(actor=play.cast.officer, naskah=text, party=play.parties()[1], number="1")


def test_an_original_travels_one_way_at_a_time_and_is_received_by_its_receiver(agreed):
    play, text = agreed
    own, other = play.parties()
    sent = {"naskah": text, "original": 1, "carrier": "Contoh Kurir", "sender": own, "receiver": other}
    courier = signing_events.hand_over(actor=play.cast.officer, on=clock.today(), **sent)
    with pytest.raises(ImpossibleStep, match="masih dalam perjalanan"):
        signing_events.hand_over(actor=play.cast.officer, on=clock.today(), **sent)
    with pytest.raises(DomainError, match="dibuat dalam 2 naskah asli"):
        signing_events.hand_over(actor=play.cast.officer, on=clock.today(), **(sent | {"original": 3}))
    with pytest.raises(NotAllowed):
        signing_events.receive_original(actor=play.cast.officer, courier=courier, on=clock.today())
    for day in (days_later(-1), days_later(1)):
        with pytest.raises(DomainError, match="antara 21 November 2026 dan hari ini"):
            signing_events.receive_original(actor=play.cast.partner, courier=courier, on=day)
    signing_events.receive_original(actor=play.cast.partner, courier=courier, on=clock.today())
    with pytest.raises(ImpossibleStep, match="sudah dicatat"):
        signing_events.receive_original(actor=play.cast.partner, courier=courier, on=clock.today())


def test_who_is_missing_and_since_when_is_seen_by_both_sides(agreed, signed_in):
    play, text = agreed
    plan(play, text)
    play.sign(text, parties=play.parties()[:1])
    address = f"{play.case.get_absolute_url()}penandatanganan/"
    with clock.frozen(days_later(4)):
        (status,) = statuses_of(play.reload())
        assert [line.late_days for line in status.parties] == [0, 4]
        for reader in (play.cast.officer, play.cast.partner, play.cast.observer):
            assert "belum, 4 hari sejak acara" in signed_in(reader).get(address).content.decode()
    assert signed_in(play.cast.stranger).get(address).status_code == 404


def test_steps_are_marked_once_each_in_their_time(agreed):
    play, text = agreed
    own, officer = play.parties()[0], play.cast.officer
    mark = {"actor": officer, "naskah": text, "party": own, "on": clock.today()}
    signing_marks.mark_step(step="disiapkan", **mark)
    with pytest.raises(ImpossibleStep, match="sudah dicatat"):
        signing_marks.mark_step(step="disiapkan", **mark)
    with pytest.raises(ImpossibleStep, match="belum dicatat"):
        signing_marks.mark_step(step="terdaftar", **mark)
    play.sign(text, parties=[own])
    with pytest.raises(DomainError, match="mendahului"):
        signing_marks.mark_step(step="terdaftar", **(mark | {"on": days_later(-1)}))
    signing_marks.mark_step(step="terdaftar", **mark)


def test_a_number_given_before_the_signature_is_offered_when_signing_and_fixed_afterwards(agreed, signed_in):
    play, text = agreed
    own = play.parties()[0]
    signing_marks.give_number(actor=play.cast.officer, naskah=text, party=own, number="119/7/KB")
    page = signed_in(play.cast.officer).get(f"{text.get_absolute_url()}tanda-tangan/1/").content.decode()
    assert "119/7/KB" in page
    play.sign(text, parties=[own])
    with pytest.raises(ImpossibleStep, match="sudah menandatangani"):
        signing_marks.give_number(actor=play.cast.officer, naskah=text, party=own, number="2")


def test_a_text_counts_as_checked_only_when_every_item_is_on_every_original(agreed):
    play, text = agreed
    own = play.parties()[0]
    checked = {"actor": play.cast.officer, "naskah": text, "party": own}
    with pytest.raises(ImpossibleStep, match="belum dicatat"):
        signing_marks.check_paper(done=[], copies=2, **checked)
    text = play.sign(text)
    items = [row.code for row in play.case.pack.signing_checks]
    for done, copies in ((items[:-1], 2), (items, 1), ([*items[:-1], "lain"], 2)):
        assert not signing_marks.check_paper(done=done, copies=copies, **checked).complete
    assert signing_marks.check_paper(done=items, copies=2, **checked).complete
    (status,) = statuses_of(play.reload())
    assert not status.checked
    signing_marks.check_paper(
        actor=play.cast.partner, naskah=text, party=play.parties()[1], done=items, copies=2
    )
    assert statuses_of(play.reload())[0].checked
    assert Naskah.objects.get(pk=text.pk).state == "ditandatangani"


def test_a_replaced_scan_stays_on_record_with_its_fingerprint_and_reason(agreed, signed_in):
    play, text = agreed
    own = play.parties()[0]
    with pytest.raises(ImpossibleStep, match="belum ada"):
        signing_marks.replace_copy(
            actor=play.cast.officer, naskah=text, party=own, upload=scan(), reason="Buram"
        )
    play.sign(text, parties=[own])
    first = text.signatures.get(party=own).signed_copy
    address = f"{text.get_absolute_url()}tanda-tangan/1/salinan/ganti/"
    clear = scan("terang.pdf")
    sent = {"form_token": "g", "upload": clear, "reason": "Pindaian lama buram"}
    assert signed_in(play.cast.partner).post(address, sent).status_code == 403
    clear.seek(0)
    assert signed_in(play.cast.officer).post(address, sent).status_code == 302
    row = text.signatures.get(party=own)
    old = row.replaced_copies.get()
    assert (old.file, row.signed_copy != first, old.reason) == (first, True, "Pindaian lama buram")
    page = (
        signed_in(play.cast.partner).get(f"{play.case.get_absolute_url()}penandatanganan/").content.decode()
    )
    assert row.signed_copy.sha256 in page
    kept = signed_in(play.cast.partner).get(f"{text.get_absolute_url()}tanda-tangan/1/salinan/lama/{old.pk}/")
    assert kept.getvalue().startswith(b"%PDF")


def test_a_half_signed_case_is_not_cancelled_and_says_what_to_do(agreed, signed_in):
    play, text = agreed
    play.sign(text, parties=play.parties()[:1])
    with pytest.raises(ImpossibleStep, match="sudah ditandatangani salah satu pihak") as refusal:
        acts.take_arrow(actor=play.cast.officer, case=play.case, code="batalkan", reason="Batal")
    assert "Lengkapi tanda tangannya" in refusal.value.remedy
    address = f"{play.case.get_absolute_url()}tindakan/batalkan/"
    sent = {
        "form_token": "b",
        "reason": "Batal",
        "seen_state": play.case.state,
        "on": "2026-11-21",
        "confirm": "yes",
    }
    assert signed_in(play.cast.officer).post(address, sent).status_code in (409, 422)
    assert play.reload().state == "penandatanganan_kb"


def test_a_case_nobody_signed_is_cancelled(agreed):
    play, _text = agreed
    acts.take_arrow(actor=play.cast.officer, case=play.case, code="batalkan", reason="Batal")
    assert play.reload().state == "dibatalkan"


def test_the_plan_form_keeps_what_was_typed_and_acts_once(agreed, signed_in):
    play, text = agreed
    address = f"{text.get_absolute_url()}acara/"
    wrong = {"form_token": "p", "on": "kemarin", "place": "Pendopo Contoh", "mode": "desk"}
    refused = signed_in(play.cast.officer).post(address, wrong)
    assert refused.status_code == 422
    assert "Pendopo Contoh" in refused.content.decode()
    for _twice in range(2):
        assert signed_in(play.cast.officer).post(address, wrong | {"on": "2026-11-25"}).status_code == 302
    assert text.events.filter(arrow="naskah.acara").count() == 1


def test_the_page_costs_the_same_for_one_text_and_for_many(
    play: Play, signed_in, django_assert_max_num_queries
):
    play.to("penandatanganan_pks")
    play.sign(play.case.naskah.get(kind="pks"))
    address = f"{play.case.get_absolute_url()}penandatanganan/"
    client = signed_in(play.cast.officer)
    client.get(address)
    with django_assert_max_num_queries(60) as few:
        client.get(address)
    for number in range(3):
        play.sign(play.agree(play.draft("pks", f"Kegiatan {number}", 1)))
    with django_assert_max_num_queries(len(few)):
        client.get(address)


def test_the_table_of_status_is_printed_with_numbers_signers_copies_and_fingerprints(play: Play, signed_in):
    play.to("uji_dprd")
    text = play.case.naskah.get(kind="kb")
    answer = signed_in(play.cast.partner).post(f"{text.get_absolute_url()}tabel-status/", {"bentuk": "docx"})
    assert answer.status_code == 200
    assert "tabel-status" in answer.headers["Content-Disposition"]
