"""The pages of reports: written on a phone, checked, counted on the board, asked for by the province."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.models import Case, CaseReport, Evaluation
from agreements.services.reports import opening
from ksd.accounts.models import User
from ksd.core import clock
from tests.agreements.playing import Play

SignIn = Callable[[User], Client]
PERIOD = "2026-S2"
LONG = "x" * 5001


@pytest.fixture
def running(play: Play) -> Play:
    """A cooperation that is being carried out."""
    play.to("pelaksanaan")
    return play


def at(name: str, play: Play, *more: object) -> str:
    """The address of a page of the report."""
    return reverse(f"agreements:{name}", args=[play.case.public_id, PERIOD, *more])


def typed(play: Play, **changes: str) -> dict[str, str]:
    """A report as the officer types it."""
    codes = [item.code for item in CaseReport.objects.get(case=play.case).rule.items]
    words = {f"isi_{code}": "nihil" for code in codes}
    return {"form_token": uuid4().hex, "seen_revision": "0", **words, **changes}


def test_an_officer_writes_and_sends_and_a_second_press_does_nothing_more(
    running: Play, signed_in: SignIn
) -> None:
    client, address = signed_in(running.cast.officer), at("report", running)
    assert b"Permasalahan" in client.get(address).content
    form = typed(running, isi_permasalahan="Perahu rusak")
    assert client.post(address, form).status_code == 302
    assert client.post(address, form).status_code == 302, "the same form leads to its first result"
    step = at("report_step", running, "dikirim")
    send = {"form_token": uuid4().hex, "seen_state": "disusun", "on": "2026-11-21", "note": ""}
    assert client.post(step, send).status_code == 302
    assert client.post(step, send | {"form_token": uuid4().hex}).status_code == 409
    report = CaseReport.objects.get(case=running.case)
    assert (report.state, report.steps.count(), report.revision) == ("dikirim", 1, 1)
    page = client.get(address).content.decode()
    assert "Perahu rusak" in page
    assert 'name="isi_judul"' not in page


@pytest.mark.parametrize(
    ("field", "value"), [("isi_upaya", LONG), ("seen_revision", "abc"), ("form_token", "")]
)
def test_bad_input_is_refused_with_what_was_typed(
    running: Play, signed_in: SignIn, field: str, value: str
) -> None:
    answer = signed_in(running.cast.officer).post(
        at("report", running), typed(running, isi_judul="Judul ketikan", **{field: value})
    )
    assert answer.status_code == 422
    assert b"Judul ketikan" in answer.content


def test_a_form_that_came_too_late_says_so_and_keeps_the_words(running: Play, signed_in: SignIn) -> None:
    client, address = signed_in(running.cast.officer), at("report", running)
    client.post(address, typed(running))
    answer = client.post(address, typed(running, isi_upaya="Ketikan kedua"))
    assert answer.status_code == 409
    assert b"Ketikan kedua" in answer.content


def test_the_partner_reads_and_writes_only_its_own_part(running: Play, signed_in: SignIn) -> None:
    client = signed_in(running.cast.partner)
    assert 'name="isi_judul"' not in client.get(at("report", running)).content.decode()
    assert client.post(at("report", running), typed(running)).status_code == 403
    assert client.get(at("report_part", running, 1)).status_code == 403
    part = {"form_token": uuid4().hex, "work": "Obat <b>dikirim</b>", "trouble": "", "remedy": ""}
    assert client.post(at("report_part", running, 2), part).status_code == 302
    assert b"Obat &lt;b&gt;dikirim&lt;/b&gt;" in client.get(at("report", running)).content
    assert client.get(at("report_part", running, 9)).status_code == 404


def test_a_period_nobody_owes_is_not_found(running: Play, signed_in: SignIn) -> None:
    client = signed_in(running.cast.officer)
    for period in ("2020-S1", "2026-S3", "lenyap"):
        assert (
            client.get(reverse("agreements:report", args=[running.case.public_id, period])).status_code == 404
        )


def test_the_province_sees_figures_its_regencies_only_the_standing_of_others(
    running: Play, signed_in: SignIn
) -> None:
    board, recap = (
        reverse("agreements:report_checklist"),
        reverse("agreements:report_recap", args=["64.02", PERIOD]),
    )
    with clock.frozen(date(2027, 3, 1)):
        page = signed_in(running.cast.biro).get(board).content.decode()
        assert "0 dari 1, 1 terlambat" in page
        assert recap in page
        page = signed_in(running.cast.stranger).get(board).content.decode()
        assert "Terlambat" in page
        assert recap not in page
        assert "1 terlambat" not in page
        assert "Puskesmas" not in page
        assert signed_in(running.cast.stranger).get(recap).status_code == 404


def test_the_province_asks_for_what_is_late_with_a_letter(running: Play, signed_in: SignIn) -> None:
    address = reverse("agreements:report_ask", args=["64.02", PERIOD])
    form = {"form_token": uuid4().hex, "number": "100/2", "dated": "", "days": "7", "bentuk": "docx"}
    assert signed_in(running.cast.biro).post(address, form).status_code == 409, "nothing is late yet"
    with clock.frozen(date(2027, 3, 1)):
        assert signed_in(running.cast.officer).get(address).status_code == 403
        client = signed_in(running.cast.head)
        assert client.post(address, form | {"days": "0"}).status_code == 422
        answer = client.post(address, form)
        assert answer.status_code == 200
        assert answer.content[:2] == b"PK"


def test_a_cell_that_would_run_as_a_formula_is_text(running: Play, signed_in: SignIn) -> None:
    Case.objects.filter(pk=running.case.pk).update(title="=1+1")
    client = signed_in(running.cast.biro)
    lines = client.get(reverse("agreements:report_recap_csv", args=["64.02", PERIOD])).content.decode()
    assert "'=1+1" in lines
    assert lines.splitlines()[0].lstrip("\ufeff").startswith("Judul kerja sama;")


def queries_of(client: Client, address: str) -> int:
    """How many queries a page asks."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_list_costs_the_same_for_one_report_and_for_many(running: Play, signed_in: SignIn) -> None:
    client = signed_in(running.cast.biro)
    names = ("report_list", "report_checklist", "health_list")
    addresses = [f"{reverse(f'agreements:{name}')}?lihat=semua&tahun=2027" for name in names]
    addresses.append(reverse("agreements:report_recap", args=["64.02", PERIOD]))
    before = {address: (client.get(address), queries_of(client, address))[1] for address in addresses}
    with clock.frozen(date(2030, 2, 1)):
        running.case.naskah.update(ends_on=date(2031, 1, 1))
        assert opening.open_all_reports() == 7
    assert {address: queries_of(client, address) for address in addresses} == before


def test_an_evaluation_is_opened_answered_and_closed_on_its_pages(running: Play, signed_in: SignIn) -> None:
    client, token = signed_in(running.cast.officer), {"form_token": uuid4().hex}
    start = reverse("agreements:evaluation_open", args=[running.case.public_id])
    assert client.post(start, token).status_code == 302
    assert client.post(start, token).status_code == 302
    found = Evaluation.objects.get()
    here = [running.case.public_id, found.pk]
    form = reverse("agreements:evaluation_answer", args=[*here, "pemohon", 1])
    names = [name for name in client.get(form).context["form"].fields if name.startswith("nilai_")]
    given = dict.fromkeys(names, "4") | {"verdict": "diperluas", "form_token": uuid4().hex}
    assert client.post(form, given | {"nilai_tujuan": "9"}).status_code == 422
    assert client.post(form, given).status_code == 302
    close = reverse("agreements:evaluation_close", args=here)
    answer = client.post(close, {"form_token": uuid4().hex, "verdict": "diperluas", "conclusion": "Baik"})
    assert answer.status_code == 409
    assert "Sekretariat TKKSD" in answer.content.decode()
    assert client.get(reverse("agreements:evaluation_answer", args=[*here, "lenyap", 1])).status_code == 404
    assert client.get(found.get_absolute_url()).status_code == 200


def test_a_word_over_the_health_is_set_by_the_province_and_seen_by_all(
    running: Play, signed_in: SignIn
) -> None:
    address = reverse("agreements:health_override", args=[running.case.public_id])
    form = {
        "form_token": uuid4().hex,
        "health": "bermasalah",
        "reason": "Belum jalan",
        "expires_on": "2026-12-01",
    }
    assert signed_in(running.cast.officer).post(address, form).status_code == 403
    assert signed_in(running.cast.biro).post(address, form | {"expires_on": "2020-01-01"}).status_code == 409
    assert signed_in(running.cast.biro).post(address, form | {"form_token": uuid4().hex}).status_code == 302
    page = signed_in(running.cast.partner).get(address).content.decode()
    assert "Belum jalan" in page
    assert "menurut hitungan: Sehat" in page
