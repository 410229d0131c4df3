"""A signed text is changed by an addendum beside it, never rewritten (Permendagri 22/2020 Pasal 15, 37)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from agreements.choices import LifeState, NaskahState
from agreements.documents.consolidated import consolidated
from agreements.models import Naskah
from agreements.services import addendum, agreement, naskah
from agreements.services.dprd_tracks import latest_tracks
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.deadlines.models import Deadline
from tests.agreements.changing import NEW_WORDS, begin, change, signed_addendum
from tests.agreements.playing import Play


@pytest.fixture
def running(play: Play) -> Play:
    """A cooperation being carried out."""
    play.to("pelaksanaan")
    return play


def pks(play: Play) -> Naskah:
    return play.case.naskah.get(kind="pks")


def test_the_old_text_keeps_every_word_and_the_present_wording_follows_from_what_was_signed(
    running: Play,
) -> None:
    text = pks(running)
    before = (text.agreed_version_id, text.agreed_version and text.agreed_version.sha256)
    made = signed_addendum(running, text)
    text = pks(running)
    assert (text.agreed_version_id, text.agreed_version and text.agreed_version.sha256) == before
    assert made.state == NaskahState.SIGNED
    assert made.ends_on == text.ends_on
    first, second = (consolidated(text, clock.today()) for _time in range(2))
    assert first == second
    row = next(row for row in first.pasal if row.clause == "objek")
    assert [ayat.text for ayat in row.now.printed.ayat] == [NEW_WORDS]
    assert "diubah dengan Addendum Nomor addendum1/1, addendum1/2 tanggal 21 November 2026" in row.now.mark
    assert row.now.printed.heading == row.earlier[0].printed.heading
    assert row.earlier[0].printed.ayat != row.now.printed.ayat


def test_an_addendum_counts_from_its_first_day_on(running: Play) -> None:
    made = signed_addendum(running, pks(running))
    Naskah.objects.filter(pk=made.pk).update(starts_on=clock.today() + timedelta(days=10))
    text = pks(running)
    assert not any(row.is_changed for row in consolidated(text, clock.today()).pasal)
    assert any(row.is_changed for row in consolidated(text, clock.today() + timedelta(days=10)).pasal)


def test_an_addendum_not_signed_by_all_changes_nothing(running: Play) -> None:
    made = begin(running, pks(running))
    change(running, made, "ubah", "objek")
    running.sign(running.agree(made), parties=running.parties()[:1])
    assert not any(row.is_changed for row in consolidated(pks(running), clock.today()).pasal)


def test_pasal_are_added_behind_others_with_letters_and_taken_out_with_their_words_kept(
    running: Play,
) -> None:
    made = begin(running, pks(running))
    change(running, made, "tambah", "objek", "Sanksi contoh.", title="sanksi")
    change(running, made, "tambah", "objek", "Denda contoh.", title="denda")
    change(running, made, "hapus", "ruang_lingkup")
    running.sign(running.agree(made))
    rows = consolidated(pks(running), clock.today()).pasal
    place = next(number for number, row in enumerate(rows) if row.clause == "objek")
    headings = [(row.now.printed.heading, row.now.printed.title) for row in rows[place : place + 4]]
    assert headings == [
        ("Pasal 2", "OBJEK"),
        ("Pasal 2A", "SANKSI"),
        ("Pasal 2B", "DENDA"),
        ("Pasal 3", "RUANG LINGKUP"),
    ]
    gone = rows[place + 3]
    assert gone.removed
    assert gone.earlier[0].printed.ayat


def test_a_second_addendum_begins_from_the_words_of_the_first(running: Play) -> None:
    signed_addendum(running, pks(running))
    made = begin(running, pks(running))
    newest = naskah.newest_version(made)
    version, code = addendum.add_change(
        actor=running.cast.officer,
        naskah=made,
        what="ubah",
        clause="objek",
        title="",
        seen_number=newest.number,
    )
    words = next(row for row in version.body["pasal"] if row["clause"] == code)
    assert [ayat["text"] for ayat in words["ayat"]] == [NEW_WORDS]


def test_an_addendum_that_changes_no_pasal_is_not_shared(running: Play) -> None:
    made = begin(running, pks(running))
    with pytest.raises(NotReady, match="belum menyebut Pasal"):
        agreement.share_naskah(actor=running.cast.officer, naskah=made)


def test_the_same_pasal_is_not_changed_twice_in_one_addendum(running: Play) -> None:
    made = begin(running, pks(running))
    change(running, made, "ubah", "objek")
    with pytest.raises(DomainError, match="sudah mengubah Pasal 2"):
        change(running, made, "hapus", "objek")


def test_a_text_has_one_unfinished_addendum_at_a_time(running: Play) -> None:
    begin(running, pks(running))
    with pytest.raises(ImpossibleStep, match="belum selesai"):
        begin(running, pks(running))


def test_only_a_text_in_force_is_changed(running: Play) -> None:
    text = pks(running)
    Naskah.objects.filter(pk=text.pk).update(
        ends_on=clock.today() - timedelta(days=1), starts_on="2020-01-01"
    )
    with pytest.raises(ImpossibleStep, match="sedang berlaku"):
        begin(running, pks(running))


def test_an_addendum_to_a_kb_is_signed_by_the_heads_themselves(running: Play) -> None:
    made = begin(running, running.case.naskah.get(kind="kb"))
    assert made.rule.signer == "kepala_daerah"
    with pytest.raises(DomainError, match="tidak dengan surat kuasa"):
        running.name_signer(made, running.parties()[0])


def test_a_partner_does_not_begin_an_addendum_on_its_own(running: Play) -> None:
    with pytest.raises(NotAllowed):
        addendum.create_addendum(
            actor=running.cast.partner, text=pks(running), reason="a", burden=False, burden_reason="b"
        )


def test_a_change_without_its_reason_is_refused(running: Play) -> None:
    with pytest.raises(DomainError, match="wajib diisi"):
        begin(running, pks(running), reason="  ")


def test_a_reason_with_braces_is_refused_in_words(running: Play) -> None:
    with pytest.raises(DomainError, match="tidak dikenal"):
        begin(running, pks(running), reason="{jahat}")


def burdening(play: Play) -> Naskah:
    made = begin(play, pks(play), burden=True)
    change(play, made, "ubah", "objek")
    agreement.share_naskah(actor=play.cast.officer, naskah=made)
    return made


def _approve(play: Play, made: Naskah) -> None:
    newest = naskah.newest_version(made)
    agreement.approve_naskah(
        actor=play.cast.officer, naskah=made, party=play.parties()[0], seen_number=newest.number
    )


def test_a_change_that_adds_to_the_burden_waits_for_the_dprd_of_every_region(running: Play) -> None:
    made = burdening(running)
    tracks = latest_tracks(running.case, "perubahan")
    assert [(track.party.order, track.note, track.naskah) for track in tracks] == [
        (1, made.title, made),
        (2, made.title, made),
    ]
    running.answer_dprd(yes=True, orders=(1,), cause="perubahan")
    running.answer_dprd(orders=(2,), cause="perubahan")
    with pytest.raises(ImpossibleStep, match="belum semua DPRD"):
        _approve(running, made)
    running.dprd("ajukan_dprd", cause="perubahan")
    running.dprd("catat_kajian_dprd", cause="perubahan")
    running.dprd("tindak_lanjuti_dprd", cause="perubahan")
    running.dprd("dprd_setuju", cause="perubahan")
    _approve(running, made)
    assert running.reload().state == "pelaksanaan"


def test_it_is_the_turn_of_each_region_until_its_dprd_is_settled(running: Play) -> None:
    made = burdening(running)
    assert [party.turn_permission for party in running.parties()] == ["agreements.dprd"] * 2
    running.answer_dprd(orders=(1,), cause="perubahan")
    assert [party.turn_permission for party in running.parties()] == ["agreements.approve", "agreements.dprd"]
    agreement.cancel_naskah(actor=running.cast.officer, naskah=made, reason="Tidak jadi")
    assert not any(party.turn_permission == "agreements.dprd" for party in running.parties())


def test_what_a_dprd_refused_is_not_agreed(running: Play) -> None:
    made = burdening(running)
    running.answer_dprd(yes=True, cause="perubahan")
    for order in (1, 2):
        for code in ("ajukan_dprd", "catat_kajian_dprd", "tindak_lanjuti_dprd"):
            running.dprd(code, order, cause="perubahan")
    running.dprd("dprd_setuju", 1, cause="perubahan")
    running.dprd("dprd_tolak", 2, reason="APBD terbatas", cause="perubahan")
    with pytest.raises(ImpossibleStep, match="belum semua DPRD"):
        _approve(running, made)


def test_a_change_given_up_leaves_no_clock_with_any_dprd_and_the_next_one_asks_anew(running: Play) -> None:
    made = burdening(running)
    running.answer_dprd(yes=True, cause="perubahan")
    running.dprd("ajukan_dprd", cause="perubahan")
    track = running.track(cause="perubahan")
    assert Deadline.objects.of(track).open().exists()
    agreement.cancel_naskah(actor=running.cast.officer, naskah=made, reason="Tidak jadi")
    assert not Deadline.objects.of(track).open().exists()
    with pytest.raises(ImpossibleStep):
        running.dprd("catat_kajian_dprd", cause="perubahan")
    again = burdening(running)
    assert {row.naskah for row in latest_tracks(running.case, "perubahan")} == {again}


def test_the_dprds_are_not_asked_about_two_changes_at_once(running: Play) -> None:
    burdening(running)
    with pytest.raises(ImpossibleStep, match="masih berjalan"):
        begin(running, running.case.naskah.get(kind="kb"), burden=True)
    assert not running.case.naskah.filter(parent__kind="kb", addendum__isnull=False).exists()


def test_a_change_that_adds_nothing_asks_no_dprd(running: Play) -> None:
    signed_addendum(running, pks(running))
    assert not latest_tracks(running.case, "perubahan")


def test_the_page_of_such_a_change_leads_to_the_dprd_page(running: Play, client: Client) -> None:
    made = burdening(running)
    client.force_login(running.cast.officer)
    page = client.get(made.get_absolute_url()).content.decode()
    assert "belum selesai" in page
    assert reverse("agreements:dprd", args=[running.case.public_id]) in page
    running.answer_dprd(cause="perubahan")
    assert "belum selesai" not in client.get(made.get_absolute_url()).content.decode()


def test_an_addendum_is_not_signed_after_its_text_has_ended(running: Play) -> None:
    text = pks(running)
    made = begin(running, text)
    change(running, made, "ubah", "objek")
    agreed = running.agree(made)
    Naskah.objects.filter(pk=text.pk).update(ended_early_on=clock.today())
    with pytest.raises(ImpossibleStep, match="sudah berakhir"):
        running.sign(agreed)


def test_the_case_stays_where_it_is_and_remembers_the_addendum(running: Play) -> None:
    made = signed_addendum(running, pks(running))
    assert running.reload().state == "pelaksanaan"
    arrows = set(running.case.events.filter(naskah=made).values_list("arrow", flat=True))
    assert {"addendum", "naskah.sepakat", "naskah.tandatangani"} <= arrows
    assert running.case.events.filter(arrow="addendum_ditandatangani").exists()
    assert made.life() == LifeState.IN_FORCE
    paper = running.case.documents.get(kind="usul_perubahan")
    assert paper.fields["alasan_perubahan"] == "Kebutuhan warga bertambah"


def test_an_addendum_is_not_begun_like_any_other_text(running: Play) -> None:
    with pytest.raises(ImpossibleStep, match="halaman naskah yang diubah"):
        naskah.create_naskah(
            actor=running.cast.officer, case=running.case, kind="addendum", title="x", years=1
        )
