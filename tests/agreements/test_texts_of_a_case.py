"""KB and PKS: begun, written, shared, approved, locked, reopened."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agreements.choices import NaskahState
from agreements.models import Naskah, NaskahApproval, NaskahVersion
from agreements.naskah.structure import Ayat, Body, from_json
from agreements.services import agreement, naskah
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from tests.agreements.playing import Play


@pytest.fixture
def drafting(play: Play) -> Play:
    """A case whose offer was accepted."""
    play.to("penyusunan_kb")
    return play


def body_of(text: Naskah) -> Body:
    """The newest wording."""
    return from_json(naskah.newest_version(text).body)


def reworded(text: Naskah, words: str) -> Body:
    """The newest wording with another first ayat."""
    body = body_of(text)
    first = replace(body.pasal[0], ayat=(Ayat(words), *body.pasal[0].ayat[1:]))
    return replace(body, pasal=(first, *body.pasal[1:]))


def save(play: Play, text: Naskah, body: Body, seen: int) -> NaskahVersion:
    """Save a wording as the officer who proposed."""
    return naskah.save_version(actor=play.cast.officer, naskah=text, body=body, seen_number=seen)


def test_a_kb_begins_with_the_seven_required_clauses_in_the_order_of_pasal_40(drafting: Play) -> None:
    text = drafting.draft("kb")
    required = [clause.code for clause in text.rule.clauses if clause.required]
    assert [pasal.clause for pasal in body_of(text).pasal][: len(required)] == required
    assert len(required) == 7


def test_a_kb_longer_than_five_years_is_refused_with_its_article(drafting: Play) -> None:
    with pytest.raises(DomainError, match="paling lama 5 tahun, bukan 6") as refusal:
        drafting.draft("kb", years=6)
    assert "Pasal 9 ayat (3)" in refusal.value.article
    assert not Naskah.objects.exists()


def test_a_second_kb_is_refused_while_one_lives(drafting: Play) -> None:
    first = drafting.draft("kb")
    with pytest.raises(ImpossibleStep, match="sudah mempunyai"):
        drafting.draft("kb")
    agreement.cancel_naskah(actor=drafting.cast.officer, naskah=first, reason="Salah judul")
    assert drafting.draft("kb").order == 2


def test_a_pks_without_a_signed_kb_is_refused(drafting: Play) -> None:
    with pytest.raises(ImpossibleStep, match="belum dapat disusun"):
        drafting.draft("pks")


def test_each_saved_wording_is_a_new_version_and_the_old_ones_stay(drafting: Play) -> None:
    text = drafting.draft("kb")
    before = naskah.newest_version(text)
    save(drafting, text, reworded(text, "Rumusan baru."), seen=1)
    assert NaskahVersion.objects.get(pk=before.pk).body == before.body
    assert naskah.newest_version(text).number == 2


def test_saving_the_same_wording_again_makes_no_version(drafting: Play) -> None:
    text = drafting.draft("kb")
    save(drafting, text, body_of(text), seen=1)
    assert text.versions.count() == 1


def test_a_wording_saved_over_somebody_elses_is_refused_and_names_them(drafting: Play) -> None:
    text = drafting.draft("kb")
    save(drafting, text, reworded(text, "Rumusan pertama."), seen=1)
    with pytest.raises(StaleForm, match=f"{drafting.cast.officer.full_name} sudah menyimpan versi 2"):
        save(drafting, text, reworded(text, "Rumusan kedua."), seen=1)
    assert text.versions.count() == 2


def test_an_unknown_placeholder_is_refused_by_name(drafting: Play) -> None:
    text = drafting.draft("kb")
    with pytest.raises(DomainError, match=r"tidak dikenal: \{pihak1\.hobi\}"):
        save(drafting, text, reworded(text, "Menurut {pihak1.hobi}."), seen=1)
    assert text.versions.count() == 1


def test_only_the_initiator_writes_the_text(drafting: Play) -> None:
    text = drafting.draft("kb")
    for actor in (drafting.cast.partner, drafting.cast.stranger, drafting.cast.observer):
        with pytest.raises(NotAllowed):
            naskah.save_version(actor=actor, naskah=text, body=body_of(text), seen_number=1)


def test_a_text_without_a_required_clause_is_not_shared(drafting: Play) -> None:
    text = drafting.draft("kb")
    body = body_of(text)
    save(drafting, text, replace(body, pasal=body.pasal[1:]), seen=1)
    with pytest.raises(NotReady, match="belum dapat dibagikan") as refusal:
        agreement.share_naskah(actor=drafting.cast.officer, naskah=text)
    assert any("Pasal 40" in finding.article for finding in refusal.value.findings)
    text.refresh_from_db()
    assert text.state == NaskahState.DRAFTED


def test_a_text_is_final_only_when_every_party_approved_the_same_version(drafting: Play) -> None:
    text = drafting.draft("kb")
    agreement.share_naskah(actor=drafting.cast.officer, naskah=text)
    own, other = drafting.parties()
    agreement.approve_naskah(actor=drafting.cast.officer, naskah=text, party=own, seen_number=1)
    text.refresh_from_db()
    assert text.state == NaskahState.DISCUSSED
    agreement.approve_naskah(actor=drafting.cast.partner, naskah=text, party=other, seen_number=1)
    text.refresh_from_db()
    assert text.state == NaskahState.AGREED
    assert text.agreed_version == naskah.newest_version(text)
    assert drafting.reload().state == "penandatanganan_kb"
    shown = NaskahApproval.objects.filter(naskah=text).values_list("actor_name", "role")
    assert (
        drafting.cast.partner.full_name,
        "Petugas kerja sama kabupaten/kota – Kabupaten Kutai Barat",
    ) in shown


def test_a_party_approves_once_and_nobody_approves_for_another(drafting: Play) -> None:
    text = drafting.draft("kb")
    agreement.share_naskah(actor=drafting.cast.officer, naskah=text)
    own, other = drafting.parties()
    agreement.approve_naskah(actor=drafting.cast.officer, naskah=text, party=own, seen_number=1)
    with pytest.raises(DomainError, match="sudah menyetujui versi 1"):
        agreement.approve_naskah(actor=drafting.cast.officer, naskah=text, party=own, seen_number=1)
    with pytest.raises(NotAllowed):
        agreement.approve_naskah(actor=drafting.cast.officer, naskah=text, party=other, seen_number=1)


def test_a_returned_text_asks_everybody_again(drafting: Play) -> None:
    text = drafting.draft("kb")
    agreement.share_naskah(actor=drafting.cast.officer, naskah=text)
    own, other = drafting.parties()
    agreement.approve_naskah(actor=drafting.cast.officer, naskah=text, party=own, seen_number=1)
    agreement.return_naskah(actor=drafting.cast.partner, naskah=text, party=other, reason="Lokasi kurang")
    text.refresh_from_db()
    save(drafting, text, reworded(text, "Rumusan yang diperbaiki."), seen=1)
    agreement.share_naskah(actor=drafting.cast.officer, naskah=text)
    agreement.approve_naskah(actor=drafting.cast.partner, naskah=text, party=other, seen_number=2)
    text.refresh_from_db()
    assert text.state == NaskahState.DISCUSSED
    assert NaskahApproval.objects.filter(naskah=text).count() == 3


def test_a_locked_text_is_not_written_but_may_be_reopened_before_a_signature(drafting: Play) -> None:
    text = drafting.agree(drafting.draft("kb"))
    with pytest.raises(ImpossibleStep, match="naskah kini"):
        save(drafting, text, reworded(text, "Diam-diam."), seen=1)
    agreement.reopen_naskah(actor=drafting.cast.officer, naskah=text, reason="Salah ketik")
    assert drafting.reload().state == "penyusunan_kb"
    assert drafting.agree(text).state == NaskahState.AGREED


def test_a_text_one_party_signed_is_neither_reopened_nor_cancelled(drafting: Play) -> None:
    text = drafting.agree(drafting.draft("kb"))
    drafting.sign(text, parties=drafting.parties()[:1])
    with pytest.raises(DomainError, match="sudah ditandatangani salah satu pihak"):
        agreement.reopen_naskah(actor=drafting.cast.officer, naskah=text, reason="Terlambat")
    with pytest.raises(DomainError, match="sudah ditandatangani salah satu pihak"):
        agreement.cancel_naskah(actor=drafting.cast.officer, naskah=text, reason="Terlambat")


def test_one_kb_carries_seven_pks(play: Play) -> None:
    play.to("penyusunan_pks")
    for number in range(1, 8):
        play.sign(play.agree(play.draft("pks", f"Kegiatan {number}", 1)))
    kb = play.case.naskah.get(kind="kb")
    assert kb.children.count() == 7
    assert play.reload().state == "pelaksanaan"


def test_reopening_one_of_two_agreed_pks_leaves_the_other_ready_to_sign(play: Play) -> None:
    play.to("penyusunan_pks")
    first = play.agree(play.draft("pks", "Kegiatan 1", 1))
    second = play.agree(play.draft("pks", "Kegiatan 2", 1))
    agreement.reopen_naskah(actor=play.cast.officer, naskah=first, reason="Salah ketik")
    assert play.reload().state == "penandatanganan_pks"
    assert play.sign(second).state == NaskahState.SIGNED


def test_a_text_approved_today_is_waited_for_by_those_who_have_not_signed(drafting: Play) -> None:
    text = drafting.agree(drafting.draft("kb"))
    with clock.frozen(clock.today() + timedelta(days=3)):
        drafting.sign(text, parties=drafting.parties()[:1])
    waiting = [party.order for party in drafting.parties() if party.turn_since]
    assert waiting == [2]
