"""How a text is agreed and signed through the pages: party by party, refused with words, recorded with proof."""

from datetime import date

import pytest

from agreements.choices import NaskahState
from agreements.models import Naskah
from agreements.services.naskah import newest_version
from tests.agreements.playing import Play, scan


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return Naskah.objects.get(pk=play.draft("kb").pk)


@pytest.fixture
def send(text, signed_in):
    """One person sends one page of the text."""

    def post(person, path: str, **typed):
        token = typed.pop("form_token", f"{person.pk}-{path}-{len(str(typed))}")
        return signed_in(person).post(f"{text.get_absolute_url()}{path}", {"form_token": token, **typed})

    return post


def state(text) -> str:
    text.refresh_from_db()
    return str(text.state)


def test_shared_approved_by_both_and_locked(text, send, cast, signed_in):
    assert send(cast.officer, "bagikan/", confirm="yes").status_code == 302
    assert state(text) == NaskahState.DISCUSSED
    assert send(cast.officer, "setujui/1/", seen_number=1, note="").status_code == 302
    assert state(text) == NaskahState.DISCUSSED
    page = signed_in(cast.officer).get(text.get_absolute_url()).content.decode()
    assert (
        "Persetujuan Kabupaten Kutai Kartanegara dicatat. Menunggu persetujuan Kabupaten Kutai Barat" in page
    )
    assert send(cast.partner, "setujui/2/", seen_number=1, note="Setuju").status_code == 302
    assert state(text) == NaskahState.AGREED
    assert text.agreed_version == newest_version(text)


def test_nobody_approves_for_another_party(text, send, cast):
    send(cast.officer, "bagikan/", confirm="yes")
    refused = send(cast.officer, "setujui/2/", seen_number=1, note="")
    assert refused.status_code == 403
    assert (
        "Anda tidak berwenang melakukan tindakan ini untuk Kabupaten Kutai Barat" in refused.content.decode()
    )
    assert send(cast.observer, "setujui/1/", seen_number=1, note="").status_code == 403
    assert send(cast.stranger, "setujui/2/", seen_number=1, note="").status_code == 404
    assert state(text) == NaskahState.DISCUSSED


def test_a_version_nobody_read_is_not_approved(text, send, cast):
    send(cast.officer, "bagikan/", confirm="yes")
    stale = send(cast.partner, "setujui/2/", seen_number=7, note="Catatan saya")
    assert stale.status_code == 409
    assert "sudah berganti menjadi versi 1" in stale.content.decode()
    assert "Catatan saya" in stale.content.decode()


def test_a_return_needs_its_reason_and_sends_the_text_back(text, send, cast):
    send(cast.officer, "bagikan/", confirm="yes")
    assert send(cast.partner, "kembalikan/2/", reason="").status_code == 422
    assert send(cast.partner, "kembalikan/2/", reason="Pasal 3 keliru.").status_code == 302
    assert state(text) == NaskahState.DRAFTED
    page = send(cast.officer, "setujui/1/", seen_number=1, note="")
    assert page.status_code == 409
    assert "naskah kini “Disusun”" in page.content.decode()


def test_an_agreed_text_is_reopened_with_a_reason_until_somebody_signs(text, play, send, cast):
    play.agree(text)
    assert send(cast.officer, "buka-kembali/", reason="Salah ketik.").status_code == 302
    assert state(text) == NaskahState.DRAFTED
    play.agree(text)
    play.sign(text, parties=play.parties()[:1])
    refused = send(cast.officer, "buka-kembali/", reason="Terlambat.")
    assert refused.status_code == 409
    assert "sudah ditandatangani salah satu pihak" in refused.content.decode()


def test_a_cancelled_text_stays_readable(text, send, cast, signed_in):
    assert send(cast.officer, "batalkan/", reason="Diganti.").status_code == 302
    assert state(text) == NaskahState.CANCELLED
    page = signed_in(cast.partner).get(text.get_absolute_url())
    assert page.status_code == 200
    assert "isinya tetap dapat dibaca" in page.content.decode()


def test_only_the_head_of_region_is_offered_as_signer_of_a_kb(text, cast, signed_in, send):
    page = signed_in(cast.officer).get(f"{text.get_absolute_url()}penanda-tangan/1/").content.decode()
    assert "Contoh Kutai Kartanegara" in page
    assert "Surat kuasa" not in page
    assert send(cast.officer, "penanda-tangan/1/", authority="kuasa", name="A", title="B").status_code == 422
    saved = send(
        cast.officer,
        "penanda-tangan/1/",
        authority="kepala",
        name="Contoh Bupati",
        title="Bupati",
        form_token="s",
    )
    assert saved.status_code == 302
    assert text.signatures.get(party__order=1).signer_name == "Contoh Bupati"


def test_an_officer_names_no_signer_for_the_other_side(text, send, cast, signed_in):
    assert send(cast.officer, "penanda-tangan/2/", authority="kepala", name="A", title="B").status_code == 403
    assert signed_in(cast.partner).get(f"{text.get_absolute_url()}penanda-tangan/2/").status_code == 200


def test_an_office_of_a_foreign_region_is_not_a_choice(play, cast, signed_in):
    play.to("penyusunan_pks")
    pks = play.draft("pks")
    foreign = play.offices[cast.paser.pk]
    typed = {"form_token": "o", "authority": "kuasa", "name": "A", "title": "B", "kuasa_number": "1"}
    address = f"{pks.get_absolute_url()}penanda-tangan/1/"
    answer = signed_in(cast.officer).post(address, typed | {"office": foreign.pk, "kuasa_date": "2026-11-20"})
    assert answer.status_code == 422
    own = signed_in(cast.officer).get(address).content.decode()
    assert f'value="{foreign.pk}"' not in own.split('name="office"')[1].split("</select>")[0]


def test_signatures_are_recorded_party_by_party_with_number_day_and_copy(text, play, send, cast, signed_in):
    play.agree(text)
    day = {"signed_on": "2026-11-21", "mode": "seremonial", "confirm": "on"}
    first = send(cast.officer, "tanda-tangan/1/", number="100/KB/1", upload=scan("kb.pdf"), **day)
    assert first.status_code == 302
    assert state(text) == NaskahState.AGREED
    last = send(cast.partner, "tanda-tangan/2/", number="200/KB/2", starts_on="2026-12-01", **day)
    assert last.status_code == 302
    assert state(text) == NaskahState.SIGNED
    assert (text.starts_on, text.ends_on) == (date(2026, 12, 1), date(2031, 11, 30))
    copy = f"{text.get_absolute_url()}tanda-tangan/1/salinan/"
    shown = signed_in(cast.partner).get(copy)
    assert b"".join(shown.streaming_content).startswith(b"%PDF")
    assert signed_in(cast.stranger).get(copy).status_code == 404
    assert signed_in(cast.partner).get(copy.replace("/1/", "/2/")).status_code == 404


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"signed_on": "2026-11-30"}, "Tanggal tanda tangan tidak boleh di masa depan."),
        ({"signed_on": "2020-01-01"}, "mendahului penerimaan tawaran"),
        ({"number": ""}, "Belum diisi."),
    ],
)
def test_a_signature_against_the_facts_is_refused(text, play, send, typed, message):
    play.agree(text)
    sent = {"number": "1/KB", "signed_on": "2026-11-21", "mode": "desk", "confirm": "on"} | typed
    refused = send(play.cast.officer, "tanda-tangan/1/", **sent)
    assert refused.status_code in (409, 422)
    assert message in refused.content.decode()
    assert text.signatures.get(party__order=1).signed_on is None


def test_a_signed_copy_must_be_a_pdf(text, play, send, cast):
    from django.core.files.uploadedfile import SimpleUploadedFile

    play.agree(text)
    picture = SimpleUploadedFile("kb.pdf", b"\x89PNG\r\n\x1a\n0000", "application/pdf")
    sent = {"number": "1/KB", "signed_on": "2026-11-21", "mode": "desk", "confirm": "on"}
    refused = send(cast.officer, "tanda-tangan/1/", upload=picture, **sent)
    assert refused.status_code == 422
    assert text.signatures.get(party__order=1).signed_on is None


def test_a_second_signature_of_the_same_party_is_refused(text, play, send, cast):
    play.agree(text)
    sent = {"number": "1/KB", "signed_on": "2026-11-21", "mode": "desk", "confirm": "on"}
    send(cast.officer, "tanda-tangan/1/", **sent)
    refused = send(cast.officer, "tanda-tangan/1/", form_token="lain", **sent)
    assert refused.status_code == 409
    assert "sudah dicatat pada 21 November 2026" in refused.content.decode()
