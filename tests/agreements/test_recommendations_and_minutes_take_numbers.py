"""The TKKSD's recommendation and the minutes of a dispute take their number from the book of their region."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from agreements.choices.correspondence import Numbering
from agreements.choices.teams import Advice
from agreements.models import IssuedNumber, LetterSetting, Naskah, Proceeding, Recommendation
from agreements.services import proceedings
from agreements.services.numbering import cancel_number
from agreements.services.recommendations import record_recommendation
from ksd.core import clock
from ksd.core.errors import DomainError
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast


@pytest.fixture
def play(cast: Cast) -> Play:
    play = Play(cast)
    play.to("penandatanganan_kb")
    return play


@pytest.fixture
def text(play: Play) -> Naskah:
    return play.case.naskah.get(kind="kb")


def elsewhere(cast: Cast) -> None:
    LetterSetting.objects.create(region=cast.kukar, numbering=Numbering.ELSEWHERE)


def recommend(cast: Cast, text: Naskah, **more: Any) -> Recommendation:
    said: dict[str, Any] = {"advice": Advice.SIGN, "dated": clock.today(), **more}
    return record_recommendation(actor=cast.tkksd, naskah=text, **said)


def dispute(play: Play, actor: Any, **more: Any) -> Proceeding:
    said: dict[str, Any] = {"title": "Biaya contoh", "on": clock.today(), "text": "Belum sepakat", **more}
    return proceedings.open_proceeding(
        actor=actor, case=play.case, code="perselisihan_daerah", step="musyawarah", **said
    )


def words(answer: Any) -> str:
    file = Document(BytesIO(answer.content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(line.text for line in file.paragraphs)])


# ------------------------------------------------------------------------------------------- recommendation


def test_a_recommendation_without_a_number_takes_the_next_of_its_region(cast: Cast, text: Naskah) -> None:
    first = recommend(cast, text, advice=Advice.NOT_YET, note="Perbaiki Pasal 3")
    assert [first.number, recommend(cast, text).number] == ["1/REK/KSD/2026", "2/REK/KSD/2026"]
    kept = IssuedNumber.objects.get(row=first.pk, kind="rekomendasi-tkksd")
    assert (kept.region, kept.case_id, kept.naskah_id) == (cast.kukar, text.case_id, text.pk)
    assert kept.words["number"] == first.number
    assert kept.subject.startswith("Rekomendasi Penandatanganan")


def test_a_number_it_bears_already_is_kept_and_entered_without_taking_one(cast: Cast, text: Naskah) -> None:
    assert recommend(cast, text, number=" REK/7 ").number == "REK/7"
    assert IssuedNumber.objects.get(number="REK/7").sequence is None
    assert recommend(cast, text).number == "1/REK/KSD/2026"


def test_a_number_of_another_paper_is_taken_only_when_meant(cast: Cast, play: Play, text: Naskah) -> None:
    IssuedNumber.objects.create(
        region=cast.kukar, kind="surat-pengantar", label="Surat pengantar", year=2026, number="REK/7", dated=clock.today(),
        subject="x", issued_by=cast.officer, issued_name="x",
    )  # fmt: skip
    with pytest.raises(DomainError, match="sudah tercatat untuk Surat pengantar"):
        recommend(cast, text, number="rek/7")
    assert recommend(cast, text, number="REK/7", again=True).number == "REK/7"


def test_where_the_office_numbers_elsewhere_the_recommendation_is_typed(cast: Cast, text: Naskah) -> None:
    elsewhere(cast)
    with pytest.raises(DomainError, match="Isi nomor suratnya"):
        recommend(cast, text)
    assert not text.recommendations.exists()
    assert recommend(cast, text, number="180/3").number == "180/3"


def test_a_refused_recommendation_leaves_no_gap(cast: Cast, text: Naskah) -> None:
    with pytest.raises(DomainError, match="catatan"):
        recommend(cast, text, advice=Advice.NOT_YET)
    with pytest.raises(DomainError, match="masa depan"):
        recommend(cast, text, dated=date(2026, 12, 1))
    assert recommend(cast, text).number == "1/REK/KSD/2026"


def test_the_page_offers_the_next_number_and_says_which_was_struck_out(
    cast: Cast, text: Naskah, signed_in: Any
) -> None:
    client = signed_in(cast.tkksd)
    page = reverse("agreements:recommendations", args=[text.public_id])
    shown = client.get(page)
    assert "1/REK/KSD/2026" in shown.content.decode()
    assert "again" not in shown.context["form"].fields
    token = shown.context["form"]["form_token"].value()
    sent = {"form_token": token, "advice": "tandatangani", "dated": "2026-11-20"}
    assert client.post(page, sent).status_code == 302
    assert client.post(page, sent).status_code == 302
    row = text.recommendations.get()
    assert row.number == "1/REK/KSD/2026"
    cancel_number(actor=cast.tkksd, issued=IssuedNumber.objects.get(row=row.pk), reason="keliru")
    assert "Nomor dibatalkan" in client.get(page).content.decode()


def test_the_page_asks_again_about_a_number_in_use_and_keeps_what_was_typed(
    cast: Cast, text: Naskah, signed_in: Any
) -> None:
    elsewhere(cast)
    IssuedNumber.objects.create(
        region=cast.kukar, kind="surat-pengantar", label="Surat pengantar", year=2026, number="R/1", dated=clock.today(),
        subject="x", issued_by=cast.officer, issued_name="x",
    )  # fmt: skip
    client = signed_in(cast.tkksd)
    page = reverse("agreements:recommendations", args=[text.public_id])
    token = client.get(page).context["form"]["form_token"].value()
    sent = {"form_token": token, "advice": "tandatangani", "dated": "2026-11-20", "note": "Catatan saya"}
    assert client.post(page, sent).status_code == 422
    refused = client.post(page, {**sent, "number": "R/1"})
    assert refused.status_code == 409
    assert "Pakai nomor yang sama" in refused.content.decode()
    assert "Catatan saya" in refused.content.decode()
    assert client.post(page, {**sent, "number": "R/1", "again": "on"}).status_code == 302


# -------------------------------------------------------------------------------------------------- minutes


@pytest.fixture
def running(cast: Cast) -> Play:
    play = Play(cast)
    play.to("pelaksanaan")
    return play


def test_minutes_take_a_number_when_asked_and_stand_in_the_book_with_their_words(
    cast: Cast, running: Play
) -> None:
    entry = dispute(running, cast.officer, take=True).entries.get()
    assert entry.number == "1/BA/KSD/2026"
    kept = IssuedNumber.objects.get(kind="berita-acara-masalah")
    assert (kept.row, kept.label, kept.region) == (entry.pk, "Berita Acara musyawarah", cast.kukar)
    assert kept.words["number"] == entry.number
    assert "Biaya contoh" in kept.subject


def test_minutes_are_counted_by_who_writes_them(cast: Cast, running: Play) -> None:
    row = dispute(running, cast.partner, take=True)
    proceedings.take_step(
        actor=cast.head,
        proceeding_row=row,
        step="tkksd_provinsi",
        on=clock.today(),
        text="Dimediasi",
        take=True,
    )
    books = {(each.region, each.number) for each in IssuedNumber.objects.filter(kind="berita-acara-masalah")}
    assert books == {(cast.kubar, "1/BA/KSD/2026"), (cast.kaltim, "1/BA/KSD/2026")}


@pytest.mark.parametrize("said", [{}, {"number": "BA/Kubar/3"}, {"number": "BA/Kubar/3", "take": True}])
def test_without_the_wish_or_with_the_partners_number_the_book_stays_as_it_was(
    cast: Cast, running: Play, said: dict[str, Any]
) -> None:
    entry = dispute(running, cast.officer, **said).entries.get()
    assert entry.number == said.get("number", "")
    assert not IssuedNumber.objects.filter(kind="berita-acara-masalah").exists()


def test_a_step_whose_paper_is_no_minutes_takes_no_number(cast: Cast, running: Play) -> None:
    row = dispute(running, cast.officer)
    proceedings.take_step(
        actor=cast.officer,
        proceeding_row=row,
        step="selesai_musyawarah",
        on=clock.today(),
        text="Sepakat",
        take=True,
    )
    assert [entry.number for entry in row.entries.all()] == ["", ""]
    assert not IssuedNumber.objects.filter(kind="berita-acara-masalah").exists()


def test_minutes_of_an_office_that_numbers_elsewhere_are_typed_and_entered(cast: Cast, running: Play) -> None:
    elsewhere(cast)
    assert dispute(running, cast.officer, title="Satu", take=True).entries.get().number == ""
    assert dispute(running, cast.officer, title="Dua", number="BA/1").entries.get().number == "BA/1"
    with pytest.raises(DomainError, match="sudah tercatat untuk Berita Acara musyawarah"):
        dispute(running, cast.officer, title="Tiga", number="BA/1")
    assert dispute(running, cast.officer, title="Empat", number="BA/1", again=True).entries.exists()


def test_minutes_of_an_older_year_take_no_number_of_this_count(cast: Cast, running: Play) -> None:
    with pytest.raises(DomainError, match="tahun ini atau tahun lalu"):
        dispute(running, cast.officer, on=date(2024, 5, 2), take=True)
    assert not Proceeding.objects.exists()
    assert dispute(running, cast.officer, on=date(2024, 5, 2), number="BA/2024").entries.exists()


def test_the_form_offers_the_next_number_where_minutes_are_written(
    cast: Cast, running: Play, signed_in: Any
) -> None:
    client = signed_in(cast.partner)
    case = running.case.public_id
    page = reverse("agreements:proceeding_new", args=[case, "perselisihan_daerah", "musyawarah"])
    form = client.get(page)
    assert "1/BA/KSD/2026" in form.content.decode()
    sent = {
        "form_token": form.context["form"]["form_token"].value(), "title": "Biaya", "on": "2026-11-20", "text": "Belum",
        "take": "on",
    }  # fmt: skip
    assert client.post(page, {**sent, "on": "kapan"}).status_code == 422
    assert [client.post(page, sent).status_code for _time in range(2)] == [302, 302]
    issued = IssuedNumber.objects.get(kind="berita-acara-masalah")
    minutes = reverse("agreements:proceeding_minutes", args=[case, issued.row])
    said = words(client.post(minutes, {"bentuk": "docx"}))
    assert "1/BA/KSD/2026" in said
    # Under the letterhead of the region that wrote them, not of the first party.
    assert "PEMERINTAH KABUPATEN KUTAI BARAT" in said
    assert "PEMERINTAH KABUPATEN KUTAI KARTANEGARA" not in said
    cancel_number(actor=cast.partner, issued=issued, reason="keliru")
    shown = client.get(reverse("agreements:proceedings", args=[case])).content.decode()
    assert "Nomor dibatalkan" in shown
    plain = reverse("agreements:proceeding_new", args=[case, "konsultasi", "diajukan"])
    assert "take" not in client.get(plain).context["form"].fields


def test_a_national_officer_who_settles_takes_no_number_of_a_region(cast: Cast, running: Play) -> None:
    minister = factories.person("kemendagri", ("biro_head", cast.nation))
    row = dispute(running, cast.officer)
    assert proceedings.acting_in(minister, running.case, proceedings.SETTLE)
    proceedings.take_step(
        actor=minister, proceeding_row=row, step="tkksd_provinsi", on=clock.today(), text="x", take=True
    )
    assert not IssuedNumber.objects.filter(kind="berita-acara-masalah").exists()
