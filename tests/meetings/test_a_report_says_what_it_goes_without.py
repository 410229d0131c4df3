"""Issuing a report before its annexes are there: it says so first, for what it names as missing stays so."""

from meetings.models import Meeting
from meetings.services.reports import annexes_of, still_missing, write_report
from tests.meetings.room_rows import held
from tests.meetings.test_the_pages_of_the_room import at, entered
from tests.meetings.test_the_report_is_bound import DATA


def test_the_page_and_the_question_warn_of_what_will_be_missing_for_good(cast):
    row = held(cast)
    write_report(actor=cast.biro, meeting=row, data=DATA, seen=0)
    client = entered(cast.biro)
    for address in ("report", "report_issue"):
        page = client.get(at(row, address)).content.decode()
        assert "belum ada” untuk seterusnya" in page
        assert "Notula: notula belum disahkan; Rumusan: rumusan belum dikunci." in page
    button = client.get(at(row, "report")).content.decode().partition(at(row, "report_issue"))[0]
    assert button.endswith('<a class="btn" href="')


def test_an_unfinished_report_leads_to_its_form_and_into_no_refusal(cast):
    row = held(cast)
    page = entered(cast.biro).get(at(row, "report")).content.decode()
    assert "Laporan belum disimpan." in page
    assert at(row, "report_issue") not in page


def test_a_kind_of_meeting_without_a_result_lacks_none(cast):
    row = held(cast)
    assert "Rumusan: rumusan belum dikunci" in still_missing(row)
    Meeting.objects.filter(pk=row.pk).update(kind="bimtek_ksd")
    row.refresh_from_db()
    assert "Rumusan" not in [each.title for each in annexes_of(row)]
