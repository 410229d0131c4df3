"""Answers to invitations: by a link used once, by an account of the region, by the secretariat; every refusal by its words."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from meetings.choices import Answer
from meetings.models import ActLink, AnswerEntry, Meeting
from meetings.services import change_state
from meetings.services.answering import AnswerData, answer_by_account, answer_by_link, fresh_link
from meetings.services.invitees import strike_out
from meetings.services.links import link_of, new_link
from meetings.tasks import sendings
from tests.meetings.invitation_rows import agreed, invited, link_in, sent, work
from tests.meetings.rows import moment

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
DELEGATE = {
    "answer": "diwakili", "people": "2", "delegate_name": "Wakil (contoh)", "delegate_title": "Kabag", "delegate_phone": "0812",
    "delegate_email": "wakil@kukar.test", "mandate_number": "ST-1", "remark": "Datang siang",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch):
    monkeypatch.setattr(sendings, "paper_of", lambda _letter: None)


@pytest.fixture
def row(cast):
    row = agreed(cast)
    invited(cast, row)
    sent(cast, row)
    work()
    row.refresh_from_db()
    return row


@pytest.fixture
def invitee(row):
    return row.invitees.get()


@pytest.fixture
def address(row):
    return link_in(mail.outbox[-1])


def text_of(answer):
    return answer.content.decode()


def test_the_page_behind_the_link_shows_the_meeting_and_nothing_else(client, row, address):
    invited_too = row.invitees.create(title="Rahasia-Lain", organisation="X", email="lain@contoh.test")
    page = client.get(address)
    assert page.status_code == 200
    words = text_of(page)
    assert "Selasa, 15 Desember 2026" in words
    assert "08.00 WITA s.d. 16.00 WITA" in words
    assert "Asisten I (contoh)" in words
    assert invited_too.title not in words
    assert "asisten@kukar.test" not in words
    assert page["Referrer-Policy"] == "same-origin"
    assert "noindex" in page["X-Robots-Tag"]
    assert "no-store" in page["Cache-Control"]
    assert ActLink.objects.get().opened_at is not None


def test_an_invitee_comes(client, row, invitee, address):
    answer = client.post(address, {"answer": "hadir", "people": "3", "remark": ""})
    assert answer["Location"] == address
    invitee.refresh_from_db()
    assert (invitee.answer, invitee.people, invitee.answered_through) == ("hadir", 3, "tautan")
    words = text_of(client.get(address))
    assert "Jawaban yang tercatat: Hadir" in words
    assert "hanya berlaku satu kali" in words
    assert "mintalah tautan baru" in words
    before = Meeting.objects.get(pk=row.pk).pulse
    assert before > row.pulse


def test_a_delegate_comes_with_a_letter_of_assignment(client, invitee, address, cast, signed_in):
    file = SimpleUploadedFile("tugas.pdf", PDF, "application/pdf")
    assert client.post(address, DELEGATE | {"mandate_file": file}).status_code == 302
    invitee.refresh_from_db()
    assert invitee.comes == ("Wakil (contoh)", "Kabag")
    assert (invitee.mandate_number, invitee.mandate_file.name) == ("ST-1", "tugas.pdf")
    assert invitee.mandate_file.created_by is None
    entry = AnswerEntry.objects.get()
    assert (entry.answer, entry.comes, entry.through, entry.actor) == (
        "diwakili",
        "Wakil (contoh), Kabag",
        "tautan",
        None,
    )
    public = text_of(client.get(address))
    assert "0812" not in public
    assert "wakil@kukar.test" not in public
    paper = reverse("meetings:invitee_mandate", args=[invitee.meeting.public_id, invitee.public_id])
    statuses = {}
    for name in ("biro", "officer", "partner", "stranger"):
        answer = signed_in(getattr(cast, name)).get(paper)
        statuses[name] = answer.status_code
        answer.close()
    assert statuses == {"biro": 200, "officer": 200, "partner": 404, "stranger": 404}


def test_an_invitee_stays_away(client, invitee, address):
    client.post(address, {"answer": "tidak_hadir", "people": "9", "remark": "Dinas luar"})
    invitee.refresh_from_db()
    assert (invitee.answer, invitee.people, invitee.remark) == ("tidak_hadir", 1, "Dinas luar")


def test_a_link_answers_once_however_often_it_is_sent(client, invitee, address):
    client.post(address, {"answer": "hadir", "people": "1"})
    again = client.post(address, {"answer": "tidak_hadir"})
    assert again.status_code == 409
    assert "sudah dipakai, dicabut, atau kedaluwarsa" in text_of(again)
    assert "Jawaban yang tercatat: Hadir" in text_of(again)
    invitee.refresh_from_db()
    assert invitee.answer == "hadir"
    assert AnswerEntry.objects.count() == 1


def test_an_answer_closes_every_other_link_of_the_invitee(client, cast, invitee, address):
    newer = fresh_link(actor=cast.biro, invitee=invitee)
    assert "sudah diganti dengan yang lebih baru" in text_of(client.get(address))
    path = "/" + newer.split("/", 3)[3]
    assert client.post(path, {"answer": "hadir", "people": "1"}).status_code == 302
    assert "Undangan ini sudah dijawab lewat jalan lain" in text_of(client.get(address))
    assert client.post(address, {"answer": "tidak_hadir"}).status_code == 409


def test_an_answer_is_changed_by_a_new_link_until_the_meeting_ends(client, cast, invitee, address):
    client.post(address, DELEGATE | {"mandate_file": SimpleUploadedFile("a.pdf", PDF)})
    path = "/" + fresh_link(actor=cast.biro, invitee=invitee).split("/", 3)[3]
    assert "Jawaban baru menggantikannya" in text_of(client.get(path))
    client.post(path, {"answer": "hadir", "people": "1"})
    invitee.refresh_from_db()
    assert (invitee.answer, invitee.delegate_name, invitee.mandate_file) == ("hadir", "", None)
    assert [entry.answer for entry in AnswerEntry.objects.order_by("pk")] == ["diwakili", "hadir"]


def test_the_letter_of_assignment_stays_while_the_same_delegate_comes(cast, invitee):
    said = AnswerData(
        answer="diwakili",
        delegate_name="Wakil",
        delegate_title="Kabag",
        mandate_file=SimpleUploadedFile("a.pdf", PDF),
    )
    answer_by_account(actor=cast.officer, invitee=invitee, data=said)
    again = AnswerData(answer="diwakili", delegate_name="Wakil", delegate_title="Kabag", people=2)
    assert answer_by_account(actor=cast.officer, invitee=invitee, data=again).mandate_file.name == "a.pdf"
    other = AnswerData(answer="diwakili", delegate_name="Orang lain", delegate_title="Kabag")
    changed = answer_by_account(actor=cast.officer, invitee=invitee, data=other)
    assert changed.mandate_file is None
    assert changed.lacks_mandate


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Pilih salah satu jawaban."),
        ({"answer": "mungkin"}, "mungkin"),
        ({"answer": "belum"}, "belum"),
        ({"answer": "hadir", "people": "0"}, "1"),
        ({"answer": "hadir", "people": "51"}, "50"),
        ({"answer": "hadir", "people": "9" * 40}, "50"),
        ({"answer": "diwakili"}, "Tuliskan nama yang mewakili."),
        ({"answer": "diwakili", "delegate_name": "W"}, "Tuliskan jabatan yang mewakili."),
        ({"answer": "diwakili", "delegate_name": "W" * 400, "delegate_title": "K"}, "150"),
        ({"answer": "hadir", "delegate_email": "bukan surel"}, "surel"),
        ({"answer": "hadir", "remark": "a\x00b"}, "null"),
    ],
)
def test_a_bad_answer_comes_back_with_words_and_the_link_alive(client, address, invitee, given, words):
    answer = client.post(address, {"remark": "Tetap ada"} | given)
    assert answer.status_code == 422
    text = text_of(answer)
    assert words.lower() in text.lower()
    if "remark" not in given:
        assert "Tetap ada" in text
    assert ActLink.objects.get().is_alive
    invitee.refresh_from_db()
    assert invitee.answer == Answer.BELUM


def photo(size):
    target = BytesIO()
    Image.new("RGB", (40, 40)).save(target, "JPEG")
    return target.getvalue() + b"\x00" * (size - len(target.getvalue()))


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (("foto.jpg", photo(21 * 1024 * 1024)), "paling besar 20"),
        (
            ("tugas.pdf", b"MZ\x90\x00" + b"\x00" * 200),
            "Isi berkas bukan PDF walaupun namanya berakhiran itu",
        ),
        (("virus.exe", b"MZ\x90\x00"), "tidak diterima"),
        (("kosong.pdf", b""), "kosong"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_and_nothing_typed_is_lost(
    client, address, invitee, file, words
):
    answer = client.post(address, DELEGATE | {"mandate_file": SimpleUploadedFile(*file)})
    assert answer.status_code == 422
    text = text_of(answer)
    assert words in text
    for kept in ("Wakil (contoh)", "Kabag", "0812", "wakil@kukar.test", "ST-1", "Datang siang"):
        assert kept in text
    if file[1]:
        assert "Pilih lagi berkasnya" in text
    invitee.refresh_from_db()
    assert invitee.answer == Answer.BELUM
    assert client.post(address, DELEGATE).status_code == 302


CLOSED = {
    "dibatalkan": "Rapat ini dibatalkan",
    "ditunda": "Rapat ini ditunda",
    "rencana": "belum atau tidak lagi berlaku",
    "selesai": "belum atau tidak lagi berlaku",
}


@pytest.mark.parametrize("state", CLOSED)
def test_a_link_of_a_meeting_that_does_not_stand_says_so(client, cast, address, invitee, state):
    words = CLOSED[state]
    Meeting.objects.update(state=state)
    page = client.get(address)
    assert page.status_code == 200
    assert words in text_of(page)
    assert "Kirim jawaban" not in text_of(page)
    answer = client.post(address, {"answer": "hadir", "people": "1"})
    assert answer.status_code == 409
    assert words in text_of(answer)
    assert ActLink.objects.get().used_at is None
    with pytest.raises(ImpossibleStep, match=words):
        answer_by_account(actor=cast.officer, invitee=invitee, data=AnswerData(answer="hadir"))


def test_after_the_end_and_after_striking_out_nothing_is_answered(client, cast, address, invitee):
    with clock.frozen(moment(15, 17)):
        assert "sudah berakhir" in text_of(client.get(address))
        assert client.post(address, {"answer": "hadir", "people": "1"}).status_code == 409
        with pytest.raises(ImpossibleStep, match="sudah berakhir"):
            fresh_link(actor=cast.biro, invitee=invitee)
    strike_out(actor=cast.biro, invitee=invitee)
    assert "sudah dicoret" in text_of(client.get(address))
    assert client.post(address, {"answer": "hadir", "people": "1"}).status_code == 409


def test_an_expired_link_says_how_to_get_another(client, address):
    ActLink.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    text = text_of(client.get(address))
    assert "Masa berlaku tautan ini sudah lewat" in text
    assert "mintalah tautan baru" in text
    assert client.post(address, {"answer": "hadir", "people": "1"}).status_code == 409


def test_a_link_that_never_was_is_unknown_and_guessing_is_slowed(client, row, settings):
    unknown = reverse("rsvp:answer", args=["x" * 43])
    assert client.get(unknown).status_code == 404
    assert "tidak lengkap tersalin" in text_of(client.get(unknown))
    statuses = {client.post(unknown, {"answer": "hadir"}).status_code for _n in range(25)}
    assert statuses == {404, 429}
    assert client.get(reverse("rsvp:entry", args=["x" * 43])).status_code in {404, 429}


def test_the_holder_saves_the_entry_while_the_meeting_stands(client, cast, address, row):
    entry = client.get(f"{address}rapat.ics")
    assert entry["Content-Type"].startswith("text/calendar")
    assert b"METHOD:PUBLISH" in entry.content
    assert b"ATTENDEE" not in entry.content
    change_state(actor=cast.biro, meeting=row, code="batalkan", reason="Banjir")
    assert client.get(f"{address}rapat.ics").status_code == 409


def test_a_link_for_another_act_does_not_answer(invitee):
    token = new_link("konfirmasi", invitee=invitee)
    assert link_of(token, "jawab") is None


def test_the_service_itself_refuses_a_used_link(invitee, address):
    link = ActLink.objects.select_related("invitee__meeting").get()
    answer_by_link(link=link, data=AnswerData(answer="hadir"))
    with pytest.raises(ImpossibleStep, match="sudah dipakai"):
        answer_by_link(link=link, data=AnswerData(answer="tidak_hadir"))


@pytest.mark.parametrize(
    ("who", "through"),
    [("officer", "akun"), ("tkksd", "akun"), ("biro", "sekretariat"), ("head", "sekretariat")],
)
def test_the_own_region_and_the_secretariat_answer(cast, invitee, who, through):
    row = answer_by_account(actor=getattr(cast, who), invitee=invitee, data=AnswerData(answer="hadir"))
    assert (row.answered_through, row.answered_by) == (through, getattr(cast, who))
    assert AnswerEntry.objects.get().actor == getattr(cast, who)


@pytest.mark.parametrize("who", ["partner", "observer", "stranger", "admin", "nobody"])
def test_nobody_else_answers(cast, invitee, who):
    with pytest.raises(NotAllowed, match="tidak berwenang menjawab"):
        answer_by_account(actor=getattr(cast, who), invitee=invitee, data=AnswerData(answer="hadir"))
    with pytest.raises(NotAllowed):
        fresh_link(actor=getattr(cast, who), invitee=invitee)


def test_before_its_letter_nobody_answers(cast):
    row = agreed(cast)
    invitee = invited(cast, row)
    with pytest.raises(ImpossibleStep, match="belum atau tidak lagi berlaku"):
        answer_by_account(actor=cast.officer, invitee=invitee, data=AnswerData(answer="hadir"))
