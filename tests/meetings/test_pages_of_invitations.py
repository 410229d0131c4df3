"""Pages of invitations for anonymous people, strangers, regions invited and the secretariat."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Invitee, Meeting, MeetingLetter, Sending
from meetings.services import change_state
from meetings.services.standing_letters import standing_letter
from meetings.tasks import sendings
from tests.meetings.invitation_rows import agreed, invited, issued, letter_data, sent, work


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch):
    monkeypatch.setattr(sendings, "paper_of", lambda _letter: None)


@pytest.fixture
def row(cast):
    return agreed(cast)


def page_of(row, name="invitations", **more):
    return reverse(f"meetings:{name}", kwargs={"public_id": row.public_id, **more})


def token_of(client, address):
    return {"form_token": client.get(address).context["form"]["form_token"].value()}


def text_of(answer):
    return answer.content.decode()


def test_the_whole_way_from_ticks_to_answers(cast, signed_in, row):
    """The Biro ticks, writes, looks, issues and sends; the region answers; the Biro reads it."""
    client = signed_in(cast.biro)
    assert "Daftar undangan masih kosong" in text_of(client.get(page_of(row)))
    choose = page_of(row, "invitees_choose")
    page = client.get(choose)
    assert 'value="64.02-kepala" checked' in text_of(page)
    given = token_of(client, choose) | {"keys": ["64.02-kepala", "64.07-kepala"]}
    assert client.post(choose, given)["Location"] == page_of(row)
    assert "2 undangan ditambahkan." in text_of(client.get(page_of(row)))
    edit = page_of(row, "letter_edit")
    form = client.get(edit).context["form"]
    words = {name: form[name].value() or "" for name in form.fields} | {"signer_name": "Contoh Sekda"}
    preview = client.post(edit, words)["Location"]
    shown = client.get(preview)
    assert "Konsep, belum diterbitkan" in shown.context["sheet"]
    issue = page_of(row, "letter_issue")
    assert "Nomor berikutnya dari buku nomor" in text_of(client.get(issue))
    assert client.post(issue, token_of(client, issue) | {"dated": "2026-11-21"})["Location"] == page_of(row)
    text = text_of(client.get(page_of(row)))
    assert "2 peserta belum dikirimi surat undangan." in text
    answer = client.post(page_of(row, "letter_send"), follow=True)
    assert "Tidak ada peserta dengan alamat surel" in text_of(answer)
    assert "Perlu dihubungi dengan cara lain" in text_of(answer)
    row.refresh_from_db()
    assert row.state == "undangan_terkirim"
    head = row.invitees.get(region=cast.kukar)
    officer = signed_in(cast.officer)
    for address in ("/", "/pekerjaan/"):
        assert "Undangan rapat yang belum dijawab" in text_of(officer.get(address))
    mine = text_of(officer.get(page_of(row)))
    assert "Undangan daerah Anda (1)" in " ".join(mine.split())
    assert "Kutai Barat" not in mine.split("Undangan daerah Anda")[1]
    reply = page_of(row, "invitee_answer", code=head.public_id)
    given = token_of(officer, reply) | {"answer": "hadir", "people": "2"}
    assert officer.post(reply, given)["Location"] == page_of(row)
    assert officer.post(reply, given)["Location"] == page_of(row), "sent twice, answered once"
    assert head.answers.count() == 1
    assert "Undangan rapat yang belum dijawab" not in text_of(officer.get("/"))
    assert "akan datang 2 orang" in text_of(signed_in(cast.biro).get(page_of(row)))


def test_a_fresh_link_is_shown_once_with_words_to_copy(cast, signed_in, row, client):
    invitee = invited(cast, row, email="", phone="0812-0000")
    sent(cast, row)
    address = page_of(row, "invitee_link", code=invitee.public_id)
    shown = signed_in(cast.biro).post(address)
    text = text_of(shown)
    assert shown["Cache-Control"].count("no-store")
    assert "mengundang Bapak/Ibu/Saudara pada:" in shown.context["words"]
    assert shown.context["url"] in shown.context["words"]
    assert "0812-0000" in text
    assert client.get(address).status_code == 405
    client.logout()
    assert client.get("/" + shown.context["url"].split("/", 3)[3]).status_code == 200


def test_the_page_asks_for_the_letter_that_is_due(cast, signed_in, row):
    invited(cast, row)
    sent(cast, row)
    Meeting.objects.update(place="Samarinda")
    client = signed_in(cast.biro)
    for address in (page_of(row), row.get_absolute_url()):
        assert "Kirim surat perubahan" in text_of(client.get(address))
    change_state(actor=cast.biro, meeting=row, code="batalkan", reason="Banjir")
    text = text_of(client.get(page_of(row)))
    assert "Susun surat pembatalan" in text
    assert client.get(page_of(row, "letter_edit")).status_code == 200
    assert client.get(page_of(row, "invitee_add")).status_code == 409
    assert "Kirim surat perubahan" not in text_of(signed_in(cast.officer).get(row.get_absolute_url()))


def test_anonymous_people_are_sent_to_sign_in(client, cast, row):
    invitee = invited(cast, row)
    for name in ("invitations", "invitees_choose", "letter_edit"):
        assert client.get(page_of(row, name))["Location"].startswith("/akun/")
    assert client.post(page_of(row, "invitee_link", code=invitee.public_id))["Location"].startswith("/akun/")


def test_before_the_letter_a_region_reads_nothing_of_the_list(cast, signed_in, row):
    invited(cast, row, name="Rahasia Dulu")
    text = text_of(signed_in(cast.officer).get(page_of(row)))
    assert "Rahasia Dulu" not in text
    assert "Undangan muncul di sini setelah suratnya terbit." in text


@pytest.mark.parametrize(
    ("who", "status"), [("stranger", 404), ("nobody", 404), ("officer", 403), ("observer", 403)]
)
def test_only_the_secretariat_manages(cast, signed_in, row, who, status):
    invitee = invited(cast, row)
    issued(cast, row)
    client = signed_in(getattr(cast, who))
    shown = ("invitees_choose", "invitee_add", "letter_edit", "letter_issue")
    posted = ("invitees_copy", "invitees_remind", "letter_send")
    lines = ("invitee_edit", "invitee_strike")
    assert {client.get(page_of(row, name)).status_code for name in (*shown, "letter_preview")} == {status}
    assert {client.post(page_of(row, name)).status_code for name in (*shown, *posted)} == {status}
    assert {
        client.post(page_of(row, name, code=invitee.public_id)).status_code
        for name in (*lines, "invitee_move", "invitee_link")
    } == {status}


def test_a_line_of_another_meeting_is_not_found_here(cast, signed_in, row):
    other = agreed(cast, title="Lain (contoh)")
    invitee = invited(cast, other)
    client = signed_in(cast.biro)
    for name in ("invitee_edit", "invitee_strike", "invitee_answer"):
        assert client.get(page_of(row, name, code=invitee.public_id)).status_code == 404
    letter = issued(cast, other)
    assert client.post(page_of(row, "letter_paper", pk=letter.pk)).status_code == 404


def test_an_issued_letter_is_handed_to_the_region_and_a_draft_only_to_its_writers(cast, signed_in, row):
    invited(cast, row)
    letter = issued(cast, row)
    client = signed_in(cast.officer)
    answer = client.post(page_of(row, "letter_paper", pk=letter.pk), {"bentuk": "docx"})
    assert answer["Content-Disposition"].endswith('.docx"')
    assert client.post(page_of(row, "letter_paper", pk=letter.pk), {"bentuk": "pdf"}).status_code == 302
    sent_letter = MeetingLetter.objects.create(
        meeting=row, kind="perubahan", sequence=9, signer_title="x", signer_name="x", created_by=cast.biro
    )
    assert client.post(page_of(row, "letter_paper", pk=sent_letter.pk), {"bentuk": "docx"}).status_code == 403
    assert (
        signed_in(cast.biro)
        .post(page_of(row, "letter_paper", pk=sent_letter.pk), {"bentuk": "docx"})
        .status_code
        == 200
    )


def test_what_is_filled_in_wrongly_comes_back_with_words(cast, signed_in, row):
    client = signed_in(cast.biro)
    choose, add, edit = (page_of(row, name) for name in ("invitees_choose", "invitee_add", "letter_edit"))
    answer = client.post(choose, token_of(client, choose))
    assert (answer.status_code, "Centang sedikitnya satu undangan." in text_of(answer)) == (422, True)
    assert client.post(choose, token_of(client, choose) | {"keys": ["x\x00"]}).status_code == 422
    given = token_of(client, add) | {"title": "Dosen", "role": "narasumber", "email": "dosen@contoh.test"}
    answer = client.post(add, given)
    assert (answer.status_code, "Isi daerah atau instansinya." in text_of(answer)) == (422, True)
    assert "dosen@contoh.test" in text_of(answer)
    invited(cast, row)
    words = vars(letter_data(row)) | token_of(client, edit)
    answer = client.post(edit, words | {"signer_for": "", "opening": "x" * 5001})
    assert answer.status_code == 422
    assert "Tuliskan jabatan yang diatasnamakan." in text_of(answer)
    assert client.post(edit, words).status_code == 302
    issue = page_of(row, "letter_issue")
    answer = client.post(issue, token_of(client, issue) | {"dated": "2026-11-30"})
    assert (answer.status_code, "masa depan" in text_of(answer)) == (422, True)


def test_impossible_steps_are_conflicts_with_words(cast, signed_in, row):
    client = signed_in(cast.biro)
    for name in ("letter_send", "invitees_remind", "invitees_copy"):
        assert client.post(page_of(row, name)).status_code == 409
    assert client.get(page_of(row, "letter_issue")).status_code == 404, "no draft"
    invitee = invited(cast, row)
    answer = page_of(row, "invitee_answer", code=invitee.public_id)
    assert client.get(answer).status_code == 409
    Meeting.objects.update(state="selesai")
    assert client.get(page_of(row, "letter_edit")).status_code == 409
    for name in ("invitee_move", "invitee_link"):
        assert client.post(page_of(row, name, code=invitee.public_id)).status_code == 409


def test_striking_out_is_asked_first(cast, signed_in, row):
    invitee = invited(cast, row)
    client = signed_in(cast.biro)
    address = page_of(row, "invitee_strike", code=invitee.public_id)
    assert "tautan jawabannya ditutup" in text_of(client.get(address))
    assert client.post(address, token_of(client, address)).status_code == 302
    text = text_of(client.get(page_of(row)))
    assert "Dicoret (1)" in text


def test_the_page_costs_the_same_for_one_and_for_twenty(cast, signed_in, row):
    invited(cast, row)
    sent(cast, row)
    work()
    assert len(mail.outbox) == 1

    def cost(user):
        client = signed_in(user)
        client.get(page_of(row))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(page_of(row)).status_code == 200
        return len(queries)

    few = {name: cost(getattr(cast, name)) for name in ("biro", "officer")}
    letter = standing_letter(row)
    assert letter is not None
    for number in range(20):
        extra = Invitee.objects.create(
            meeting=row,
            region=cast.kukar,
            title=f"Undangan {number}",
            email=f"{number}@contoh.test",
            invited_by_letter=letter,
        )
        Sending.objects.create(invitee=extra, letter=letter, state="terkirim", email=extra.email)
    assert {name: cost(getattr(cast, name)) for name in ("biro", "officer")} == few
