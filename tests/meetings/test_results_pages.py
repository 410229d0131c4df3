"""The result of a meeting, the list of follow-ups and the matrix, for everybody who asks."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from meetings.documents.follow_up_matrix import HEAD, matrix_letter
from meetings.models import Decision, FollowUp, Record
from meetings.services.follow_ups import ReportData, carry, report
from tests.meetings.follow_up_rows import agreed, decision, follow_up, photo
from tests.meetings.rows import meeting

pytestmark = pytest.mark.django_db
MINE, JUDGED, ALL = (reverse(f"meetings:follow_up_{name}") for name in ("list", "judged", "all"))


def address(name, held, *more):
    return reverse(f"meetings:{name}", args=[held.public_id, *more])


def listed(client, url, **query):
    return list(client.get(url, query).context["page_obj"])


def test_the_list_shows_mine_what_i_verify_and_everything(cast, signed_in):
    held = agreed(cast)
    kukar, kubar = follow_up(held, cast.kukar), follow_up(held, cast.kubar, state="selesai")
    hidden = follow_up(agreed(cast, state="berlangsung"), cast.kukar)
    client = signed_in(cast.officer)
    assert listed(client, MINE) == [kukar]
    assert set(listed(client, ALL)) == {kukar, kubar}
    assert hidden not in listed(client, ALL)
    assert listed(signed_in(cast.biro), JUDGED) == [kubar]
    assert listed(signed_in(cast.stranger), ALL) == []


def test_the_list_is_filtered(cast, signed_in):
    held = agreed(cast)
    late = follow_up(held, cast.kukar, due_on=date(2026, 11, 1), target="Peta kerja (contoh)")
    other = follow_up(held, cast.kubar, state="proses")
    client = signed_in(cast.biro)
    assert listed(client, ALL, keadaan="terlambat") == [late]
    assert listed(client, ALL, daerah="64.07") == [other]
    assert listed(client, ALL, q="peta KERJA") == [late]
    assert listed(client, ALL, rapat=held.public_id, keadaan="proses") == [other]
    assert listed(client, ALL, tahun="2025") == []
    for nonsense in (
        {"rapat": "x"},
        {"daerah": "9" * 40},
        {"tahun": "1e999"},
        {"q": "a\x00"},
        {"keadaan": "?"},
    ):
        assert client.get(ALL, nonsense).status_code < 500


def test_the_list_and_the_result_cost_the_same_for_one_and_for_twenty(cast, signed_in):
    held = agreed(cast)
    follow_up(held, cast.kukar)
    client = signed_in(cast.biro)

    def costs():
        found = []
        for url in (ALL, address("results", held), MINE):
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            found.append(len(queries))
        return found

    few = costs()
    for _number in range(19):
        follow_up(held, cast.kubar)
    assert costs() == few


def point_form(client, url, **given):
    form = client.get(url).context["form"]
    hidden = {"form_token": form["form_token"].value(), "duty_rows": str(len(form.duty_lines))}
    if form["seen_revision"].value() is not None:
        hidden["seen_revision"] = form["seen_revision"].value()
    return hidden | {"text": "Menyerahkan data batas (contoh)", "kind": "keputusan"} | given


def test_points_of_a_meeting_without_a_room_are_written_on_its_own_page(cast, signed_in):
    held = agreed(cast)
    client = signed_in(cast.biro)
    new = address("result_point_new", held)
    owed = {"who_0": f"r{cast.kukar.pk}", "target_0": "Data (contoh)", "due_0": "2026-12-10"}
    given = point_form(client, new, **owed)
    assert client.post(new, given)["Location"] == address("results", held)
    client.post(new, given)
    point = Decision.objects.get()
    row = point.follow_ups.get()
    assert (row.region, row.target, row.due_on) == (cast.kukar, "Data (contoh)", date(2026, 12, 10))
    edit = address("result_point", held, point.public_id)
    changed = point_form(client, edit, text="Menyerahkan data (contoh)", **owed)
    assert client.post(edit, changed).status_code == 302
    point.refresh_from_db()
    assert point.text == "Menyerahkan data (contoh)"
    text = client.get(address("results", held)).content.decode()
    assert "Menyerahkan data (contoh)" in text
    assert row.get_absolute_url() in text
    report(actor=cast.officer, follow_up=row, data=ReportData(progress=10, text="a"))
    answer = client.post(edit, point_form(client, edit, **(owed | {"due_0": "2027-01-10"})))
    assert answer.status_code == 409
    assert "dengan alasan" in answer.content.decode()
    answer = client.post(address("result_point_drop", held, point.public_id))
    assert answer.status_code == 409
    assert "sudah dilaporkan" in answer.content.decode()


def test_a_point_filled_in_wrongly_comes_back(cast, signed_in):
    held = agreed(cast)
    client = signed_in(cast.biro)
    new = address("result_point_new", held)
    for wrong in (
        {"text": ""}, {"kind": "x"}, {"due_0": "2026-12-10"}, {"who_0": "r999999"},
        {"who_0": f"r{cast.kukar.pk}", "due_0": "2026-01-01"},
    ):  # fmt: skip
        answer = client.post(new, point_form(client, new, **wrong))
        assert answer.status_code == 422
    assert not Decision.objects.exists()


def test_no_point_is_written_before_the_meeting_or_behind_a_locked_record(cast, signed_in):
    planned, locked = meeting(cast.biro, cast.kaltim), agreed(cast)
    Record.objects.create(meeting=locked, state="terkunci", locked_at=locked.created_at, edition=1)
    client = signed_in(cast.biro)
    for held in (planned, locked):
        assert client.get(address("result_point_new", held)).status_code == 409
        assert "Tulis butir" not in client.get(address("results", held)).content.decode()


def test_a_reader_reads_and_a_stranger_finds_nothing(cast, signed_in):
    held = agreed(cast)
    point = decision(held)
    acts = [
        address("result_point_new", held), address("result_point", held, point.public_id),
        address("results_carry", held),
    ]  # fmt: skip
    for who, seen, done in (("officer", 200, 403), ("observer", 200, 403), ("stranger", 404, 404)):
        client = signed_in(getattr(cast, who))
        assert client.get(address("results", held)).status_code == seen
        assert [client.get(act).status_code for act in acts] == [done] * 3
        assert client.post(address("result_point_drop", held, point.public_id)).status_code == done
        assert client.get(address("results_matrix", held)).status_code == 405


def test_the_matrix_has_every_column_and_runs_no_formula(cast, signed_in):
    held = agreed(cast)
    row = follow_up(held, cast.kukar, target="=HYPERLINK(1)", due_on=date(2026, 11, 1))
    data = ReportData(progress=30, text="a", obstacle="@SUM(1)", upload=photo())
    report(actor=cast.officer, follow_up=row, data=data)
    letter = matrix_letter(held, list(FollowUp.objects.for_list()))
    assert letter.landscape
    table = next(block for block in letter.blocks if block.tag == "table")
    assert table.head == HEAD
    assert sum(table.widths) == 100
    cells = table.rows[0]
    for words in ("30%", "Terlambat 20 hari", "foto.png", "@SUM(1)", "1 November 2026"):
        assert words in cells
    client = signed_in(cast.observer)
    answer = client.post(address("results_matrix", held), {"bentuk": "xlsx"})
    sheet: Any = load_workbook(BytesIO(answer.content)).active
    typed = {cell.value: cell for cell in sheet[2]}
    for formula in ("=HYPERLINK(1)", "@SUM(1)"):
        assert (typed[formula].data_type, typed[formula].quotePrefix) == ("s", True)
    assert client.post(address("results_matrix", held), {"bentuk": "docx"}).status_code == 200
    assert client.post(address("results_matrix", held), {"bentuk": "pdf"})["Location"].startswith("/")
    assert signed_in(cast.stranger).post(address("results_matrix", held)).status_code == 404


def test_the_matrix_names_who_last_said_something_not_who_carried_it(cast, signed_in):
    held = agreed(cast)
    row = follow_up(held, cast.kukar)
    report(actor=cast.officer, follow_up=row, data=ReportData(progress=30, text="a"))
    carry(actor=cast.biro, meeting=meeting(cast.biro, cast.kaltim), follow_ups=[row])
    table = next(block for block in matrix_letter(held, [row]).blocks if block.tag == "table")
    assert table.rows[0][9].startswith(f"{cast.officer}, ")
    answer = signed_in(cast.biro).post(address("results_matrix", held), {"bentuk": "xlsx"})
    sheet: Any = load_workbook(BytesIO(answer.content)).active
    facts = dict(zip((cell.value for cell in sheet[1]), (cell.value for cell in sheet[2]), strict=True))
    assert (facts["Diperbarui oleh"], facts["Dibawa (kali)"]) == (str(cast.officer), 1)


def test_the_inbox_shows_what_i_owe_and_what_i_verify(cast, signed_in):
    held = agreed(cast)
    owed, done = follow_up(held, cast.kukar), follow_up(held, cast.kubar, state="selesai")
    page = signed_in(cast.officer).get(reverse("office:my_work"))
    assert (page.context["follow_ups"], page.context["to_verify"]) == ([owed], [])
    assert owed.get_absolute_url() in page.content.decode()
    page = signed_in(cast.biro).get(reverse("office:my_work"))
    assert (page.context["follow_ups"], page.context["to_verify"]) == ([], [done])
    assert "Menunggu verifikasi Anda" in page.content.decode()
    assert "1 tindak lanjut rapat menunggu Anda" in signed_in(cast.biro).get("/").content.decode()
    assert "tindak lanjut rapat menunggu Anda" not in signed_in(cast.stranger).get("/").content.decode()


def test_the_admin_site_shows_follow_ups_within_scope_and_changes_nothing(cast, signed_in):
    row = follow_up(agreed(cast), cast.kukar)
    client = signed_in(cast.admin)
    assert client.get(reverse("admin:meetings_followup_changelist")).status_code == 200
    assert client.get(reverse("admin:meetings_followup_change", args=[row.pk])).status_code == 200
    assert client.get(reverse("admin:meetings_followup_add")).status_code == 403
    assert client.get(reverse("admin:meetings_followup_delete", args=[row.pk])).status_code == 403
