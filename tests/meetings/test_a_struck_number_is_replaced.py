"""A number of a notula or berita acara struck out in the book: papers say so, and the same words get another number."""

from typing import Any

import pytest

from agreements.models import IssuedFile, IssuedNumber
from agreements.services.issuing import issue_letter
from agreements.services.numbering import cancel_number
from agreements.services.paper_numbers import paper_of, struck_out
from agreements.tasks.letters import LETTER_FILE
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.files import store_bytes
from meetings.models import Record
from meetings.services.minutes import minutes_of, number_of
from meetings.services.records import lock_record, read_out, record_of
from meetings.services.renumbering import NewNumber, renumber_minutes, renumber_record
from meetings.services.reports import annexes_of
from meetings.services.signing_minutes import paper_of_minutes
from tests.meetings.minutes_rows import signed
from tests.meetings.room_rows import held, point
from tests.meetings.test_the_pages_of_the_room import at, entered


@pytest.fixture
def row(cast):
    made = held(cast)
    point(cast.biro, made)
    read_out(actor=cast.biro, meeting=made)
    lock_record(actor=cast.biro, meeting=made, seen_edition=1, reason="Tanpa delegasi.", number="1/BA")
    return made


@pytest.fixture
def struck(cast, row):
    """The number of the berita acara, struck out."""
    return cancel_number(actor=cast.biro, issued=borne_by(record_of(row)), reason="Salah buku.")


def borne_by(record: Record) -> Any:
    """The number a record bears."""
    return record.number


def annex(row):
    return next(each for each in annexes_of(row) if each.title == "Rumusan")


def test_a_paper_says_that_its_number_was_struck_out(struck):
    letter = paper_of(struck)
    assert letter.number.endswith("(NOMOR DIBATALKAN)")
    assert letter.note.startswith(f"Nomor {struck.number} dibatalkan 21 November 2026: Salah buku.")


def test_the_same_words_get_another_number_once(cast, row, struck):
    assert "dibatalkan" in annex(row).missing
    record = renumber_record(actor=cast.biro, meeting=row, number=NewNumber("2/BA"))
    number = borne_by(Record.objects.get(pk=record.pk))
    assert number.number != struck.number
    assert number.words["blocks"] == struck.words["blocks"]
    assert paper_of(number).number == number.number
    assert annex(row).letters
    with pytest.raises(ImpossibleStep, match="Tidak ada nomor batal"):
        renumber_record(actor=cast.biro, meeting=row, number=NewNumber("3/BA"))
    assert IssuedNumber.objects.filter(kind="rumusan-rapat").count() == 2


def test_whoever_checks_the_paper_by_its_code_learns_it(cast, row, client):
    number = borne_by(record_of(row))
    paper = issue_letter(actor=cast.biro, letter=paper_of(number), case=None, fingerprint="contoh")
    printed = store_bytes(
        content=b"%PDF-contoh",
        name="ba.pdf",
        content_type="application/pdf",
        kind=LETTER_FILE,
        actor=cast.biro,
    )
    IssuedFile.objects.settle(paper.pk, printed)
    words = "Nomor surat ini dibatalkan penerbitnya pada 21 November 2026"
    assert words not in client.get(paper.get_absolute_url()).content.decode()
    cancel_number(actor=cast.biro, issued=number, reason="Salah buku.")
    page = client.get(paper.get_absolute_url()).content.decode()
    assert words in page
    assert "Salah buku" not in page
    # Another office may bear the same number.
    IssuedFile.objects.update(issuer="Dinas Lain")
    paper.refresh_from_db()
    assert struck_out(paper) is None


def test_the_notula_too(cast, row):
    old: Any = number_of(signed(cast, row))
    cancel_number(actor=cast.biro, issued=old, reason="Salah.")
    assert "DIBATALKAN" in paper_of_minutes(row, minutes_of(row)).number
    fresh = number_of(renumber_minutes(actor=cast.biro, meeting=row, number=NewNumber("2/NOT")))
    assert fresh not in {None, old}
    assert paper_of_minutes(row, minutes_of(row)).number == fresh.number


@pytest.mark.parametrize("who", ["officer", "partner", "admin"])
def test_only_the_organiser_gives_another_number(cast, row, struck, who):
    with pytest.raises(NotAllowed):
        renumber_record(actor=getattr(cast, who), meeting=row, number=NewNumber("2/BA"))


def test_the_page_leads_from_the_struck_number_to_the_new_one(cast, row, struck):
    client = entered(cast.biro)
    assert at(row, "record_renumber") in client.get(at(row, "record")).content.decode()
    question = client.get(at(row, "record_renumber"))
    assert "Salah buku." in question.content.decode()
    given = {"form_token": "a", "typed": "2/BA"}
    assert client.post(at(row, "record_renumber"), given)["Location"] == at(row, "record")
    assert client.get(at(row, "record_renumber")).status_code == 409
    assert at(row, "record_renumber") not in client.get(at(row, "record")).content.decode()
