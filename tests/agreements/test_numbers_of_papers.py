"""Numbers of outgoing papers: one count by region, kind and year without gaps; a cancelled number is never reused."""

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, connections, transaction

from agreements.choices.correspondence import Numbering, NumberState
from agreements.models import CaseEvent, IssuedNumber, LetterSetting
from agreements.services.issuing_papers import Issue, issue_paper
from agreements.services.letter_settings import SeriesGiven, save_letter_setting, save_series
from agreements.services.numbering import cancel_number, next_sample, take_number
from agreements.services.signing_marks import give_number
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.sequence import last_number
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast

COVER = {"kepada": "Kepala Dinas Contoh", "berkas": "Kerangka Acuan Kerja"}


@pytest.fixture
def play(cast: Cast) -> Play:
    return Play(cast)


@pytest.fixture
def keeper(cast: Cast) -> Any:
    return factories.person("admin.kukar", ("admin", cast.kukar), is_staff=True)


def issue(
    play: Play, actor: Any = None, code: str = "surat-pengantar", row: int = 0, **said: Any
) -> IssuedNumber:
    given = Issue(**{"dated": clock.today(), "asked": COVER, **said})
    return issue_paper(actor=actor or play.cast.officer, case=play.case, code=code, row=row, issue=given)


def test_each_kind_is_counted_by_itself_from_one(play: Play) -> None:
    play.to("penawaran_disiapkan")
    assert [issue(play).number for _ in range(3)] == ["1/PNG/KSD/2026", "2/PNG/KSD/2026", "3/PNG/KSD/2026"]
    assert issue(play, code="penawaran-ksdd").number == "1/SP/KSD/2026"


def test_every_year_begins_with_one_again(play: Play) -> None:
    issue(play)
    with clock.frozen(date(2027, 1, 4)):
        assert issue(play).number == "1/PNG/KSD/2027"
        assert issue(play, dated=date(2026, 12, 30)).number == "2/PNG/KSD/2026"


def test_every_region_counts_by_itself(play: Play, cast: Cast) -> None:
    play.to("menunggu_tanggapan")
    assert issue(play).number == issue(play, cast.partner).number == "1/PNG/KSD/2026"


@transaction.atomic
def failing_act(play: Play) -> None:
    raise RuntimeError(issue(play).number)


def test_a_paper_that_failed_leaves_no_gap(play: Play) -> None:
    issue(play)
    with pytest.raises(DomainError, match="Lengkapi isian surat"):
        issue(play, asked={})
    with pytest.raises(RuntimeError, match="2/PNG"):
        failing_act(play)
    assert issue(play).number == "2/PNG/KSD/2026"
    assert IssuedNumber.objects.count() == 2


def test_looking_at_the_next_number_takes_none(play: Play, cast: Cast) -> None:
    for _ in range(3):
        assert next_sample(cast.kukar, "surat-pengantar") == "1/PNG/KSD/2026"
    assert issue(play).sequence == 1


def test_issuing_leaves_its_row_in_the_history(play: Play) -> None:
    issued = issue(play)
    event = CaseEvent.objects.get(case=play.case, arrow="terbit_surat")
    assert issued.number in event.label
    assert (issued.issued_name, issued.case_id) == (play.cast.officer.get_full_name(), play.case.pk)


def test_a_paper_of_one_step_bears_one_number(play: Play) -> None:
    play.to("penawaran_disiapkan")
    first = issue(play, code="penawaran-ksdd")
    with pytest.raises(ImpossibleStep, match=f"sudah bernomor {first.number}"):
        issue(play, code="penawaran-ksdd")


def test_a_cancelled_number_stays_with_its_reason_and_is_not_given_again(play: Play) -> None:
    play.to("penawaran_disiapkan")
    first = issue(play, code="penawaran-ksdd")
    with pytest.raises(DomainError, match="alasan"):
        cancel_number(actor=play.cast.officer, issued=first, reason="  ")
    struck = cancel_number(actor=play.cast.officer, issued=first, reason="salah alamat")
    assert (struck.state, struck.reason) == (NumberState.CANCELLED, "salah alamat")
    assert issue(play, code="penawaran-ksdd").number == "2/SP/KSD/2026"
    with pytest.raises(ImpossibleStep, match="sudah dibatalkan"):
        cancel_number(actor=play.cast.officer, issued=struck, reason="lagi")


def test_only_the_giver_and_the_keeper_of_the_book_cancel(play: Play, cast: Cast, keeper: Any) -> None:
    first, second = issue(play), issue(play)
    for person in (cast.observer, cast.partner, cast.stranger, cast.head):
        with pytest.raises(NotAllowed):
            cancel_number(actor=person, issued=first, reason="coba")
    cancel_number(actor=keeper, issued=second, reason="ganda")


def test_the_number_stands_in_the_letter_and_in_those_that_quote_it(play: Play) -> None:
    play.to("penawaran_disiapkan")
    first = issue(play, code="penawaran-ksdd")
    assert first.words["number"] == "1/SP/KSD/2026"
    assert first.words["dated"] == "21 November 2026"
    assert first.document == "surat_penawaran"


def test_a_pattern_of_the_office_is_followed(play: Play, cast: Cast, keeper: Any) -> None:
    pattern = SeriesGiven("{kode}/{nomor3}/{unit}/{tahun}", code="100.3.7", unit="KSD-KUKAR")
    save_series(actor=keeper, region=cast.kukar, given=pattern)
    play.to("penawaran_disiapkan")
    assert issue(play).number == "100.3.7/001/KSD-KUKAR/2026"
    # Without {jenis} all kinds stand in one count, or two papers would bear the same number.
    assert issue(play, code="penawaran-ksdd").number == "100.3.7/002/KSD-KUKAR/2026"


def test_the_count_goes_on_from_the_paper_book_of_this_year_only(play: Play, cast: Cast, keeper: Any) -> None:
    book = SeriesGiven("{nomor}/{unit}/{tahun}", unit="K", after=57, after_year=2026)
    save_series(actor=keeper, region=cast.kukar, given=book)
    assert [issue(play).sequence, issue(play).sequence] == [58, 59]
    with clock.frozen(date(2027, 2, 1)):
        assert issue(play).sequence == 1


@pytest.mark.parametrize("pattern", ["{nomor}/K/{tahun}", "{nomor3}/K/{tahun}"])
def test_two_patterns_that_print_the_same_number_are_refused(cast: Cast, keeper: Any, pattern: str) -> None:
    save_series(actor=keeper, region=cast.kukar, given=SeriesGiven("{nomor}/K/{tahun}"))
    with pytest.raises(DomainError, match="nomor yang sama"):
        save_series(actor=keeper, region=cast.kukar, given=SeriesGiven(pattern, kind="surat-pengantar"))


def elsewhere(cast: Cast, keeper: Any) -> None:
    setting = LetterSetting(region=cast.kukar, numbering=Numbering.ELSEWHERE)
    save_letter_setting(actor=keeper, region=cast.kukar, setting=setting)


def test_where_the_office_numbers_elsewhere_the_number_is_typed(play: Play, cast: Cast, keeper: Any) -> None:
    elsewhere(cast, keeper)
    with pytest.raises(DomainError, match="Isi nomor suratnya"):
        issue(play)
    typed = issue(play, typed=" 100/5/ PEM ")
    assert (typed.number, typed.sequence) == ("100/5/ PEM", None)
    assert last_number(f"surat:{cast.kukar.pk}::2026") == 0


def test_a_number_used_twice_is_warned_of_and_taken_when_meant(play: Play, cast: Cast, keeper: Any) -> None:
    elsewhere(cast, keeper)
    issue(play, typed="100/5")
    with pytest.raises(DomainError, match="sudah tercatat untuk Surat pengantar"):
        issue(play, typed="100/5")
    assert issue(play, typed="100/5", again=True).number == "100/5"


@pytest.mark.parametrize(("days", "message"), [(1, "masa depan"), (-800, "tahun ini atau tahun lalu")])
def test_a_day_that_cannot_be_is_refused(play: Play, days: int, message: str) -> None:
    with pytest.raises(DomainError, match=message):
        issue(play, dated=clock.today() + timedelta(days=days))
    assert not IssuedNumber.objects.exists()


def test_a_text_takes_the_next_number_of_its_region_beside_the_others(play: Play, cast: Cast) -> None:
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    ours, theirs = play.parties()
    assert give_number(actor=cast.officer, naskah=text, party=ours).number == "1/KB/KSD/2026"
    assert give_number(actor=cast.partner, naskah=text, party=theirs, number="B/9").number == "B/9"
    book = {(row.region_id, row.number) for row in IssuedNumber.objects.filter(naskah=text)}
    assert book == {(cast.kukar.pk, "1/KB/KSD/2026"), (cast.kubar.pk, "B/9")}


def test_a_number_under_a_signed_text_is_not_cancelled(play: Play, cast: Cast) -> None:
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    give_number(actor=cast.officer, naskah=text, party=play.parties()[0])
    issued = IssuedNumber.objects.get(naskah=text)
    play.sign(text)
    kept = IssuedNumber.objects.filter(naskah=text, region=cast.kukar).order_by("pk")
    # It was signed under another number than the one given: the first is struck out and both stand in the book.
    assert [row.state for row in kept] == [NumberState.CANCELLED, NumberState.VALID]
    assert "Diganti" in kept[0].reason
    with pytest.raises(ImpossibleStep, match="sudah ditandatangani"):
        cancel_number(actor=cast.officer, issued=kept[1], reason="coba")
    assert kept[0].pk == issued.pk


def test_nobody_else_issues(play: Play, cast: Cast) -> None:
    for person in (cast.observer, cast.head, cast.stranger, cast.nobody):
        with pytest.raises((NotAllowed, ImpossibleStep)):
            issue(play, person)
    assert not IssuedNumber.objects.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="perlu PostgreSQL")
def test_forty_at_once_get_one_to_forty_and_what_is_rolled_back_leaves_no_gap() -> None:
    region = factories.region("64", "Kalimantan Timur", "provinsi", factories.region("00", "RI", "negara"))
    taken: list[int] = []
    start = threading.Barrier(48)

    def take(number: int) -> None:
        try:
            start.wait()
            with clock.frozen(factories.TODAY), transaction.atomic():
                given = take_number(region=region, kind="surat-pengantar", on=factories.TODAY)
                if number % 6 == 0:
                    transaction.set_rollback(True)
                else:
                    taken.append(given.sequence or 0)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=take, args=(number,)) for number in range(48)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 41))
