"""The chain within a party before it approves a text (F30, F31): sequential or side by side, with conditions."""

import pytest

from agreements.choices import NaskahState
from agreements.models import ApprovalStep, Naskah, VersionStep
from agreements.services import agreement
from agreements.services.approval_steps import speak_for_step
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from tests.agreements.playing import Play


@pytest.fixture
def shared(play: Play) -> tuple[Play, Naskah]:
    """A KB shared in a region with three steps: two side by side, then the Sekda."""
    for order, label, permission in (
        (1, "Dinas Kesehatan", "agreements.draft"),
        (1, "Bagian Hukum", "agreements.review"),
        (2, "Sekretaris Daerah", "agreements.approve"),
    ):
        ApprovalStep.objects.create(region=play.cast.kukar, order=order, label=label, permission=permission)
    ApprovalStep.objects.create(region=play.cast.kukar, naskah_kind="pks", order=3, label="Hanya PKS")
    ApprovalStep.objects.create(region=play.cast.kukar, order=3, label="Tidak dipakai", active=False)
    play.to("penyusunan_kb")
    text = play.draft("kb")
    agreement.share_naskah(actor=play.cast.officer, naskah=text)
    return play, Naskah.objects.get(pk=text.pk)


def step(text: Naskah, label: str) -> VersionStep:
    """A step of the newest version."""
    return VersionStep.objects.filter(version__naskah=text, label=label).latest("pk")


def test_the_chain_is_copied_when_the_text_is_shared_for_that_kind_only(shared):
    _play, text = shared
    labels = list(VersionStep.objects.filter(version__naskah=text).values_list("label", flat=True))
    assert sorted(labels) == ["Bagian Hukum", "Dinas Kesehatan", "Sekretaris Daerah"]


def test_a_party_does_not_approve_before_its_chain_is_through(shared):
    play, text = shared
    own, other = play.parties()
    with pytest.raises(NotReady, match="menunggu Dinas Kesehatan, Bagian Hukum"):
        agreement.approve_naskah(actor=play.cast.officer, naskah=text, party=own, seen_number=1)
    agreement.approve_naskah(actor=play.cast.partner, naskah=text, party=other, seen_number=1)
    with pytest.raises(ImpossibleStep, match="Belum giliran “Sekretaris Daerah”"):
        speak_for_step(actor=play.cast.officer, naskah=text, step=step(text, "Sekretaris Daerah"))
    speak_for_step(actor=play.cast.tkksd, naskah=text, step=step(text, "Bagian Hukum"))
    speak_for_step(actor=play.cast.officer, naskah=text, step=step(text, "Dinas Kesehatan"))
    speak_for_step(actor=play.cast.officer, naskah=text, step=step(text, "Sekretaris Daerah"))
    agreement.approve_naskah(actor=play.cast.officer, naskah=text, party=own, seen_number=1)
    assert Naskah.objects.get(pk=text.pk).state == NaskahState.AGREED


def test_only_whoever_may_speak_for_a_step_does_and_only_once(shared):
    play, text = shared
    for actor in (play.cast.officer, play.cast.partner, play.cast.observer):
        with pytest.raises(NotAllowed):
            speak_for_step(actor=actor, naskah=text, step=step(text, "Bagian Hukum"))
    speak_for_step(actor=play.cast.tkksd, naskah=text, step=step(text, "Bagian Hukum"))
    with pytest.raises(DomainError, match="sudah memberi persetujuan"):
        speak_for_step(actor=play.cast.tkksd, naskah=text, step=step(text, "Bagian Hukum"))


def test_the_case_waits_for_whoever_speaks_next(shared):
    play, text = shared
    speak_for_step(actor=play.cast.officer, naskah=text, step=step(text, "Dinas Kesehatan"))
    assert play.parties()[0].turn_permission == "agreements.review"
    speak_for_step(actor=play.cast.tkksd, naskah=text, step=step(text, "Bagian Hukum"))
    assert play.parties()[0].turn_permission == "agreements.approve"


def test_a_condition_is_shown_to_both_sides_with_name_role_and_step(shared, signed_in):
    play, text = shared
    address = f"{text.get_absolute_url()}langkah/{step(text, 'Bagian Hukum').pk}/"
    assert signed_in(play.cast.stranger).get(address).status_code == 404
    assert signed_in(play.cast.partner).get(address).status_code == 403
    sent = {"form_token": "l", "note": "Pasal 3 perlu dirujuk silang"}
    for _twice in range(2):
        assert signed_in(play.cast.tkksd).post(address, sent).status_code == 302
    for reader in (play.cast.officer, play.cast.partner):
        words = signed_in(reader).get(text.get_absolute_url()).content.decode()
        assert "Disetujui dengan catatan" in words
        assert "Pasal 3 perlu dirujuk silang" in words
        assert play.cast.tkksd.full_name in words


def test_a_returned_text_goes_through_the_chain_again(shared):
    play, text = shared
    speak_for_step(actor=play.cast.tkksd, naskah=text, step=step(text, "Bagian Hukum"))
    agreement.return_naskah(
        actor=play.cast.partner, naskah=text, party=play.parties()[1], reason="Perlu diubah"
    )
    agreement.share_naskah(actor=play.cast.officer, naskah=text)
    old = VersionStep.objects.filter(version__naskah=text, word="").earliest("pk")
    with pytest.raises(ImpossibleStep, match="versi yang lebih lama"):
        speak_for_step(actor=play.cast.officer, naskah=text, step=old)
    assert step(text, "Bagian Hukum").word == ""


def test_a_region_without_a_chain_approves_as_before(play: Play):
    play.to("penyusunan_kb")
    assert play.agree(play.draft("kb")).state == NaskahState.AGREED
    assert not VersionStep.objects.exists()
