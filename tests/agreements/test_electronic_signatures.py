"""Officials sign one after another through a link of their own; it is the same signature as one on paper."""

from datetime import timedelta
from unittest.mock import patch

import pytest

from agreements.choices import IssuedKind, NaskahState, SignState
from agreements.esign import Credentials, ProviderError, read_pdf
from agreements.models import CaseEvent, IssuedFile, Naskah, SignRequest
from agreements.models.esign import PURPOSE
from agreements.services.esign import ask_signature, refuse_request, require_askable, withdraw_request
from agreements.services.esign_giving import give_signature, request_of
from agreements.services.signing_marks import give_number
from ksd.accounts.models import Membership
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.tokens import print_of
from ksd.deadlines.models import Deadline
from tests.agreements.issuing import (
    NIK,
    PASSPHRASE,
    electronic,
    issue,
    number_all,
    quick_printer,
    ready_to_sign,
    signing_service,
)
from tests.agreements.papers import content_of
from tests.agreements.playing import Play, days_later

SECRET = Credentials(NIK, PASSPHRASE)
TYPED = {"nik": NIK, "passphrase": PASSPHRASE, "setuju": "on"}


@pytest.fixture
def office(tmp_path_factory):
    """An office with the test service and a quick printer."""
    with signing_service(tmp_path_factory.getbasetemp() / "tte"), quick_printer():
        yield


@pytest.fixture
def text(play: Play, office):
    """A KB that waits for signatures, numbered and printed."""
    return ready_to_sign(play)


def ask(play: Play, text: Naskah, order: int = 1, days: int = 14) -> tuple[SignRequest, str]:
    party = play.parties()[order - 1]
    return ask_signature(actor=play.actor_for(party), naskah=text, party=party, expires_on=days_later(days))


def give(token: str, credentials: Credentials = SECRET):
    found = request_of(token)
    assert found
    return give_signature(request=found, credentials=credentials)


def link(token: str, act: str = "") -> str:
    return f"/tanda-tangan/{token}/{act}"


def test_two_officials_sign_one_file_one_after_the_other(play, text):
    (_first, one), (_second, two) = ask(play, text), ask(play, text, 2)
    give(one)
    assert Naskah.objects.get(pk=text.pk).state == NaskahState.AGREED
    row = give(two)
    text = Naskah.objects.get(pk=text.pk)
    assert text.state == NaskahState.SIGNED
    assert text.signed_on == clock.today()
    assert set(text.signatures.values_list("mode", flat=True)) == {"elektronik"}
    report = read_pdf(content_of(row.signed_copy))
    assert [found.intact for found in report.signatures] == [True, True]
    assert report.all_intact
    final = IssuedFile.objects.get(naskah=text, kind=IssuedKind.FINAL)
    assert content_of(row.signed_copy).startswith(content_of(final.file))
    assert IssuedFile.objects.filter(naskah=text, kind=IssuedKind.SIGNED).count() == 2
    assert row.copy_reading.summary == report
    assert play.reload().state == "uji_dprd"


def test_the_order_is_that_of_the_text(play, text):
    ask(play, text)
    _request, two = ask(play, text, 2)
    with pytest.raises(ImpossibleStep, match=r"Belum giliran.*Kutai Kartanegara"):
        give(two)
    assert not text.signatures.filter(signed_on__isnull=False).exists()


def test_neither_nik_nor_passphrase_is_kept_anywhere(play, text, client):
    _request, token = ask(play, text)
    assert client.post(link(token, "beri/"), TYPED).status_code == 302
    from django.apps import apps

    for model in apps.get_app_config("agreements").get_models():
        for row in model._default_manager.all().values():
            assert NIK not in str(row)
            assert PASSPHRASE not in str(row)
    assert PASSPHRASE not in repr(SECRET)
    assert NIK not in repr(SECRET)
    assert token not in str(list(SignRequest.objects.values()))
    assert SignRequest.objects.get().link_hash == print_of(token, purpose=PURPOSE)


def test_a_wrong_passphrase_signs_nothing_and_can_be_typed_again(play, text, client):
    _request, token = ask(play, text)
    refused = client.post(link(token, "beri/"), TYPED | {"passphrase": "salah"})
    assert refused.status_code == 409
    assert "Passphrase salah" in refused.content.decode()
    assert "salah&quot;" not in refused.content.decode()
    assert SignRequest.objects.get().held_until is None
    assert client.post(link(token, "beri/"), TYPED).status_code == 302


def test_a_second_sending_signs_nothing_twice(play, text, client):
    _request, token = ask(play, text)
    assert client.post(link(token, "beri/"), TYPED).status_code == 302
    again = client.post(link(token, "beri/"), TYPED)
    assert again.status_code == 409
    assert "sudah tidak terbuka: ditandatangani" in again.content.decode()
    assert CaseEvent.objects.filter(arrow="naskah.tandatangani").count() == 1


def test_while_the_service_signs_nobody_else_gets_through(play, text):
    request, token = ask(play, text)
    SignRequest.objects.update(held_until=clock.now() + timedelta(seconds=20))
    with pytest.raises(ImpossibleStep, match="sedang diproses"):
        give(token)
    with pytest.raises(ImpossibleStep, match="sedang diproses"):
        withdraw_request(actor=play.officer, request=request, reason="keliru")
    SignRequest.objects.update(held_until=clock.now() - timedelta(seconds=1))
    give(token)


def test_a_request_lapses_after_its_last_day(play, text, client):
    _request, token = ask(play, text, days=3)
    with clock.frozen(days_later(3)):
        assert client.get(link(token)).status_code == 200
    with clock.frozen(days_later(4)):
        page = client.get(link(token)).content.decode()
        assert "Kedaluwarsa" in page
        assert client.get(link(token, "berkas/")).status_code == 404
        refused = client.post(link(token, "beri/"), TYPED)
        assert refused.status_code == 409
        assert "kedaluwarsa" in refused.content.decode()
        assert client.post(link(token, "tolak/"), {"alasan": "x"}).status_code == 409
        ask(play, text)
    assert set(SignRequest.objects.values_list("state", flat=True)) == {SignState.EXPIRED, SignState.WAITING}


def test_its_last_days_are_reminded_and_the_reminder_ends_with_it(play, text):
    request, token = ask(play, text)
    term = Deadline.objects.of(request).get()
    assert term.due_on == days_later(14)
    assert set(term.reminders.values_list("days_before", flat=True)) == {7, 3, 1, 0, -1}
    give(token)
    assert not Deadline.objects.of(request).open().exists()


def test_an_official_refuses_with_a_reason_the_parties_read(play, text, client):
    request, token = ask(play, text)
    assert client.post(link(token, "tolak/"), {"alasan": ""}).status_code == 422
    assert client.post(link(token, "tolak/"), {"alasan": "Pasal 3 belum disetujui"}).status_code == 302
    request.refresh_from_db()
    assert request.state == SignState.REFUSED
    event = CaseEvent.objects.get(arrow="naskah.tte_ditolak")
    assert event.reason == "Pasal 3 belum disetujui"
    assert client.post(link(token, "beri/"), TYPED).status_code == 409
    assert not Deadline.objects.of(request).open().exists()
    ask(play, text)


def test_a_request_taken_back_stops_its_link(play, text):
    request, token = ask(play, text)
    withdraw_request(actor=play.officer, request=request, reason="alamat keliru")
    with pytest.raises(ImpossibleStep, match="ditarik kembali"):
        give(token)
    with pytest.raises(DomainError):
        withdraw_request(actor=play.officer, request=request, reason="lagi")
    with pytest.raises(DomainError):
        refuse_request(request=request, reason="lagi")


def test_a_party_is_asked_once_at_a_time(play, text):
    ask(play, text)
    with pytest.raises(ImpossibleStep, match="sudah diminta"):
        ask(play, text)


@pytest.mark.parametrize("days", [-1, 91])
def test_the_last_day_of_a_link_is_within_reason(play, text, days):
    with pytest.raises(DomainError, match="Batas waktu tautan"):
        ask(play, text, days=days)


def test_a_file_without_every_number_is_not_signed(play, office):
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    own = play.parties()[0]
    electronic(play, text)
    issue(text, play.officer)
    with pytest.raises(ImpossibleStep, match="Nomor naskah dari"):
        ask(play, text)
    give_number(actor=play.officer, naskah=text, party=own, number="1/KB")
    with pytest.raises(ImpossibleStep, match="Kabupaten Kutai Barat belum diberikan"):
        ask(play, text)


def test_a_file_printed_before_the_numbers_is_not_signed(play, office):
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    electronic(play, text)
    issue(text, play.officer)
    number_all(play, text)
    with pytest.raises(ImpossibleStep, match="PDF final dengan nomor dan data terakhir belum dibuat"):
        ask(play, text)
    issue(text, play.officer)
    ask(play, text)


def test_a_draft_cannot_be_signed(play, office):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    with pytest.raises(ImpossibleStep):
        require_askable(play.officer, text, play.parties()[0])


def test_an_office_without_a_service_says_so(play, text, settings):
    settings.KSD_ESIGN = ""
    with pytest.raises(ProviderError, match="belum disiapkan"):
        ask(play, text)


def test_only_who_signs_for_the_party_may_ask_or_take_back(play, text, cast):
    party = play.parties()[0]
    for person in (cast.partner, cast.stranger, cast.observer, cast.nobody, cast.tkksd):
        with pytest.raises(NotAllowed):
            ask_signature(actor=person, naskah=text, party=party, expires_on=days_later(5))
    request, _token = ask(play, text)
    for person in (cast.partner, cast.stranger, cast.observer):
        with pytest.raises(NotAllowed):
            withdraw_request(actor=person, request=request, reason="x")


def test_a_link_is_worth_no_more_than_the_right_of_who_sent_it(play, text, cast, client):
    _request, token = ask(play, text)
    Membership.objects.filter(user=cast.officer).delete()
    refused = client.post(link(token, "beri/"), TYPED)
    assert refused.status_code == 403
    assert not text.signatures.filter(signed_on__isnull=False).exists()


def test_a_signature_on_paper_meanwhile_ends_the_matter(play, text):
    _request, token = ask(play, text)
    play.sign(text, parties=play.parties()[:1])
    with pytest.raises(ImpossibleStep, match="sudah menandatangani"):
        give(token)


def test_what_the_service_returns_must_be_that_file_with_one_more_signature(play, text):
    _request, token = ask(play, text)
    for answer in (b"%PDF-lain", content_of(IssuedFile.objects.get().file)):
        with (
            patch("agreements.esign.local.LocalProvider._signed", return_value=answer),
            pytest.raises(ProviderError, match="tidak utuh"),
        ):
            give(token)
    assert not text.signatures.filter(signed_on__isnull=False).exists()
