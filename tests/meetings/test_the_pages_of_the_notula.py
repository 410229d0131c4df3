"""The pages of the notula: who reads it when, nothing typed is lost, a form sent twice acts once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Correction, MeetingReport, Minutes
from meetings.services.corrections import Wish, propose_correction
from tests.meetings.minutes_rows import agree, came, out, signed, written
from tests.meetings.room_rows import held, point


@pytest.fixture
def row(cast):
    return held(cast)


def at(row, name="minutes", **more):
    return reverse(f"meetings:{name}", args=[row.public_id, *more.values()])


def typed(seen=0, mark="satu", **more):
    given = {
        "seen": seen, "form_token": mark, "nature": "Terbatas", "opened_at": "2026-11-21T08:00",
        "closed_at": "2026-11-21T09:00", "chair": "Contoh Pimpinan", "note_taker": "Contoh Notulis",
        "course": "Rapat dibuka.", "parts": 1, "title_0": "Acara 1", "part_0": "Kukar menyampaikan data.",
    }  # fmt: skip
    return given | more


def text(answer):
    return answer.content.decode()


def test_a_draft_is_for_its_writers_and_readers_wait(cast, row, signed_in):
    written(cast, row)
    assert "Rapat dibuka dengan doa." in text(signed_in(cast.biro).get(at(row)))
    waiting = text(signed_in(cast.officer).get(at(row)))
    assert "Notula belum dikirim" in waiting
    assert "Rapat dibuka dengan doa." not in waiting
    assert signed_in(cast.stranger).get(at(row)).status_code == 404
    assert signed_in(cast.officer).post(at(row, "minutes_file"), {"bentuk": "docx"}).status_code == 403


def test_the_editor_opens_filled_and_saves(cast, row, signed_in):
    point(cast.biro, row, "Menyusun PKS rujukan.")
    client = signed_in(cast.biro)
    page = text(client.get(at(row, "minutes_edit")))
    assert "Acara 3" in page
    assert "Menyusun PKS rujukan." in page
    assert 'value="2026-11-21T08:00"' in page
    assert client.post(at(row, "minutes_edit"), typed()).status_code == 302
    kept = Minutes.objects.get()
    assert (kept.course, kept.discussion) == ("Rapat dibuka.", "## Acara 1\nKukar menyampaikan data.")
    assert client.post(at(row, "minutes_edit"), typed()).status_code in {302, 409}
    assert Minutes.objects.get().revision == 1


def test_a_second_editor_sees_both_texts_and_may_then_save(cast, row, signed_in):
    written(cast, row)
    client = signed_in(cast.biro)
    answer = client.post(at(row, "minutes_edit"), typed(course="Punya saya."))
    assert answer.status_code == 409
    assert "Punya saya." in text(answer)
    assert "Rapat dibuka dengan doa." in text(answer)
    assert 'name="seen" value="1"' in text(answer)
    again = client.post(at(row, "minutes_edit"), typed(1, "dua", course="Disatukan."))
    assert again.status_code == 302
    assert Minutes.objects.get().course == "Disatukan."


@pytest.mark.parametrize(
    "more",
    [
        {"opened_at": "kapan"}, {"closed_at": "2026-11-21T07:00"}, {"course": "a\x00b"}, {"chair": "x" * 151},
        {"seen": "-1"}, {"parts": "banyak"}, {"parts": "999999"}, {"course": "x" * 20_001},
    ],
    ids=lambda more: str(more)[:30],
)  # fmt: skip
def test_bad_input_is_named_and_nothing_typed_is_lost(cast, row, signed_in, more):
    answer = signed_in(cast.biro).post(
        at(row, "minutes_edit"), typed(**({"conclusion": "Tetap di sini"} | more))
    )
    assert answer.status_code == 422
    assert "Tetap di sini" in text(answer)
    assert not Minutes.objects.exists()


@pytest.mark.parametrize(
    "query", ["koreksi=a%00", "koreksi=99999999999999999999", "koreksi=²", "koreksi=-1", "x=%ff"]
)
def test_a_strange_query_is_no_fault(cast, row, signed_in, query):
    written(cast, row)
    assert signed_in(cast.biro).get(f"{at(row, 'minutes_edit')}?{query}").status_code < 500


def test_a_region_corrects_and_the_editor_opens_beside_it(cast, row, signed_in):
    out(cast, row)
    client = signed_in(cast.officer)
    assert "Tanggapan daerah Anda" in text(client.get(at(row)))
    sent = {
        "region": cast.kukar.pk,
        "part": "jalannya",
        "text": "Doa oleh Kukar.",
        "name": "Contoh",
        "form_token": "k",
    }
    assert client.post(at(row, "correction_new"), sent).status_code == 302
    said = Correction.objects.get()
    assert client.get(at(row, "correction_answer", pk=said.pk)).status_code == 403
    biro = signed_in(cast.biro)
    answer = biro.post(
        at(row, "correction_answer", pk=said.pk), {"verdict": "terima", "reply": "", "form_token": "j"}
    )
    assert answer.url == f"{at(row, 'minutes_edit')}?koreksi={said.pk}"
    assert "Doa oleh Kukar." in text(biro.get(answer.url))
    assert biro.get(at(row, "correction_answer", pk=said.pk)).status_code == 409


@pytest.mark.parametrize(
    "more",
    [{"text": " "}, {"part": "lain"}, {"region": "0"}, {"region": "x"}, {"name": ""}, {"text": "a\x00"}],
)
def test_a_wrong_correction_comes_back_as_it_was_typed(cast, row, signed_in, more):
    out(cast, row)
    sent = {
        "region": cast.kukar.pk,
        "part": "jalannya",
        "text": "Begini.",
        "name": "Nama Tetap",
        "form_token": "k",
    }
    answer = signed_in(cast.officer).post(at(row, "correction_new"), sent | more)
    assert answer.status_code == 422
    assert not Correction.objects.exists()
    assert ("Nama Tetap" in text(answer)) or "name" in more


def test_a_refusal_without_reason_and_a_term_without_days_come_back(cast, row, signed_in):
    written(cast, row)
    client = signed_in(cast.biro)
    for days in ("0", "61", "sepuluh", ""):
        assert (
            client.post(at(row, "minutes_send"), {"days": days, "form_token": f"h{days}"}).status_code == 422
        )
    assert client.post(at(row, "minutes_send"), {"days": "7", "form_token": "h"}).status_code == 302
    said = propose_correction(
        actor=cast.officer, meeting=row, region=cast.kukar, wish=Wish("hadir", "x", "y")
    )
    url = at(row, "correction_answer", pk=said.pk)
    assert client.post(url, {"verdict": "tolak", "reply": "", "form_token": "t"}).status_code == 422


def test_the_sign_off_answers_409_until_all_spoke_and_afterwards(cast, row, signed_in):
    out(cast, row)
    client = signed_in(cast.biro)
    sent = {"seen": 1, "typed": "1/NOT/2026"}
    early = client.post(at(row, "minutes_sign"), sent | {"form_token": "a"})
    assert early.status_code == 409
    assert "belum menjawab" in text(early)
    agree(cast, row)
    assert client.post(at(row, "minutes_sign"), sent | {"form_token": "b"}).status_code == 302
    assert client.get(at(row, "minutes_sign")).status_code == 409
    assert client.get(at(row, "minutes_edit")).status_code == 409
    assert client.post(at(row, "minutes_edit"), typed(1, "c")).status_code == 409
    assert client.post(at(row, "minutes_send"), {"days": 7, "form_token": "d"}).status_code == 409
    late = {"region": cast.kukar.pk, "part": "hadir", "text": "x", "name": "y", "form_token": "e"}
    assert signed_in(cast.officer).post(at(row, "correction_new"), late).status_code == 409


def test_a_signed_notula_is_read_and_taken_along_by_every_reader(cast, row, signed_in):
    signed(cast, row)
    client = signed_in(cast.officer)
    assert "Disahkan" in text(client.get(at(row)))
    assert client.post(at(row, "minutes_file"), {"bentuk": "docx"}).content[:2] == b"PK"
    assert client.post(at(row, "minutes_file"), {"bentuk": "pdf"}).status_code == 302


def test_the_page_costs_the_same_for_one_and_twenty_rows(cast, row, signed_in):
    def grow(first, last):
        for place in range(first, last):
            came(row, cast.kukar, f"Contoh {place}")
            point(cast.biro, row, f"Butir {place}.")
            propose_correction(
                actor=cast.officer, meeting=row, region=cast.kukar, wish=Wish("hadir", f"K{place}", "y")
            )

    out(cast, row)
    client = signed_in(cast.biro)
    grow(0, 1)
    client.get(at(row))
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(at(row))
    grow(1, 20)
    with CaptureQueriesContext(connection) as twenty:
        client.get(at(row))
    assert len(one) == len(twenty)


def test_the_report_is_written_issued_and_kept(cast, row, signed_in):
    client = signed_in(cast.biro)
    assert "belum disimpan" in text(client.get(at(row, "report")))
    sent = {
        "seen": 0, "addressee": "Gubernur (contoh)", "introduction": "A", "course": "B", "conclusion": "C",
        "advice": "D", "signer": "Contoh", "signer_title": "Kepala", "form_token": "a",
    }  # fmt: skip
    assert client.post(at(row, "report_edit"), sent).status_code == 302
    stale = client.post(at(row, "report_edit"), sent | {"form_token": "b", "course": "Punya saya"})
    assert stale.status_code == 409
    assert "Punya saya" in text(stale)
    assert "Yang tersimpan sekarang" in text(stale)
    long = client.post(at(row, "report_edit"), sent | {"seen": 1, "form_token": "c", "addressee": "x" * 201})
    assert long.status_code == 422
    done = client.post(at(row, "report_issue"), {"seen": 1, "typed": "1/LAP", "form_token": "d"})
    assert done.status_code == 302
    assert MeetingReport.objects.get().number is not None
    assert client.get(at(row, "report_edit")).status_code == 409
    assert client.get(at(row, "report_issue")).status_code == 409
    assert client.post(at(row, "report_paper"), {"bentuk": "docx"}).content[:2] == b"PK"
    assert signed_in(cast.officer).get(at(row, "report")).status_code == 403
