"""A row is found to be something by who leads the period, with a reason, until the period is agreed."""

import pytest

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.deadlines.models import Notice
from ksd.mapping.models import MappingRow, RowTriage
from ksd.mapping.services.triage import Given, record_test
from tests.mapping.rows import period, row
from tests.mapping.triage_rows import WHY, answered, given, judged, sent_form


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


@pytest.fixture
def made(cast, opened):
    return row(cast.officer, opened, cast.kukar, partner_region=cast.kubar)


@pytest.fixture
def address(made):
    return f"/pemetaan/baris/{made.public_id}/uji/"


def test_the_verdict_keeps_who_when_and_why_and_stands_in_the_history(cast, made):
    saved = judged(cast.biro, made)
    assert (saved.verdict, saved.verdict_by, saved.reason) == ("ksdd_wajib", cast.biro, WHY)
    assert saved.verdict_at is not None
    event = made.events.get()
    assert (event.label, event.actor, event.reason) == ("Hasil uji: KSDD wajib", cast.biro, WHY)


def test_what_is_not_a_ksd_says_where_it_belongs_and_its_region_is_told(cast, made):
    saved = judged(cast.biro, made, "bukan_ksd", destination="pengadaan", answers={})
    assert saved.words == "Bukan KSD: Pengadaan barang/jasa"
    assert Notice.objects.filter(user=cast.officer, title__contains=made.title).exists()
    assert not MappingRow.objects.eligible().exists()
    assert MappingRow.objects.counted().get() == made


def test_a_row_without_a_verdict_is_eligible_and_untested(cast, made):
    assert MappingRow.objects.eligible().get() == made
    assert MappingRow.objects.untested().get() == made
    judged(cast.biro, made)
    assert MappingRow.objects.eligible().get() == made
    assert not MappingRow.objects.untested().exists()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"reason": "  "}, "belum beralasan"),
        ({"answers": answered() | {"lokasi": ("ya", " ")}}, "Alasan belum diisi"),
        ({"answers": {"lokasi": ("ya", WHY)}}, "semua pertanyaan uji dijawab"),
        ({"answers": answered("mungkin")}, "ya, tidak, atau belum diketahui"),
        ({"answers": answered() | {"karangan": ("ya", WHY)}}, "tidak ada dalam daftar"),
        ({"verdict": "karangan"}, "tidak ada dalam daftar"),
        ({"verdict": "bukan_ksd"}, "ke mana seharusnya"),
        ({"verdict": "bukan_ksd", "destination": "karangan"}, "ke mana seharusnya"),
        ({"destination": "hibah"}, "hanya disebut bagi yang bukan KSD"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_its_name(cast, made, changed, message):
    with pytest.raises(DomainError, match=message) as refused:
        record_test(actor=cast.biro, row=made, given=given(**changed), seen=0)
    assert refused.value.status == 422
    assert not RowTriage.objects.exists()


def test_no_threshold_decides_a_person_may_find_otherwise_than_the_answers(cast, made):
    saved = judged(cast.biro, made, "ksdd_sukarela")
    assert (saved.suggested, saved.verdict) == ("ksdd_wajib", "ksdd_sukarela")


def test_an_earlier_verdict_is_revised_with_a_reason_and_stays_in_the_history(cast, made):
    judged(cast.biro, made)
    with pytest.raises(DomainError, match="tanpa alasan"):
        judged(cast.head, made, "sinergi", seen=1)
    saved = judged(cast.head, made, "sinergi", seen=1, why="Mitranya kementerian.")
    assert (saved.verdict, saved.verdict_by, saved.revision) == ("sinergi", cast.head, 2)
    event = made.events.first()
    assert event.label == "Hasil uji diubah dari KSDD wajib: Sinergi"
    assert event.reason.startswith("Mitranya kementerian.")
    assert event.before["Hasil"] == "KSDD wajib"


def test_the_same_test_sent_again_leaves_no_second_line(cast, made):
    judged(cast.biro, made)
    assert judged(cast.biro, made, seen=1).revision == 1
    assert made.events.count() == 1


def test_the_second_of_two_people_is_told_what_the_first_found(cast, made):
    judged(cast.biro, made)
    with pytest.raises(StaleForm, match=r"lebih dahulu.*KSDD wajib"):
        judged(cast.head, made, "sinergi")


@pytest.mark.parametrize("name", ["officer", "partner", "tkksd", "observer", "stranger"])
def test_nobody_else_gives_a_verdict(cast, made, name):
    with pytest.raises(NotAllowed):
        judged(getattr(cast, name), made)


@pytest.mark.parametrize("state", ["disepakati", "dibatalkan"])
def test_nothing_is_changed_once_the_period_is_agreed_or_called_off(cast, opened, made, state):
    opened.state = state
    opened.save()
    with pytest.raises(ImpossibleStep, match="tidak diubah lagi"):
        judged(cast.biro, made)


@pytest.mark.parametrize("state", ["draf", "ditarik"])
def test_only_what_the_forum_discusses_is_tested(cast, made, state):
    made.state = state
    made.save()
    with pytest.raises(ImpossibleStep, match="tidak dibahas forum"):
        record_test(actor=cast.biro, row=made, given=Given(), seen=0)


def test_a_reworded_row_asks_for_another_look(cast, made):
    saved = judged(cast.biro, made)
    assert not saved.is_outdated
    made.revision += 1
    made.save()
    assert RowTriage.objects.get().is_outdated


def test_the_page_is_read_by_participants_and_filled_in_by_who_leads(cast, made, address, signed_in):
    judged(cast.biro, made, answers=answered(), reason="Rumah sakit melayani dua daerah contoh.")
    for user in (cast.officer, cast.partner, cast.observer):
        page = signed_in(user).get(address).content.decode()
        assert "Rumah sakit melayani dua daerah contoh." in page
        assert "Alasan contoh. dampak" in page
        assert "Simpan, lanjut" not in page
    assert signed_in(cast.stranger).get(address).status_code == 404
    assert signed_in(cast.officer).post(address, sent_form()).status_code == 403
    assert "Simpan, lanjut" in signed_in(cast.biro).get(address).content.decode()


def test_the_form_keeps_the_verdict_and_goes_on_to_the_next_untested(cast, opened, made, address, signed_in):
    second = row(cast.partner, opened, cast.kubar, title="Air bersih contoh")
    client = signed_in(cast.biro)
    sent = sent_form(answered(), verdict="ksdd_wajib", reason=WHY, lanjut="ya")
    reached = client.post(address, sent, follow=True)
    assert reached.redirect_chain[-1][0] == f"/pemetaan/baris/{second.public_id}/uji/"
    assert RowTriage.objects.get().verdict == "ksdd_wajib"
    onwards = sent_form(verdict="sinergi", reason=WHY, lanjut="ya")
    done = client.post(f"/pemetaan/baris/{second.public_id}/uji/", onwards, follow=True)
    assert "Semua baris yang dikirim sudah diuji" in done.content.decode()
    assert RowTriage.objects.count() == 2


def test_the_second_person_gets_409_with_the_first_verdict_and_the_own_words(cast, made, address, signed_in):
    judged(cast.biro, made, reason="Alasan orang pertama contoh.")
    client = signed_in(cast.head)
    sent = sent_form(answered("tidak"), verdict="ksdd_sukarela", reason="Alasan orang kedua contoh.")
    page = client.post(address, sent)
    text = page.content.decode()
    assert page.status_code == 409
    assert "Alasan orang pertama contoh." in text
    assert "Alasan orang kedua contoh." in text
    assert cast.biro.get_full_name() in text
    assert page.context["form"]["seen"].value() == "1"
    again = client.post(address, sent | {"seen": "1", "why": "Tidak lebih efisien."})
    assert again.status_code == 302
    assert RowTriage.objects.get().verdict == "ksdd_sukarela"


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "karangan"},
        {"verdict": "sinergi"},
        {"verdict": "bukan_ksd", "reason": WHY},
        {"jawab_lokasi": "ya"},
        {"alasan_lokasi": WHY},
        {"seen": "x"},
        {"reason": "x" * 5001},
        {"verdict": "ksdd_wajib", "reason": WHY},
    ],
)
def test_bad_input_is_422_with_everything_typed_kept(made, address, cast, signed_in, fields):
    page = signed_in(cast.biro).post(address, sent_form(alasan_dampak="Tetap ada.") | fields)
    assert page.status_code == 422
    assert "Tetap ada." in page.content.decode()
    assert not RowTriage.objects.exists()


def test_a_closed_period_is_409_and_nothing_typed_is_lost(cast, opened, address, signed_in):
    opened.state = "disepakati"
    opened.save()
    page = signed_in(cast.biro).post(address, sent_form(verdict="sinergi", reason="Kata contoh."))
    assert page.status_code == 409
