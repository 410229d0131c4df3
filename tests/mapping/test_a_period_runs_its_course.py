"""A period is prepared, opened, closed, agreed or called off; by who leads it, in its order, with its reasons."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.deadlines.models import Deadline, Notice
from ksd.mapping.choices import PeriodState
from ksd.mapping.models import Period
from ksd.mapping.services import needs
from ksd.mapping.services.life import possible_step, take_step
from ksd.mapping.services.needs import told_first
from ksd.mapping.services.periods import set_participants
from ksd.mapping.workflow import STEPS, step
from tests.factories import TODAY
from tests.mapping.rows import period, row

DEADLINE = date(2026, 12, 21)


@pytest.fixture
def prepared(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, state="disiapkan", deadline=DEADLINE)


@pytest.mark.parametrize("state", PeriodState.values)
@pytest.mark.parametrize("taken", STEPS, ids=lambda taken: taken.code)
def test_a_step_is_taken_only_from_the_states_of_the_table(taken, state):
    period = Period(name="Pemetaan contoh", year=2027, state=state)
    if state in taken.sources:
        assert possible_step(period, taken.code) is taken
    else:
        with pytest.raises(ImpossibleStep, match="tidak dapat dilakukan"):
            possible_step(period, taken.code)


def test_opening_tells_who_fills_in_and_starts_their_term(cast, prepared):
    take_step(actor=cast.biro, period=prepared, code="buka")
    prepared.refresh_from_db()
    assert prepared.is_open
    assert set(Notice.objects.filter(kind="mapping").values_list("user", flat=True)) == {
        cast.officer.pk,
        cast.tkksd.pk,
        cast.partner.pk,
    }
    terms = Deadline.objects.open().filter(code="pengisian_pemetaan")
    assert [term.due_on for term in terms] == [DEADLINE, DEADLINE]
    assert "64.02" in terms.get(responsible_region=cast.kukar).link


def test_opening_needs_participants_and_a_deadline_that_lies_ahead(cast):
    bare = period(cast.biro, cast.kaltim, state="disiapkan")
    with pytest.raises(NotReady, match=r"peserta belum dipilih.*Batas waktu pengisian belum diisi"):
        take_step(actor=cast.biro, period=bare, code="buka")
    late = period(
        cast.biro,
        cast.kaltim,
        cast.kukar,
        name="Lewat",
        state="disiapkan",
        deadline=TODAY - timedelta(days=1),
    )
    with pytest.raises(NotReady, match="sudah lewat"):
        take_step(actor=cast.biro, period=late, code="buka")


def test_only_who_leads_it_moves_a_period(cast, prepared):
    for user in (cast.officer, cast.partner, cast.observer, cast.stranger, cast.nobody):
        with pytest.raises(NotAllowed, match="tidak berwenang memimpin"):
            take_step(actor=user, period=prepared, code="buka")


def test_closing_stops_the_terms_and_reopening_asks_why(cast, prepared):
    take_step(actor=cast.biro, period=prepared, code="buka")
    take_step(actor=cast.biro, period=prepared, code="tutup")
    assert not Deadline.objects.open().filter(code="pengisian_pemetaan").exists()
    with pytest.raises(DomainError, match="Alasan wajib diisi"):
        take_step(actor=cast.biro, period=prepared, code="buka_kembali", reason="  ")
    take_step(actor=cast.biro, period=prepared, code="buka_kembali", reason="Banjir contoh")
    assert Deadline.objects.open().filter(code="pengisian_pemetaan").count() == 2
    assert prepared.events.first().reason == "Banjir contoh"
    assert Notice.objects.filter(user=cast.officer, body__contains="Banjir contoh").exists()


def test_whoever_closes_reads_first_who_has_not_answered(cast, prepared, signed_in):
    take_step(actor=cast.biro, period=prepared, code="buka")
    page = signed_in(cast.biro).get(f"{prepared.get_absolute_url()}langkah/tutup/").content.decode()
    for told in ("Belum menjawab: ", str(cast.kukar), "tidak ikut dibahas", "baru berakhir"):
        assert told in page
    prepared.refresh_from_db()
    prepared.answers.update(submitted_at=prepared.created_at)
    closing = step("tutup")
    assert closing
    assert not any("Belum menjawab" in told for told in told_first(prepared, closing))


def test_without_a_berita_acara_nothing_is_agreed(cast):
    closed = period(cast.biro, cast.kaltim, cast.kukar, state="ditutup")
    with pytest.raises(NotReady, match=r"Berita Acara belum (diterbitkan|ditandatangani)"):
        take_step(actor=cast.biro, period=closed, code="sepakati")


def test_who_keeps_the_paper_says_when_it_is_there(cast, monkeypatch):
    monkeypatch.setitem(needs._NEEDS, "berita_acara", needs._NEEDS["berita_acara"])
    needs.provides("berita_acara")(lambda _period: "")
    closed = period(cast.biro, cast.kaltim, cast.kukar, state="ditutup")
    take_step(actor=cast.biro, period=closed, code="sepakati")
    closed.refresh_from_db()
    assert closed.state == PeriodState.DISEPAKATI
    with pytest.raises(KeyError):
        needs.provides("tidak_dikenal")
    with pytest.raises(KeyError):
        needs.follows_step("tidak_dikenal")(lambda _period, _event: None)


def test_a_page_left_open_does_not_take_a_step_twice(cast, prepared):
    take_step(actor=cast.biro, period=prepared, code="buka", seen_state="disiapkan")
    with pytest.raises(StaleForm, match="berpindah"):
        take_step(actor=cast.biro, period=prepared, code="batalkan", reason="x", seen_state="disiapkan")


def test_a_region_that_wrote_stays_a_participant(cast, prepared):
    take_step(actor=cast.biro, period=prepared, code="buka")
    row(cast.officer, prepared, cast.kukar, state="draf")
    with pytest.raises(ImpossibleStep, match="Kutai Kartanegara sudah mengisi"):
        set_participants(actor=cast.biro, period=prepared, regions=[cast.kubar])
    set_participants(actor=cast.biro, period=prepared, regions=[cast.kukar, cast.paser])
    assert {answer.region for answer in prepared.answers.all()} == {cast.kukar, cast.paser}
    assert Notice.objects.filter(user=cast.stranger, title__contains="diminta mengisi").exists()
    assert Deadline.objects.open().filter(responsible_region=cast.kubar).count() == 0
    with pytest.raises(ImpossibleStep, match="satu daerah"):
        set_participants(actor=cast.biro, period=prepared, regions=[])


def test_who_is_no_longer_asked_is_told_and_led_to_no_closed_page(cast, prepared, signed_in):
    take_step(actor=cast.biro, period=prepared, code="buka")
    set_participants(actor=cast.biro, period=prepared, regions=[cast.kukar])
    told = Notice.objects.get(user=cast.partner, title__contains="tidak lagi diminta")
    assert told.link == ""
    term = Deadline.objects.get(code="pengisian_pemetaan", responsible_region=cast.kubar)
    page = signed_in(cast.partner).get(term.page)
    assert page.status_code == 200
    assert "Dihentikan" in page.content.decode()


FACTS = {
    "name": "Pemetaan uji contoh", "year": "2028", "forum": "rapat", "forum_on": "2027-03-01", "forum_place": "",
    "meeting": "", "deadline": "2027-02-01", "guidance": "Isi seperlunya.", "seen_revision": "0",
}  # fmt: skip


def test_a_period_is_prepared_changed_and_opened_in_the_browser(cast, signed_in):
    client = signed_in(cast.biro)
    new = reverse("mapping:period_new")
    assert client.get(new).status_code == 200
    made = client.post(new, FACTS | {"region": cast.kaltim.pk, "form_token": "satu"})
    found = Period.objects.get(name="Pemetaan uji contoh")
    asked = reverse("mapping:participants", args=[found.public_id])
    assert (made.status_code, made["Location"]) == (302, asked)
    # Sent twice it is prepared once.
    client.post(new, FACTS | {"region": cast.kaltim.pk, "form_token": "satu"})
    assert Period.objects.filter(name="Pemetaan uji contoh").count() == 1
    assert {answer.region for answer in found.answers.all()} == {cast.kukar, cast.kubar, cast.paser}
    client.post(asked, {"regions": [cast.kukar.pk, cast.kubar.pk], "form_token": "dua"})
    assert found.answers.count() == 2
    edit = reverse("mapping:period_edit", args=[found.public_id])
    wrong = client.post(edit, FACTS | {"deadline": "2027-04-01", "form_token": "tiga"})
    assert wrong.status_code == 422
    assert "Forum tidak boleh mendahului" in wrong.content.decode()
    client.post(edit, FACTS | {"guidance": "Baru", "form_token": "empat"})
    stale = client.post(edit, FACTS | {"guidance": "Basi", "form_token": "lima"})
    assert stale.status_code == 409
    assert "Basi" in stale.content.decode()
    go = reverse("mapping:period_step", args=[found.public_id, "buka"])
    assert client.post(go, {"form_token": "enam", "seen_state": "disiapkan"}).status_code == 302
    found.refresh_from_db()
    assert (found.state, found.guidance) == ("dibuka", "Baru")
    assert client.get(go).status_code == 409
    page = client.get(found.get_absolute_url()).content.decode()
    assert "Siapa yang sudah menjawab" in page
    assert "Tutup pengisian" in page


def test_a_new_deadline_of_an_open_period_is_told(cast, signed_in, prepared):
    take_step(actor=cast.biro, period=prepared, code="buka")
    edit = reverse("mapping:period_edit", args=[prepared.public_id])
    body = FACTS | {"deadline": "2027-01-15", "seen_revision": "1", "form_token": "a"}
    assert signed_in(cast.biro).post(edit, body).status_code == 302
    assert Notice.objects.filter(user=cast.officer, title__contains="15 Januari 2027").exists()
    assert {row.due_on for row in Deadline.objects.open().filter(code="pengisian_pemetaan")} == {
        date(2027, 1, 15)
    }
    empty = signed_in(cast.biro).post(edit, body | {"deadline": "", "seen_revision": "2", "form_token": "b"})
    assert empty.status_code == 422


def test_the_list_is_filtered_by_year_and_state(cast, signed_in, prepared):
    period(cast.biro, cast.kaltim, cast.kukar, year=2026, name="Tahun lalu contoh", state="ditutup")
    client = signed_in(cast.biro)
    page = client.get("/pemetaan/", {"year": "2026"}).content.decode()
    assert "Tahun lalu contoh 2026" in page
    assert "Pemetaan contoh 2027" not in page
    assert "Tahun lalu contoh 2026" not in client.get("/pemetaan/", {"state": "disiapkan"}).content.decode()
    assert client.get("/pemetaan/", {"year": "zzz", "state": "💥", "page": "-1"}).status_code == 200
