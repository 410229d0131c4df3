"""The result of a mapping is agreed in a Berita Acara signed by the head of every region (Pasal 5 ayat (6))."""

import json
from datetime import timedelta

import pytest

from agreements.documents.letters import from_json, to_json
from agreements.models import IssuedNumber
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.core.models import Job
from ksd.mapping.models import MappingMinutes, MappingRow
from ksd.mapping.services.life import take_step
from ksd.mapping.services.outputs import minutes as acts
from ksd.mapping.tasks.minutes import MINUTES_JOB, print_minutes
from ksd.mapping.views.minutes import _known
from tests.factories import TODAY
from tests.mapping.output_rows import closed, drafted, issued, judged, signed
from tests.mapping.rows import period


@pytest.fixture
def done(cast):
    return closed(cast)


def test_the_signed_berita_acara_lets_the_result_be_agreed(cast, done):
    with pytest.raises(NotReady, match="belum diterbitkan"):
        take_step(actor=cast.biro, period=done, code="sepakati")
    paper = issued(cast, done)
    with pytest.raises(NotReady, match="Kabupaten Kutai Kartanegara, Kabupaten Kutai Barat"):
        take_step(actor=cast.biro, period=done, code="sepakati")
    for row in paper.signatures.select_related("region", "minutes__period__region"):
        acts.record_signature(actor=cast.biro, signature=row, on=TODAY, place="Tenggarong")
    take_step(actor=cast.biro, period=done, code="sepakati")
    done.refresh_from_db()
    paper.refresh_from_db()
    assert (done.state, paper.state) == ("disepakati", "ditandatangani")
    with pytest.raises(ImpossibleStep, match="selagi periode disepakati"):
        acts.cancel_minutes(actor=cast.biro, minutes=paper, reason="x")


def test_what_is_issued_keeps_its_words_and_signers(cast, done):
    paper = issued(cast, done)
    paper.refresh_from_db()
    words = paper.words
    assert [row.title for row in paper.signatures.all()] == [
        "Bupati Kutai Kartanegara",
        "Pj. Bupati Kutai Barat",
    ]
    MappingRow.objects.filter(title="Air contoh").update(program="Lain")
    paper.refresh_from_db()
    assert paper.words == words
    assert "Air minum contoh" in str(words)
    assert json.loads(json.dumps(to_json(from_json(words)))) == words
    book = IssuedNumber.objects.get(kind="ba-pemetaan")
    assert (book, book.words, book.number) == (paper.number, words, words["number"])


def test_the_same_bytes_are_handed_out_later(cast, done, monkeypatch):
    made = iter([b"%PDF-satu", b"%PDF-dua"])
    monkeypatch.setattr("ksd.mapping.tasks.minutes.render_pdf", lambda _html: next(made))
    paper = issued(cast, done)
    job = Job(kind=MINUTES_JOB, payload={"minutes": paper.pk})
    first = print_minutes(job, lambda *_progress: None)
    assert print_minutes(job, lambda *_progress: None) == first
    paper.refresh_from_db()
    assert paper.pdf == first
    assert str(paper.docx).endswith(".docx")


def test_it_is_issued_only_when_filling_is_closed_and_every_head_is_known(cast):
    opened = period(cast.biro, cast.kaltim, cast.kukar)
    paper = drafted(cast, opened)
    lacks = acts.lacking_for_issue(paper)
    assert len(lacks) == 3
    with pytest.raises(NotReady, match="Kabupaten Kutai Kartanegara") as refused:
        acts.issue_minutes(actor=cast.biro, minutes=paper)
    assert refused.value.article == "Pasal 5 ayat (6) Permendagri 22/2020"


def test_only_who_leads_writes_issues_and_cancels(cast, done):
    for user in (cast.officer, cast.observer, cast.stranger):
        with pytest.raises(NotAllowed):
            acts.prepare_minutes(actor=user, period=done, dated=TODAY, place="x")
    paper = issued(cast, done)
    with pytest.raises(NotAllowed):
        acts.cancel_minutes(actor=cast.officer, minutes=paper, reason="x")
    row = paper.signatures.get(region=cast.kubar)
    with pytest.raises(NotAllowed):
        acts.record_signature(actor=cast.officer, signature=row, on=TODAY, place="")
    acts.record_signature(actor=cast.partner, signature=row, on=TODAY, place="Sendawar")
    with pytest.raises(ImpossibleStep, match="sudah dicatat"):
        acts.record_signature(actor=cast.partner, signature=row, on=TODAY, place="")


@pytest.mark.parametrize("days", [1, -1])
def test_a_signature_stands_between_the_paper_and_today(cast, done, days):
    row = issued(cast, done).signatures.get(region=cast.kukar)
    with pytest.raises(DomainError, match="di luar"):
        acts.record_signature(actor=cast.biro, signature=row, on=TODAY + timedelta(days), place="")


def test_a_cancelled_one_stays_with_its_reason_and_makes_room(cast, done):
    paper = signed(cast, done)
    with pytest.raises(DomainError, match="Alasan wajib"):
        acts.cancel_minutes(actor=cast.biro, minutes=paper, reason=" ")
    acts.cancel_minutes(actor=cast.biro, minutes=paper, reason="Salah daftar")
    paper.refresh_from_db()
    assert paper.state == "dibatalkan"
    assert not IssuedNumber.objects.valid().filter(kind="ba-pemetaan").exists()
    assert issued(cast, done).number != paper.number
    assert MappingMinutes.objects.count() == 2


def test_two_who_write_the_draft_do_not_overwrite_each_other(cast, done):
    drafted(cast, done)
    with pytest.raises(StaleForm, match="orang lain"):
        acts.prepare_minutes(actor=cast.head, period=done, dated=TODAY, place="Lain", seen_revision=0)
    with pytest.raises(DomainError, match="masuk akal"):
        acts.prepare_minutes(
            actor=cast.biro, period=done, dated=TODAY + timedelta(1), place="x", seen_revision=1
        )


def test_it_does_not_record_a_forum_still_to_come(cast, done):
    paper = drafted(cast, done)
    done.forum_on = TODAY + timedelta(17)
    done.save()
    with pytest.raises(DomainError, match="mendahului forum"):
        acts.prepare_minutes(
            actor=cast.biro, period=done, dated=TODAY, place="x", seen_revision=paper.revision
        )
    paper.refresh_from_db()
    assert any("mendahului forum" in told for told in acts.lacking_for_issue(paper))
    assert "dated" not in _known(done, None)  # the form begins with today


def test_regions_without_rows_are_named(cast, done):
    done.answers.filter(region=cast.kukar).update(submitted_at=None)
    done.answers.filter(region=cast.kubar).update(submitted_at=done.created_at, nothing_to_say=True)
    words = str(to_json(acts.letter_of(drafted(cast, done))))
    assert f"{cast.kukar.full_name} tidak mengirim isian." in words
    assert f"{cast.kubar.full_name} menyatakan tidak ada usulan." in words


def test_the_paper_lists_what_was_agreed_and_counts_the_rest(cast, done):
    judged(cast.biro, done, cast.kukar, "bukan_ksd", title="Sewa gedung contoh", program="Sewa")
    words = str(to_json(acts.letter_of(drafted(cast, done))))
    assert "1 baris dinyatakan bukan kerja sama daerah" in words
    assert "Sewa gedung contoh" not in words
    assert "KSDD wajib 1, KSDPK 1" in words
    assert "hari ini Sabtu tanggal dua puluh satu bulan November" in words
    assert "Pj. Bupati Kutai Barat" in words


def test_it_is_not_offered_before_filling_begins(cast, signed_in):
    early = period(cast.biro, cast.kaltim, cast.kukar, state="disiapkan")
    address, client = f"{early.get_absolute_url()}berita-acara/", signed_in(cast.biro)
    assert "Siapkan Berita Acara" not in client.get(address).content.decode()
    early.state = "dibuka"
    early.save()
    assert "Siapkan Berita Acara" in client.get(address).content.decode()


def test_pages_follow_the_state_and_the_role(cast, done, signed_in):
    address = f"/pemetaan/{done.public_id}/berita-acara/"
    client = signed_in(cast.biro)
    assert "Siapkan Berita Acara" in client.get(address).content.decode()
    token = client.get(f"{address}tulis/").context["form"]["form_token"].value()
    data = {"form_token": token, "dated": "2026-11-21", "place": "Tenggarong", "seen_revision": "0"}
    assert client.post(f"{address}tulis/", data | {"dated": "2027-01-01"}).status_code == 422
    assert client.post(f"{address}tulis/", data).status_code == 302
    assert client.post(f"{address}tulis/", data).status_code == 302
    draft = MappingMinutes.objects.get()
    assert "Terbitkan" in client.get(address).content.decode()
    reader = signed_in(cast.officer)
    assert "Belum ada Berita Acara" in reader.get(address).content.decode()
    assert reader.get(f"{address}terbitkan/").status_code == 403
    acts.issue_minutes(actor=cast.biro, minutes=draft)
    page = reader.get(address).content.decode()
    assert page.count("Catat tanda tangan") == 1
    assert reader.get(f"{address}tanda-tangan/64.07/").status_code == 403
    assert reader.get(f"{address}tanda-tangan/64.02/").status_code == 200
    assert signed_in(cast.stranger).get(address).status_code == 404
