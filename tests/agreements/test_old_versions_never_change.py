"""Every version gives the same bytes of text years later, whatever happened to names, people and templates since."""

import hashlib
from dataclasses import replace

import pytest

from agreements.documents import gather, printed
from agreements.documents.freezing import from_plain, to_plain, words_of
from agreements.documents.printed import sheet_of
from agreements.documents.sheet import NaskahSheet
from agreements.models import Clause, Naskah, NaskahVersion
from agreements.services.agreement import share_naskah
from agreements.services.naskah import newest_version
from agreements.services.sentences import save_frame
from agreements.services.signing_marks import give_number
from agreements.services.wording import add_annex
from ksd.core.errors import ImpossibleStep
from regions.models import Official, Region
from tests.agreements.playing import Play


def words(text: Naskah, number: int) -> str:
    """The text of a version as it is printed today."""
    again = Naskah.objects.get(pk=text.pk)
    return words_of(sheet_of(again, again.versions.get(number=number)))


def everything_changes(play: Play, text: Naskah, monkeypatch: pytest.MonkeyPatch) -> None:
    """Region, official, partner's seat, urusan, library and the fixed sentences."""
    Region.objects.filter(pk=play.cast.kukar.pk).update(name="Kutai Baru", address="Jalan Baru 9")
    Official.objects.filter(region=play.cast.kukar).update(name="Orang Baru", position_title="Bupati Baru")
    text.signatures.update(signer_name="Orang Baru", signer_title="Jabatan Baru")
    type(text.case).objects.filter(pk=text.case.pk).update(location="Tempat Baru", summary="tujuan baru")
    Clause.objects.update(title="JUDUL BARU")
    frame = gather.frame_of
    monkeypatch.setattr(
        printed, "frame_of", lambda found: replace(frame(found), agreement="KALIMAT BARU", closing=("BARU",))
    )


@pytest.fixture
def text(play: Play) -> Naskah:
    play.to("penyusunan_kb")
    return play.draft("kb")


def test_an_older_version_keeps_the_title_and_term_it_was_saved_with(text, play):
    first = words(text, 1)
    save_frame(
        actor=play.officer, naskah=text, title="Pasar Perbatasan", years=2, place="Sendawar", originals=4
    )
    assert words(text, 1) == first
    assert "PUSKESMAS PERBATASAN" in first
    assert "PASAR PERBATASAN" in words(text, 2)
    assert "2 (dua) tahun" in words(text, 2)


def test_the_wording_being_written_follows_the_data(text, play, monkeypatch):
    before = words(text, 1)
    everything_changes(play, text, monkeypatch)
    assert words(text, 1) != before
    assert "KALIMAT BARU" in words(text, 1)


def test_an_older_version_stays_whatever_changes(text, play, monkeypatch):
    first = words(text, 1)
    add_annex(actor=play.officer, naskah=text, title="Rencana", seen_number=1)
    everything_changes(play, text, monkeypatch)
    assert words(text, 1) == first


def test_a_version_sent_round_is_what_everybody_reads_until_it_is_signed(text, play, monkeypatch):
    share_naskah(actor=play.officer, naskah=text)
    shared = words(text, 1)
    everything_changes(play, text, monkeypatch)
    assert words(text, 1) == shared


def test_the_agreed_text_takes_numbers_and_day_of_signing_and_nothing_else(text, play, monkeypatch):
    agreed = play.agree(text)
    before = words(agreed, 1).splitlines()
    everything_changes(play, agreed, monkeypatch)
    Naskah.objects.filter(pk=agreed.pk).update(title="Judul Lain", years=1)
    give_number(actor=play.officer, naskah=agreed, party=play.parties()[0], number="119/KB/1")
    after = words(agreed, 1).splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed == ["NOMOR : 119/KB/1"]


def test_a_signed_text_stays_for_ever(text, play, monkeypatch):
    signed = play.sign(play.agree(text))
    before, version = words(signed, 1), signed.versions.get(number=1)
    assert "NOMOR : kb1/1" in before
    assert hashlib.sha256(before.encode()).hexdigest() == version.words_sha256
    everything_changes(play, signed, monkeypatch)
    Naskah.objects.filter(pk=signed.pk).update(title="Judul Lain", years=1, ends_on=None)
    assert words(signed, 1) == before


def test_a_locked_text_changes_only_through_a_new_version(text, play):
    agreed = play.agree(text)
    with pytest.raises(ImpossibleStep):
        add_annex(actor=play.officer, naskah=agreed, title="Sisipan", seen_number=1)
    with pytest.raises(ImpossibleStep):
        save_frame(actor=play.officer, naskah=agreed, title="Lain", years=2, place="", originals=2)
    assert agreed.versions.count() == 1


def test_the_printed_hash_is_that_of_the_downloaded_text(text, play, cast, signed_in):
    add_annex(actor=play.officer, naskah=text, title="Rencana", seen_number=1)
    reader = signed_in(cast.partner)
    page = reader.get(f"{text.get_absolute_url()}versi/1/").content.decode()
    found = reader.get(f"{text.get_absolute_url()}versi/1/teks/")
    assert found["Content-Type"] == "text/plain; charset=utf-8"
    assert hashlib.sha256(found.content).hexdigest() in page
    assert signed_in(cast.stranger).get(f"{text.get_absolute_url()}versi/1/teks/").status_code == 404


def test_a_version_saved_before_sheets_were_kept_still_reads(text, play, cast, signed_in):
    add_annex(actor=play.officer, naskah=text, title="Rencana", seen_number=1)
    NaskahVersion.objects.filter(naskah=text).update(frozen={}, words_sha256="")
    page = signed_in(cast.partner).get(f"{text.get_absolute_url()}versi/1/")
    assert page.status_code == 200
    assert "menurut data sekarang" in page.content.decode()


def test_a_sheet_comes_back_from_plain_data_unchanged(text):
    sheet = sheet_of(text, newest_version(text))
    assert from_plain(NaskahSheet, to_plain(sheet)) == sheet
