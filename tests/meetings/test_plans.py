"""The KAK and the speeches of a meeting."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.documents.letters import letter_docx, letter_html
from ksd.core.errors import ImpossibleStep, NotAllowed, StaleForm
from meetings.documents.plans import plan_letter
from meetings.models import MeetingPlan, Speech
from meetings.services import change_state
from meetings.services.plans import PlanData, plan_of, write_plan
from meetings.services.speeches import SpeechData, drop_speech, save_speech
from tests.meetings.rows import meeting

WORDS = PlanData(
    background="Perlu <b>selaras</b>.",
    legal_basis="Peraturan A\nPeraturan B",
    aim="Sepakat.",
    responsible="Kepala Biro",
    budget=Decimal(125_000_000),
    budget_source="DPA contoh",
)
SPEECH = SpeechData(
    title="Sambutan Bupati",
    owner="Bupati Contoh",
    owner_title="Bupati",
    reader="Asisten Contoh",
    reader_title="Asisten I",
)
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@pytest.fixture
def row(cast):
    return meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar))


def kak(client, row):
    address = f"{row.get_absolute_url()}kak/"
    form = client.get(address).context["form"]
    return address, {name: "" if (value := form[name].value()) is None else value for name in form.fields}


def test_a_kak_begins_with_what_the_meeting_knows(cast, row):
    begun = plan_of(row)
    assert not begun.pk
    assert begun.audience == "Pemerintah Kabupaten Kutai Kartanegara\nPemerintah Kabupaten Kutai Barat"
    assert begun.responsible == "Pemerintah Provinsi Kalimantan Timur"


def test_the_kak_is_written_with_a_trace_that_names_the_parts(cast, row):
    write_plan(actor=cast.biro, meeting=row, data=WORDS, seen_revision=0)
    write_plan(actor=cast.biro, meeting=row, data=WORDS, seen_revision=1)
    assert MeetingPlan.objects.get().revision == 1
    events = list(row.events.filter(step="kak"))
    assert len(events) == 1
    assert "latar belakang" in events[0].reason


def test_two_writers_of_one_kak_do_not_overwrite_each_other(cast, row):
    write_plan(actor=cast.biro, meeting=row, data=WORDS, seen_revision=0)
    with pytest.raises(StaleForm, match="orang lain mengubah KAK ini"):
        write_plan(actor=cast.head, meeting=row, data=PlanData(aim="Lain"), seen_revision=0)
    assert MeetingPlan.objects.get().aim == "Sepakat."


@pytest.mark.parametrize("state", ["selesai", "dibatalkan"])
def test_a_closed_meeting_takes_no_kak_and_no_speech_until_it_is_opened_again(cast, state):
    row = meeting(cast.biro, cast.kaltim, state=state)
    speech = Speech.objects.create(meeting=row, title="S", owner="O", owner_title="B")
    for act in (
        lambda: write_plan(actor=cast.biro, meeting=row, data=WORDS),
        lambda: save_speech(actor=cast.biro, meeting=row, data=SPEECH),
        lambda: save_speech(actor=cast.biro, meeting=row, data=SPEECH, speech=speech),
        lambda: drop_speech(actor=cast.biro, meeting=row, speech=speech),
    ):
        with pytest.raises(ImpossibleStep, match="datanya dikunci"):
            act()
    if state == "selesai":
        change_state(actor=cast.biro, meeting=row, code="buka_kembali", reason="Ada yang tertinggal")
        write_plan(actor=cast.biro, meeting=row, data=WORDS)
        assert [event.step for event in row.events.all()][:2] == ["kak", "buka_kembali"]


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "admin", "nobody"])
def test_who_does_not_manage_the_meeting_writes_nothing(cast, row, who):
    with pytest.raises(NotAllowed):
        write_plan(actor=getattr(cast, who), meeting=row, data=WORDS)
    with pytest.raises(NotAllowed):
        save_speech(actor=getattr(cast, who), meeting=row, data=SPEECH)


def test_a_kak_reads_as_a_paper_in_pdf_and_docx(cast, row):
    plan = write_plan(actor=cast.biro, meeting=row, data=WORDS)
    html = letter_html(plan_letter(row, plan))
    for words in (
        "Kerangka Acuan Kegiatan (KAK)",
        "Perlu &lt;b&gt;selaras&lt;/b&gt;.",
        "Rp125.000.000 (seratus dua puluh lima juta rupiah)",
        "Selasa, 15 Desember 2026",
        "Kepala Biro,",
    ):
        assert words in html, words
    assert "Narasumber" not in html
    assert letter_docx(plan_letter(row, plan)).startswith(b"PK")


def test_the_page_keeps_all_that_was_typed_when_something_is_wrong(cast, signed_in, row):
    client = signed_in(cast.biro)
    address, given = kak(client, row)
    refused = client.post(address, given | {"aim": "Kalimat panjang saya", "budget": "-5"})
    assert refused.status_code == 422
    assert "Kalimat panjang saya" in refused.content.decode()
    assert not MeetingPlan.objects.exists()
    assert client.post(address, given | {"aim": "Tujuan", "budget": "5000000"}).status_code == 302
    assert client.post(f"{address}cetak/", {"bentuk": "docx"}).content.startswith(b"PK")
    assert client.post(f"{address}cetak/", {"bentuk": "pdf"}).status_code == 302


def test_after_a_clash_the_page_shows_both_and_a_second_saving_decides(cast, signed_in, row):
    client = signed_in(cast.biro)
    address, given = kak(client, row)
    write_plan(actor=cast.head, meeting=row, data=PlanData(aim="Tujuan orang lain"))
    clash = client.post(address, given | {"aim": "Tujuan saya"})
    text = clash.content.decode()
    assert clash.status_code == 409
    assert "Tujuan saya" in text
    assert "Tujuan orang lain" in text
    again = given | {"aim": "Tujuan saya", "seen_revision": clash.context["form"]["seen_revision"].value()}
    assert client.post(address, again).status_code == 302
    assert MeetingPlan.objects.get().aim == "Tujuan saya"


def test_a_closed_meeting_shows_its_kak_without_a_button(cast, signed_in, row):
    write_plan(actor=cast.biro, meeting=row, data=WORDS)
    type(row).objects.update(state="selesai")
    client = signed_in(cast.biro)
    address, given = kak(client, row)
    assert "Simpan KAK" not in client.get(address).content.decode()
    assert client.post(address, given).status_code == 409
    assert client.post(f"{address}cetak/", {"bentuk": "docx"}).status_code == 200


# speeches


def test_a_speech_has_an_owner_and_a_reader(cast, row):
    speech = save_speech(actor=cast.biro, meeting=row, data=SPEECH)
    assert speech.spoken_by == "Bupati Bupati Contoh, dibacakan oleh Asisten I Asisten Contoh"
    assert row.events.filter(step="sambutan").count() == 1


def test_a_speech_is_noted_with_its_file_read_by_all_and_taken_off_again(
    cast, signed_in, row, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    client = signed_in(cast.biro)
    page = f"{row.get_absolute_url()}sambutan/"
    form = client.get(f"{page}baru/").context["form"]
    given = {
        "form_token": form["form_token"].value(),
        "title": "Sambutan Bupati",
        "owner": "Bupati Contoh",
        "owner_title": "Bupati",
        "reader_title": "Asisten I",
        "order": "1",
    }
    refused = client.post(f"{page}baru/", given)
    assert refused.status_code == 422
    assert "Tuliskan nama pembacanya." in refused.content.decode()
    disguised = SimpleUploadedFile("pidato.pdf", b"MZ\x90\x00program")
    refused = client.post(f"{page}baru/", given | {"reader": "Asisten Contoh", "upload": disguised})
    assert refused.status_code == 422
    assert "Asisten Contoh" in refused.content.decode()
    kept = given | {"reader": "Asisten Contoh", "upload": SimpleUploadedFile("pidato.pdf", PDF)}
    assert client.post(f"{page}baru/", kept).status_code == 302
    speech = Speech.objects.get()
    reader = signed_in(cast.observer)
    text = reader.get(page).content.decode()
    assert "dibacakan oleh" in text
    assert "Hapus" not in text
    assert b"".join(reader.get(f"{page}{speech.pk}/berkas/")) == PDF
    assert signed_in(cast.stranger).get(f"{page}{speech.pk}/berkas/").status_code == 404
    client = signed_in(cast.biro)
    assert client.post(f"{page}{speech.pk}/hapus/").status_code == 302
    assert "Dihapus: Sambutan Bupati" in row.events.first().reason
    assert client.post(f"{page}{speech.pk}/hapus/").status_code == 404
