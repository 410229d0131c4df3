"""Reporting a follow-up with its proof; nothing typed is lost, nothing counts twice."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from ksd.deadlines.models import Notice
from meetings.models import FollowUp
from meetings.services.follow_ups import ReportData, decide, report
from tests.meetings.follow_up_rows import PNG, agreed, follow_up, photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(cast):
    return follow_up(agreed(cast), cast.kukar)


def address(row, name="report", **more):
    return reverse(f"meetings:follow_up_{name}", kwargs={"public_id": row.public_id, **more})


def filled(client, row, **given):
    token = client.get(address(row)).context["form"]["form_token"].value()
    return {
        "form_token": token,
        "progress": "40",
        "text": "Data dikumpulkan (contoh)",
        "obstacle": "",
    } | given


def test_the_owner_reports_with_a_photo_once(cast, signed_in, row):
    client = signed_in(cast.officer)
    given = filled(client, row, obstacle="Menunggu anggaran (contoh)")
    assert client.post(address(row), given | {"upload": photo()})["Location"] == row.get_absolute_url()
    assert client.post(address(row), given | {"upload": photo()})["Location"] == row.get_absolute_url()
    entry = row.entries.get()
    assert (entry.progress, entry.state, entry.file.name) == (40, "proses", "foto.png")
    row.refresh_from_db()
    assert (row.state, row.progress, row.obstacle) == ("proses", 40, "Menunggu anggaran (contoh)")
    text = client.get(row.get_absolute_url()).content.decode()
    for words in (
        "Data dikumpulkan (contoh)",
        "Menunggu anggaran (contoh)",
        "foto.png",
        "Kemajuan dilaporkan",
    ):
        assert words in text
    proof = client.get(address(row, "proof", pk=entry.pk))
    assert proof.status_code == 200
    assert proof["Content-Type"] == "image/png"
    assert b"".join(proof) == PNG
    proof.close()


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (lambda: photo("besar.png", b"\x89PNG\r\n\x1a\n" + b"0" * (20 * 1024 * 1024)), "paling besar 20"),
        (lambda: photo("program.jpg", b"MZ\x90\x00" + b"0" * 200), "Isi berkas bukan JPG"),
        (lambda: photo("program.exe", b"MZ\x90\x00"), "Jenis berkas “.exe” tidak diterima"),
        (lambda: photo("kosong.png", b""), "kosong"),
    ],
)
def test_a_bad_file_is_refused_in_words_and_nothing_typed_is_lost(cast, signed_in, row, upload, words):
    client = signed_in(cast.officer)
    answer = client.post(address(row), filled(client, row, obstacle="Hujan (contoh)") | {"upload": upload()})
    assert answer.status_code == 422
    text = answer.content.decode()
    for kept in (words, "Data dikumpulkan (contoh)", "Hujan (contoh)", "Pilih lagi berkasnya"):
        assert kept in text
    assert not row.entries.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"progress": "101"}, {"progress": "-1"}, {"progress": "banyak"}, {"text": "  "}, {"text": "a\x00"}],
)
def test_a_report_filled_in_wrongly_comes_back(cast, signed_in, row, wrong):
    client = signed_in(cast.officer)
    assert client.post(address(row), filled(client, row, **wrong)).status_code == 422
    assert not row.entries.exists()


def test_the_service_itself_refuses_an_empty_report(cast, row):
    with pytest.raises(ValidationError, match="Tuliskan apa yang sudah dikerjakan"):
        report(actor=cast.officer, follow_up=row, data=ReportData(progress=10, text=" "))
    with pytest.raises(ValidationError, match="0 sampai 100"):
        report(actor=cast.officer, follow_up=row, data=ReportData(progress=130, text="a"))


def test_the_same_key_is_the_same_report_even_after_the_state_moved_on(cast, row):
    first = report(
        actor=cast.officer, follow_up=row, data=ReportData(progress=100, text="Selesai"), key="kunci-1"
    )
    decide(actor=cast.biro, follow_up=row, code="verifikasi")
    again = report(
        actor=cast.officer, follow_up=row, data=ReportData(progress=100, text="Selesai"), key="kunci-1"
    )
    assert again == first
    assert row.entries.filter(step="selesaikan").count() == 1


def test_a_follow_up_verified_meanwhile_keeps_the_late_report_on_its_form(cast, signed_in, row):
    client = signed_in(cast.officer)
    given = filled(client, row)
    FollowUp.objects.update(state="diverifikasi")
    answer = client.post(address(row), given)
    assert answer.status_code == 409
    assert "kini “Diverifikasi”" in answer.content.decode()
    assert "Data dikumpulkan (contoh)" in answer.content.decode()
    assert client.get(address(row)).status_code == 409


def test_the_organiser_is_told_of_what_is_done_and_the_owner_of_the_answer(cast, row):
    report(actor=cast.officer, follow_up=row, data=ReportData(progress=100, text="Sudah (contoh)"))
    assert set(Notice.objects.values_list("user__username", flat=True)) == {"biro", "kepala.biro"}
    Notice.objects.all().delete()
    decide(actor=cast.biro, follow_up=row, code="kembalikan", reason="Foto buram (contoh)")
    told = Notice.objects.filter(user=cast.officer).get()
    assert told.title.startswith("Kembalikan: ")
    assert "Foto buram (contoh)" in told.body
    assert not Notice.objects.filter(user=cast.biro).exists()


def step_form(client, row, code, **given):
    form = client.get(address(row, "step", code=code)).context["form"]
    return {name: form[name].value() for name in ("form_token", "seen_revision")} | given


def test_the_organiser_verifies_on_the_page(cast, signed_in, row):
    FollowUp.objects.update(state="selesai", progress=100)
    client = signed_in(cast.head)
    verify = address(row, "step", code="verifikasi")
    assert verify in client.get(row.get_absolute_url()).content.decode()
    assert client.post(verify, step_form(client, row, "verifikasi"))["Location"] == row.get_absolute_url()
    row.refresh_from_db()
    assert (row.state, row.verified_on) == ("diverifikasi", date(2026, 11, 21))


def test_a_new_day_is_set_with_a_reason_and_the_old_one_stays_readable(cast, signed_in, row):
    client = signed_in(cast.biro)
    move = address(row, "step", code="ubah_tenggat")
    for day, reason, status in (
        ("2026-12-01", "Sama", 422), ("2026-11-20", "Lewat", 422), ("besok", "Rusak", 422), ("2027-01-15", "", 422),
    ):  # fmt: skip
        given = step_form(client, row, "ubah_tenggat", due_on=day, reason=reason)
        assert client.post(move, given).status_code == status
    given = step_form(client, row, "ubah_tenggat", due_on="2027-01-15", reason="Menunggu APBD (contoh)")
    assert client.post(move, given).status_code == 302
    row.refresh_from_db()
    assert row.due_on == date(2027, 1, 15)
    assert row.entries.get().text == "1 Desember 2026 → 15 Januari 2027. Menunggu APBD (contoh)"


def test_who_may_see_what(cast, signed_in, row):
    pages = [
        row.get_absolute_url(),
        address(row),
        address(row, "step", code="hentikan"),
        address(row, "link_new"),
    ]
    for who in ("stranger", "nobody"):
        client = signed_in(getattr(cast, who))
        assert [client.get(page).status_code for page in pages] == [404] * 4
    for who in ("partner", "observer", "admin"):
        client = signed_in(getattr(cast, who))
        assert [client.get(page).status_code for page in pages] == [200, 403, 403, 403]
        assert "Laporkan kemajuan" not in client.get(pages[0]).content.decode()
    assert [signed_in(cast.officer).get(page).status_code for page in pages] == [200, 200, 403, 200]
    client = signed_in(cast.biro)
    assert [client.get(page).status_code for page in pages] == [200] * 4
    assert client.get(address(row, "step", code="lapor")).status_code == 404
    assert client.get(address(row, "step", code="terbang")).status_code == 404


def test_the_proof_of_another_follow_up_is_not_found(cast, signed_in, row):
    entry = report(actor=cast.officer, follow_up=row, data=ReportData(progress=5, text="a", upload=photo()))
    other = follow_up(row.decision.meeting, cast.kubar)
    assert signed_in(cast.biro).get(address(other, "proof", pk=entry.pk)).status_code == 404
    assert signed_in(cast.stranger).get(address(row, "proof", pk=entry.pk)).status_code == 404
