"""The register of copies (F39): filled by the law's numbers, followed from hand to hand, asked where the original is."""

import pytest

from agreements.models import Copy, CopyMove, Naskah, OfficeSetting
from agreements.services import acts
from agreements.services.copies import Move, move_copy, open_register
from agreements.workflow import COPY_LIFE
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from tests.agreements.playing import Play, days_later

STATES = ("ditunggu", "disimpan", "dipinjam", "hilang")


@pytest.fixture
def signed(play: Play) -> tuple[Play, Naskah]:
    """A KB signed by both parties today."""
    play.to("uji_dprd")
    return play, play.case.naskah.get(kind="kb")


def copy_of(text: Naskah, form: str = "asli", number: int = 1) -> Copy:
    """One copy of the register."""
    return text.copies.get(form=form, number=number)


def moved(play: Play, copy: Copy, act: str, **changes: object) -> CopyMove:
    """Record what happened to a copy today."""
    values: dict[str, object] = {
        "act": act, "on": clock.today(), "holder": "Contoh Pemegang", "shelf": "Rak 1", "note": "Keterangan contoh",
    }  # fmt: skip
    move = Move(**(values | changes))  # type: ignore[arg-type]
    return move_copy(actor=play.actor_for(copy.party), copy=copy, move=move)


def test_the_last_signature_fills_the_register_as_the_regulation_counts(signed):
    play, text = signed
    rows = [
        (row.form, row.number, row.party.short_name, row.state)
        for row in text.copies.order_by("form", "number")
    ]
    assert rows == [
        ("asli", 1, "Kabupaten Kutai Kartanegara", "ditunggu"),
        ("asli", 2, "Kabupaten Kutai Barat", "ditunggu"),
        ("fotokopi", 1, "Kabupaten Kutai Kartanegara", "ditunggu"),
    ]
    assert set(text.copies.values_list("article", flat=True)) == {"Pasal 10 ayat (3) Permendagri 22/2020"}
    assert play.case.naskah.count() == 1


def test_more_originals_than_parties_are_listed_as_further_ones(play: Play):
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    Naskah.objects.filter(pk=text.pk).update(originals=4)
    text = play.sign(text)
    assert text.copies.filter(form="asli").count() == 4
    assert copy_of(text, number=4).purpose == "Asli tambahan"


@pytest.mark.parametrize(("answer", "holder"), [("tkksd", "Sekretariat TKKSD"), ("pd", "Dinas Kesehatan")])
def test_who_keeps_the_original_is_the_office_s_own_answer(play: Play, answer, holder):
    OfficeSetting.objects.create(code="pemegang_asli", value=answer)
    play.to("pelaksanaan")
    assert holder in copy_of(play.case.naskah.get(kind="pks")).holder


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", [row.code for row in COPY_LIFE])
def test_each_event_of_a_copy_is_possible_only_where_it_stands(signed, state, act):
    play, text = signed
    Copy.objects.filter(naskah=text).update(state=state, received_on=clock.today())
    copy = copy_of(text)
    row = next(row for row in COPY_LIFE if row.code == act)
    if state in row.sources:
        moved(play, copy, act)
        assert copy_of(text).state == row.target
    else:
        with pytest.raises(ImpossibleStep, match="eksemplar kini"):
            moved(play, copy, act)
        assert not CopyMove.objects.exists()


def test_a_lent_original_shows_its_borrower_and_its_way_back(signed):
    play, text = signed
    copy = copy_of(text)
    moved(play, copy, "terima", holder="Bagian Kerja Sama")
    moved(play, copy, "pinjam", holder="Inspektorat Contoh", due_on=days_later(14))
    moved(play, copy, "kembali", holder="Bagian Kerja Sama")
    way = [(row.act, row.source, row.target) for row in copy.moves.order_by("pk")]
    assert way[1:] == [
        ("pinjam", "Bagian Kerja Sama", "Inspektorat Contoh"),
        ("kembali", "Inspektorat Contoh", "Bagian Kerja Sama"),
    ]


def test_a_copy_is_not_received_in_the_future_nor_before_the_signature(signed):
    play, text = signed
    for day, words in ((days_later(1), "masa depan"), (days_later(-1), "mendahului")):
        if day < clock.today():
            moved(play, copy_of(text), "terima")
        with pytest.raises(DomainError, match=words):
            moved(play, copy_of(text), "pindah" if day < clock.today() else "terima", on=day)


@pytest.mark.parametrize(
    ("act", "change", "message"),
    [("pinjam", {"holder": " "}, "Peminjam belum diisi"), ("hilang", {"note": ""}, "dengan keterangannya")],
)
def test_a_record_without_its_facts_is_refused(signed, act, change, message):
    play, text = signed
    moved(play, copy_of(text), "terima")
    with pytest.raises(DomainError, match=message):
        moved(play, copy_of(text), act, **change)


def test_a_copy_due_back_before_it_was_lent_is_refused(signed):
    play, text = signed
    copy = copy_of(text)
    moved(play, copy, "terima")
    with pytest.raises(DomainError, match="Tanggal kembali"):
        moved(play, copy, "pinjam", due_on=days_later(-1))


def test_each_party_keeps_its_own_copies(signed):
    play, text = signed
    own, other = copy_of(text), copy_of(text, number=2)
    move = Move(act="terima", on=clock.today(), holder="Orang Lain")
    for actor, copy in ((play.cast.partner, own), (play.cast.officer, other), (play.cast.observer, own)):
        with pytest.raises(NotAllowed):
            move_copy(actor=actor, copy=copy, move=move)


def test_archiving_waits_until_every_copy_is_in_somebody_s_hands(play: Play):
    play.to("pelaksanaan")
    with pytest.raises(NotReady, match="6 eksemplar belum dicatat") as refusal:
        acts.take_arrow(actor=play.cast.officer, case=play.case, code="catat_arsip")
    assert "Tanda tangan & arsip" in refusal.value.remedy
    for copy in Copy.objects.filter(naskah__case=play.case).select_related("party"):
        moved(play, copy, "terima")
    acts.take_arrow(actor=play.cast.officer, case=play.case, code="catat_arsip")
    assert play.case.events.filter(arrow="catat_arsip").exists()


def test_a_register_is_opened_once_for_a_text_signed_before_there_was_one(signed):
    play, text = signed
    own = play.parties()[0]
    with pytest.raises(ImpossibleStep, match="sudah dibuka"):
        open_register(actor=play.cast.officer, naskah=text, party=own)
    text.copies.all().delete()
    open_register(actor=play.cast.officer, naskah=text, party=own)
    assert text.copies.count() == 3


def test_where_the_original_is_and_which_is_missing_is_found_by_those_who_may_read(signed, signed_in):
    play, text = signed
    moved(play, copy_of(text), "terima", holder="Bagian Kerja Sama Contoh", shelf="Lemari B")
    for reader in (play.cast.officer, play.cast.partner, play.cast.biro):
        found = signed_in(reader).get("/kerja-sama/eksemplar/", {"q": "Lemari B"}).content.decode()
        assert "Bagian Kerja Sama Contoh" in found
        lacking = signed_in(reader).get("/kerja-sama/eksemplar/", {"lacking": "on"}).content.decode()
        assert "Asli 2" in lacking
        assert "Asli 1" not in lacking
    assert "Puskesmas" not in signed_in(play.cast.stranger).get("/kerja-sama/eksemplar/").content.decode()
    assert signed_in(play.cast.stranger).get(copy_of(text).get_absolute_url()).status_code == 404


def test_the_form_keeps_what_was_typed_and_records_once(signed, signed_in):
    play, text = signed
    address = f"{copy_of(text).get_absolute_url()}terima/"
    wrong = {"form_token": "c", "on": "2030-01-01", "holder": "Bagian Kerja Sama Contoh"}
    refused = signed_in(play.cast.officer).post(address, wrong)
    assert refused.status_code == 409
    assert "Bagian Kerja Sama Contoh" in refused.content.decode()
    right = wrong | {"on": "2026-11-21"}
    assert signed_in(play.cast.officer).post(address, right).status_code == 302
    assert signed_in(play.cast.officer).post(address, right).status_code in (302, 409)
    assert CopyMove.objects.count() == 1


def test_the_list_costs_the_same_for_three_copies_and_for_many(
    signed, signed_in, django_assert_max_num_queries
):
    play, text = signed
    client = signed_in(play.cast.officer)
    client.get("/kerja-sama/eksemplar/")
    with django_assert_max_num_queries(40) as few:
        client.get("/kerja-sama/eksemplar/")
    own = play.parties()[0]
    for number in range(2, 17):
        Copy.objects.create(
            naskah=text, party=own, form="fotokopi", number=number, purpose="Contoh", holder="Contoh"
        )
    with django_assert_max_num_queries(len(few)):
        client.get("/kerja-sama/eksemplar/")
