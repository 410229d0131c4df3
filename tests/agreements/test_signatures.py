"""Who signs, by what authority, when; and what follows from the last signature."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.choices import Authority, LifeState, NaskahState
from agreements.documents.printed import html_of
from agreements.models import Naskah, NaskahParty
from agreements.services import agreement, signing
from agreements.services.naskah import newest_version
from agreements.services.naskah_rules import findings_of
from ksd.core import clock
from ksd.core.errors import DomainError, NotAllowed, NotReady
from ksd.deadlines.models import Deadline, Reminder
from tests import factories
from tests.agreements.playing import Play, days_later, scan


@pytest.fixture
def agreed(play: Play) -> tuple[Play, Naskah]:
    """A KB every party agreed to, not signed yet."""
    play.to("penandatanganan_kb")
    return play, play.case.naskah.get(kind="kb")


def record(play: Play, text: Naskah, order: int = 0, **changes: object) -> NaskahParty:
    """Record the signature of one party."""
    party = play.parties()[order]
    values: dict[str, object] = {
        "actor": play.actor_for(party),
        "naskah": text,
        "party": party,
        "number": "119/1/KB",
        "mode": "desk",
        "signed_on": clock.today(),
        "upload": scan(),
    }
    return signing.record_signature(**(values | changes))  # type: ignore[arg-type]


def test_a_signature_needs_the_partys_own_number(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    with pytest.raises(DomainError, match="nomor naskah"):
        record(play, text, number=" ")
    assert not text.signatures.filter(signed_on__isnull=False).exists()


def test_two_parties_keep_a_number_each(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    record(play, text, 0)
    record(play, text, 1, number="415/7/KB")
    assert list(text.signatures.values_list("number", flat=True)) == ["119/1/KB", "415/7/KB"]


def test_a_signature_cannot_precede_the_accepted_offer_nor_lie_in_the_future(
    agreed: tuple[Play, Naskah],
) -> None:
    play, text = agreed
    for day, message in ((days_later(-1), "mendahului"), (days_later(1), "masa depan")):
        with pytest.raises(DomainError, match=message):
            record(play, text, signed_on=day)


def test_a_party_signs_once(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    record(play, text)
    with pytest.raises(DomainError, match="sudah dicatat pada 21 November 2026"):
        record(play, text)


def test_nobody_records_the_signature_of_another_region_that_has_users(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    with pytest.raises(NotAllowed):
        record(play, text, 1, actor=play.cast.officer)


def test_a_renamed_program_is_not_taken_for_a_signed_copy(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    program = SimpleUploadedFile("naskah.pdf", b"MZ\x90\x00 not a pdf", "application/pdf")
    with pytest.raises((ValidationError, DomainError)):
        record(play, text, upload=program)
    assert not text.signatures.filter(signed_on__isnull=False).exists()


def test_a_kb_is_signed_by_the_head_of_region_and_never_by_kuasa(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    with pytest.raises(DomainError, match="tidak dengan surat kuasa") as refusal:
        play.name_signer(text, play.parties()[0])
    assert "Pasal 10" in refusal.value.article


def test_a_pks_by_kuasa_needs_its_number_and_a_date_not_after_the_signature(play: Play) -> None:
    play.to("penyusunan_pks")
    text = play.draft("pks", "Kegiatan", 1)
    own = play.parties()[0]
    play.name_signer(text, own, kuasa_number="", kuasa_date=None)
    with pytest.raises(NotReady, match="surat kuasa belum diisi"):
        play.agree(text)
    with pytest.raises(DomainError, match="surat kuasa tidak boleh di masa depan"):
        play.name_signer(text, own, kuasa_date=days_later(5))
    with clock.frozen(days_later(3)):
        play.name_signer(text, own, kuasa_date=clock.today())
        agreement.approve_naskah(actor=play.cast.partner, naskah=text, party=play.parties()[1], seen_number=1)
        with pytest.raises(NotReady, match="sesudah tanggal tanda tangan"):
            record(play, text, signed_on=factories.TODAY)


def test_a_head_of_region_does_not_empower_himself(play: Play) -> None:
    play.to("penyusunan_pks")
    text = play.draft("pks", "Kegiatan", 1)
    with pytest.raises(DomainError, match="memberi surat kuasa, bukan menerimanya"):
        play.name_signer(text, play.parties()[0], name="Dr. Contoh Kutai Kartanegara, M.Si.")


def test_a_signer_is_not_changed_after_the_text_was_shared(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    other = signing.Signer(name="Contoh Lain", title="Bupati", authority=Authority.HEAD)
    with pytest.raises(DomainError, match="tidak dapat diganti sesudah naskah dibagikan"):
        signing.set_signer(actor=play.cast.officer, naskah=text, party=play.parties()[0], signer=other)


def test_a_text_without_place_or_signer_is_not_shared(play: Play) -> None:
    play.to("penyusunan_kb")
    text = play.draft("kb")
    text.signatures.update(signer_name="")
    Naskah.objects.filter(pk=text.pk).update(place="")
    with pytest.raises(NotReady) as refusal:
        agreement.share_naskah(actor=play.cast.officer, naskah=text)
    assert {"place", "signer"} <= {finding.code for finding in refusal.value.findings}


def test_a_pks_that_would_outlive_its_kb_is_marked(play: Play) -> None:
    play.to("penyusunan_pks")
    text = play.draft("pks", "Kegiatan", 9)
    found = findings_of(text, newest_version(text))
    assert any(finding.code == "beyond_parent" and finding.severity == "warning" for finding in found)


def test_an_office_of_another_region_cannot_sign_for_ours(play: Play) -> None:
    play.to("penyusunan_pks")
    text = play.draft("pks", "Kegiatan", 1)
    foreign = play.offices[play.cast.kubar.pk]
    with pytest.raises(DomainError, match="bukan milik Kabupaten Kutai Kartanegara"):
        play.name_signer(text, play.parties()[0], office=foreign)


def test_a_number_of_the_same_region_is_used_once(play: Play) -> None:
    play.to("penandatanganan_kb")
    kb = play.case.naskah.get(kind="kb")
    record(play, kb, 0, number="119/1")
    record(play, kb, 1, number="415/1")
    play.reload()
    play.to("penandatanganan_pks")
    pks = play.case.naskah.get(kind="pks")
    with pytest.raises(DomainError, match="119/1 sudah dipakai"):
        record(play, pks, 0, number="119/1")


def test_the_last_signature_puts_the_text_in_force_to_the_day_before_the_fifth_year(
    agreed: tuple[Play, Naskah],
) -> None:
    play, text = agreed
    record(play, text, 0)
    record(play, text, 1, number="2")
    text = Naskah.objects.get(pk=text.pk)
    assert text.state == NaskahState.SIGNED
    assert (text.starts_on, text.ends_on) == (date(2026, 11, 21), date(2031, 11, 20))
    assert text.life(date(2026, 11, 20)) == LifeState.FUTURE
    assert text.life(date(2031, 11, 20)) == LifeState.IN_FORCE
    assert text.life(date(2031, 11, 21)) == LifeState.ENDED


def test_a_text_that_begins_later_is_not_in_force_before(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    record(play, text, 0)
    record(play, text, 1, number="2", starts_on=date(2027, 1, 1))
    text = Naskah.objects.get(pk=text.pk)
    assert text.life() == LifeState.FUTURE
    assert text in Naskah.objects.in_force(date(2027, 1, 1))
    assert text not in Naskah.objects.in_force(factories.TODAY)


def test_a_signed_text_reminds_at_ninety_sixty_thirty_seven_and_no_days(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    play.sign(text)
    term = Deadline.objects.of(text).get()
    assert term.due_on == date(2031, 11, 20)
    days = Reminder.objects.filter(deadline=term, days_before__gte=0).values_list("days_before", flat=True)
    assert sorted(days, reverse=True) == [90, 60, 30, 7, 0]
    assert set(term.regions.all()) == {play.cast.kukar, play.cast.kubar}


def test_texts_without_a_number_yet_do_not_stand_in_each_others_way(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    other = Play(play.cast)
    other.to("penyusunan_kb")
    other.draft("kb")
    row = text.signatures.get(party=play.parties()[0])
    signing.check_number(text, row, "")
    other.case.naskah.get().signatures.filter(party=other.parties()[0]).update(number="119/1")
    with pytest.raises(DomainError, match="sudah dipakai"):
        signing.check_number(text, row, "119/1")


def test_signers_are_named_without_academic_titles_in_the_printed_text(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    row = text.signatures.first()
    assert row is not None
    Naskah.objects.filter(pk=text.pk).update(state=NaskahState.DRAFTED)
    signing.set_signer(
        actor=play.cast.officer,
        naskah=text,
        party=row.party,
        signer=signing.Signer(name="Dr. Contoh Kukar, S.H., M.Si.", title="Bupati", authority=Authority.HEAD),
    )
    text.refresh_from_db()
    page = html_of(text, newest_version(text))
    assert "CONTOH KUKAR" in page
    assert "M.Si" not in page


def test_ending_within_days_finds_texts_by_date(agreed: tuple[Play, Naskah]) -> None:
    play, text = agreed
    play.sign(text)
    soon = date(2031, 11, 20) - timedelta(days=25)
    assert text in Naskah.objects.ending_within(30, soon)
    assert text not in Naskah.objects.ending_within(20, soon)
