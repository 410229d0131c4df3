"""At the table each party speaks on each Pasal; what all agree to is written into the text and locked."""

from dataclasses import replace

import pytest

from agreements.choices.negotiation import ClauseState, Stance
from agreements.models import CaseEvent, Naskah, NegotiatedClause
from agreements.naskah.comparing import compare
from agreements.naskah.structure import Ayat
from agreements.services.agreement import share_naskah
from agreements.services.naskah import newest_version, save_version
from agreements.services.negotiation import Said, state_position
from agreements.services.sentences import save_frame
from agreements.services.versions import review_changes
from agreements.services.wording import body_of, move_pasal, remove_pasal
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from tests.agreements.playing import Play
from tests.agreements.table import CLAUSE, agree_all, pasal, row, said, say

NEW = "Ruang lingkupnya adalah rujukan pasien."


@pytest.fixture
def text(play: Play) -> Naskah:
    play.to("penyusunan_kb")
    return play.draft("kb")


def own(play: Play):
    return play.parties()[0]


def theirs(play: Play):
    return play.parties()[1]


def table(text: Naskah, more: str = "") -> str:
    return f"{text.get_absolute_url()}pembahasan/{more}"


def typed(naskah: Naskah, browser, **more: object) -> dict[str, object]:
    form = browser.get(table(naskah, f"pasal/{CLAUSE}/")).context["form"]
    known = {name: form[name].value() for name in ("form_token", "party", "seen")}
    return known | {"stance": "setuju", **more}


def test_a_proposal_agreed_by_all_is_written_into_the_next_version_and_locked(text, play, cast):
    say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=NEW, remark="Lebih jelas.")
    assert pasal(text).ayat[0].text != NEW
    assert [party.pk for party in row(text).turn] == [own(play).pk]
    say(cast.officer, text, own(play), Stance.AGREE)
    assert pasal(text).ayat == (Ayat(NEW),)
    locked = NegotiatedClause.objects.get(naskah=text, clause=CLAUSE)
    assert locked.agreed_version is not None
    assert (locked.state, locked.agreed_version.number) == (ClauseState.AGREED, 2)
    assert "disepakati semua pihak" in newest_version(text).note
    assert CaseEvent.objects.filter(naskah=text, arrow="bahas.sepakat").count() == 1


def test_agreeing_to_the_wording_of_the_text_locks_it_without_a_new_version(text, play):
    agree_all(play, text)
    assert row(text).is_agreed
    assert text.versions.count() == 1


def test_a_newer_proposal_takes_the_place_of_the_older_and_needs_everybody_again(text, play, cast):
    say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=NEW)
    say(cast.officer, text, own(play), Stance.PROPOSE, wording="Rumusan ketiga.")
    assert row(text).standing.proposer == own(play).pk
    assert not row(text).is_agreed
    assert [party.pk for party in row(text).turn] == [theirs(play).pk]
    say(cast.partner, text, theirs(play), Stance.AGREE)
    assert pasal(text).ayat == (Ayat("Rumusan ketiga."),)


def test_an_objection_gives_the_turn_back_to_who_proposed(text, play, cast):
    say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=NEW)
    say(cast.officer, text, own(play), Stance.OBJECT, remark="Terlalu sempit.")
    assert not row(text).is_agreed
    assert [party.pk for party in row(text).turn] == [theirs(play).pk]


@pytest.mark.parametrize("stance", [Stance.OBJECT, Stance.REOPEN])
def test_an_objection_and_a_reopening_need_a_reason(text, play, cast, stance):
    if stance == Stance.REOPEN:
        agree_all(play, text)
    with pytest.raises(DomainError, match="Alasan wajib"):
        say(cast.officer, text, own(play), stance, remark=" ")


def test_nobody_agrees_to_a_wording_not_seen(text, play, cast):
    old = said(text, Stance.AGREE)
    say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=NEW)
    with pytest.raises(StaleForm, match="berubah sesudah Anda membukanya"):
        state_position(actor=cast.officer, naskah=text, party=own(play), clause=CLAUSE, said=old)


def test_an_agreement_does_not_hold_for_a_wording_the_drafter_changed_since(text, play, cast):
    say(cast.partner, text, theirs(play), Stance.AGREE)
    body = body_of(newest_version(text))
    rows = tuple(
        replace(entry, ayat=(Ayat(NEW),)) if entry.clause == CLAUSE else entry for entry in body.pasal
    )
    save_version(actor=cast.officer, naskah=text, body=replace(body, pasal=rows), seen_number=1)
    say(cast.officer, text, own(play), Stance.AGREE)
    assert not row(text).is_agreed
    assert [party.pk for party in row(text).turn] == [theirs(play).pk]


def test_a_locked_pasal_is_changed_by_no_way_of_writing(text, play, cast):
    say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=NEW)
    say(cast.officer, text, own(play), Stance.AGREE)
    body = body_of(newest_version(text))
    other = replace(pasal(text), ayat=(Ayat("Diam-diam lain."),))
    changed = replace(body, pasal=tuple(other if entry.clause == CLAUSE else entry for entry in body.pasal))
    dropped = replace(body, pasal=tuple(entry for entry in body.pasal if entry.clause != CLAUSE))
    doubled = replace(body, pasal=(*body.pasal, other))
    for wording in (changed, dropped, doubled):
        with pytest.raises(ImpossibleStep, match="terkunci"):
            save_version(actor=cast.officer, naskah=text, body=wording, seen_number=2)
    with pytest.raises(ImpossibleStep):
        remove_pasal(actor=cast.officer, naskah=text, clause=CLAUSE, seen_number=2)
    with pytest.raises(ImpossibleStep, match="terkunci"):
        review_changes(
            actor=cast.officer, naskah=text, old_number=1, seen_number=2, reason="Kembali.",
            back=[key for key in _keys(text) if key.startswith("pasal")],
        )  # fmt: skip
    assert pasal(text).ayat == (Ayat(NEW),)


def _keys(text: Naskah) -> tuple[str, ...]:
    return compare(*(body_of(text.versions.get(number=number)) for number in (1, 2))).keys


def test_a_locked_pasal_may_move_and_the_data_around_it_change(text, play, cast):
    agree_all(play, text)
    move_pasal(actor=cast.officer, naskah=text, clause=CLAUSE, steps=1, seen_number=1)
    save_frame(actor=cast.officer, naskah=text, title="Lain", years=2, place="Sendawar", originals=2)
    assert row(text).is_agreed


def test_an_agreed_pasal_opens_again_only_when_every_party_asks_for_it(text, play, cast):
    agree_all(play, text)
    for stance in (Stance.AGREE, Stance.PROPOSE, Stance.OBJECT):
        with pytest.raises(ImpossibleStep, match="terkunci"):
            say(cast.officer, text, own(play), stance, wording=NEW, remark="Alasan.")
    say(cast.officer, text, own(play), Stance.REOPEN, remark="Anggaran berubah.")
    assert row(text).is_agreed
    assert [party.pk for party in row(text).turn] == [theirs(play).pk]
    with pytest.raises(ImpossibleStep, match="hal yang sama"):
        say(cast.officer, text, own(play), Stance.REOPEN, remark="Lagi.")
    say(cast.partner, text, theirs(play), Stance.REOPEN, remark="Setuju dibuka.")
    assert not row(text).is_agreed
    assert not row(text).standing.latest
    agree_all(play, text)
    assert row(text).is_agreed


def test_an_open_pasal_cannot_be_reopened(text, play, cast):
    with pytest.raises(ImpossibleStep, match="masih dibahas"):
        say(cast.officer, text, own(play), Stance.REOPEN, remark="Alasan.")


def test_nobody_speaks_for_another_party(text, play, cast):
    for actor, party in ((cast.officer, theirs(play)), (cast.partner, own(play)), (cast.stranger, own(play))):
        with pytest.raises(NotAllowed):
            say(actor, text, party, Stance.AGREE)


def test_the_table_rests_once_the_text_is_sent_round(text, play, cast):
    share_naskah(actor=cast.officer, naskah=text)
    with pytest.raises(ImpossibleStep):
        say(cast.officer, text, own(play), Stance.AGREE)


@pytest.mark.parametrize(
    ("wording", "words"),
    [("", "masih kosong"), ("Isi {tidak.dikenal}.", "tidak dikenal")],
)
def test_a_proposal_must_say_something_that_can_be_printed(text, play, cast, wording, words):
    with pytest.raises(DomainError, match=words):
        say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=wording)


def test_a_proposal_equal_to_the_wording_is_an_agreement(text, play, cast):
    same = Said(stance=Stance.PROPOSE, seen=row(text).standing.sha256, wording=pasal(text))
    with pytest.raises(DomainError, match="sama dengan rumusan"):
        state_position(actor=cast.partner, naskah=text, party=theirs(play), clause=CLAUSE, said=same)


def test_who_may_see_and_speak_on_the_pages(text, cast, signed_in):
    for reader in (cast.officer, cast.partner, cast.biro, cast.observer):
        assert signed_in(reader).get(table(text)).status_code == 200
        assert signed_in(reader).get(table(text, f"pasal/{CLAUSE}/")).status_code == 200
    for reader in (cast.stranger, cast.nobody):
        assert signed_in(reader).get(table(text)).status_code == 404
        assert signed_in(reader).post(table(text, f"pasal/{CLAUSE}/")).status_code == 404
    assert signed_in(cast.observer).post(table(text, f"pasal/{CLAUSE}/")).status_code == 403
    assert signed_in(cast.officer).get(table(text, "pasal/tidak_ada/")).status_code == 404


def test_the_page_takes_a_word_once_and_keeps_what_was_typed(text, cast, signed_in):
    browser = signed_in(cast.partner)
    address = table(text, f"pasal/{CLAUSE}/")
    bad = browser.post(
        address, typed(text, browser, stance="usul", title="RUANG", text="1. angka", remark="Kenapa")
    )
    assert bad.status_code == 422
    assert "1. angka" in bad.content.decode()
    assert "Kenapa" in bad.content.decode()
    good = typed(text, browser, stance="usul", title="RUANG LINGKUP", text=NEW)
    for _again in range(2):
        assert browser.post(address, good).status_code == 302
    assert NegotiatedClause.objects.get(naskah=text).positions.count() == 1
    assert NEW.rsplit(maxsplit=1)[-1] in browser.get(address).content.decode()


def test_a_word_on_an_old_wording_is_refused_on_the_page_and_can_be_sent_again(text, play, cast, signed_in):
    browser = signed_in(cast.officer)
    old = typed(text, browser, remark="Baik.")
    say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=NEW)
    refused = browser.post(table(text, f"pasal/{CLAUSE}/"), old)
    assert refused.status_code == 409
    assert row(text).standing.sha256 in refused.content.decode()
    assert "Baik." in refused.content.decode()


def test_a_locked_pasal_is_refused_by_the_editor_with_its_reason(text, play, cast, signed_in):
    agree_all(play, text)
    browser = signed_in(cast.officer)
    address = f"{text.get_absolute_url()}sunting/bagian/pasal-{CLAUSE}/"
    form = browser.get(address).context["form"]
    sent = {name: form[name].value() for name in ("form_token", "seen_number", "title")}
    refused = browser.post(address, sent | {"text": "Diam-diam lain."})
    assert refused.status_code == 409
    assert "sudah disepakati semua pihak dan terkunci" in refused.content.decode()


def test_a_comment_stands_at_its_pasal_and_among_the_comments_of_the_case(text, cast, signed_in):
    browser = signed_in(cast.partner)
    page = browser.get(table(text, f"pasal/{CLAUSE}/"))
    sent = {
        "form_token": page.context["comment_form"]["form_token"].value(),
        "text": "Mohon <i>dijelaskan</i>.",
    }
    assert browser.post(table(text, f"pasal/{CLAUSE}/komentar/"), sent).status_code == 302
    shown = signed_in(cast.officer).get(table(text, f"pasal/{CLAUSE}/")).content.decode()
    assert "Mohon &lt;i&gt;dijelaskan&lt;/i&gt;." in shown
    assert text.comments.get().anchor == CLAUSE
    assert (
        "ruang lingkup"
        in signed_in(cast.officer).get(f"{text.case.get_absolute_url()}komentar/").content.decode()
    )
    assert browser.post(table(text, f"pasal/{CLAUSE}/komentar/"), {}).status_code == 422


def test_the_table_costs_the_same_with_many_words(text, play, cast, signed_in, django_assert_max_num_queries):
    browser = signed_in(cast.officer)
    say(cast.partner, text, theirs(play), Stance.AGREE)
    browser.get(table(text))
    with django_assert_max_num_queries(60) as few:
        browser.get(table(text))
    for entry in body_of(newest_version(text)).pasal[:4]:
        say(
            cast.partner,
            text,
            theirs(play),
            Stance.PROPOSE,
            wording=f"{NEW} {entry.clause}",
            clause=entry.clause,
        )
    with django_assert_max_num_queries(len(few)):
        browser.get(table(text))
