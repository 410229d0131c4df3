"""Whoever holds a paper of ours learns what it is worth today, and learns no name of a person."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.choices import IssuedKind, NaskahState, PartnerClass
from agreements.models import Addendum, Case, Extension, IssuedEntry, IssuedFile, Naskah, Partner, Party
from agreements.services.legal_status import status_of
from ksd.core import clock
from tests.agreements.issuing import issue, quick_printer
from tests.agreements.playing import Play

CHECK = "/periksa/"


@pytest.fixture
def text(play: Play):
    play.to("penandatanganan_kb")
    with quick_printer():
        yield play.case.naskah.get(kind="kb")


def page_of(client, issued: IssuedFile) -> str:
    response = client.get(issued.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def upload(content: bytes, name: str = "naskah.pdf") -> dict[str, SimpleUploadedFile]:
    return {"berkas": SimpleUploadedFile(name, content, "application/pdf")}


def signed_text(text: Naskah, **changes: object) -> Naskah:
    """The same text as it would be after its signatures."""
    today = clock.today()
    known = {
        "state": NaskahState.SIGNED, "signed_on": today - timedelta(days=30), "starts_on": today - timedelta(days=30),
        "ends_on": today + timedelta(days=300),
    }  # fmt: skip
    Naskah.objects.filter(pk=text.pk).update(**(known | changes))
    return Naskah.objects.get(pk=text.pk)


def sibling(text: Naskah, case: Case, **changes: object) -> Naskah:
    """Another text of the same kind."""
    row = Naskah.objects.create(
        case=case,
        kind=text.kind,
        order=text.order + 1,
        title="Puskesmas Penerus",
        years=5,
        created_by=text.created_by,
    )
    return signed_text(row, **changes)


def standing(client, text: Naskah, issued: IssuedFile, **changes: object) -> str:
    signed_text(text, **changes)
    return page_of(client, issued)


def test_the_page_opens_without_an_account_and_is_kept_out_of_search_engines(text, cast, client):
    issued = issue(text, cast.officer)
    response = client.get(issued.get_absolute_url())
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Cache-Control"] == "private, max-age=60"
    assert response["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in response or "sessionid" not in str(response["Set-Cookie"])


def test_it_names_institutions_and_no_person(text, cast, client):
    issued = issue(text, cast.officer)
    page = page_of(client, issued)
    assert "Pemerintah Kabupaten Kutai Kartanegara" in page
    assert issued.sha256 in page
    names = {row.signer_name for row in text.signatures.all()} | {
        cast.officer.get_full_name(),
        cast.officer.username,
    }
    assert names
    for name in names - {""}:
        assert name not in page


def test_a_partner_who_is_a_person_is_not_named(text, cast, client):
    someone = Partner.objects.create(
        name="Contoh Warga", partner_class=PartnerClass.PERSON, region=cast.kukar
    )
    Party.objects.filter(case=text.case, order=2).update(partner=someone, region=None)
    page = page_of(client, issue(text, cast.officer))
    assert "Contoh Warga" not in page
    assert "Mitra perseorangan" in page


def test_a_draft_says_that_it_binds_nobody(play, cast, client):
    play.to("penyusunan_kb")
    with quick_printer():
        issued = issue(play.draft("kb"), cast.officer)
    assert "tidak mengikat siapa pun" in page_of(client, issued)


def test_an_old_draft_leads_to_the_paper_of_record(play, cast, client):
    play.to("penyusunan_kb")
    draft = play.draft("kb")
    with quick_printer():
        old = issue(draft, cast.officer)
        new = issue(play.agree(draft), cast.officer)
    page = page_of(client, old)
    assert "Kertas ini bukan yang terakhir" in page
    assert new.get_absolute_url() in page
    assert "bukan yang terakhir" not in page_of(client, new)


def test_the_standing_follows_the_day(text, cast, client):
    today = clock.today()
    issued = issue(text, cast.officer)
    assert "Disepakati, belum ditandatangani" in page_of(client, issued)
    assert "Akan berlaku" in standing(client, text, issued, starts_on=today + timedelta(days=1))
    assert ">Berlaku<" in standing(client, text, issued, starts_on=today)
    assert ">Berlaku<" in standing(client, text, issued, starts_on=today, ends_on=today)
    assert "Berakhir" in standing(client, text, issued, ends_on=today - timedelta(days=1))
    assert "Berakhir" in standing(client, text, issued, ended_early_on=today)
    assert "tidak tercatat" in standing(client, text, issued, starts_on=None)
    assert "Dibatalkan" in standing(client, text, issued, state=NaskahState.CANCELLED)


def test_an_amended_text_names_its_addendum(text, cast, client):
    issued = issue(text, cast.officer)
    signed_text(text)
    change = sibling(text, text.case, parent=text, kind="addendum")
    Addendum.objects.create(naskah=change, reason="contoh", burden=False, burden_reason="contoh")
    page = page_of(client, issued)
    assert "Berlaku, sudah diubah" in page
    assert "Puskesmas Penerus" in page
    Naskah.objects.filter(pk=change.pk).update(starts_on=clock.today() + timedelta(days=9))
    assert "sudah diubah" not in page_of(client, issued)


def test_a_replaced_text_leads_to_its_successors_own_page(text, cast, client):
    issued = issue(text, cast.officer)
    later = Case.objects.create(
        pack_code=text.case.pack_code, pack_version=text.case.pack_version, kind=text.case.kind, title="Penerus",
        state=text.case.state, created_by=cast.officer,
    )  # fmt: skip
    Extension.objects.create(case=later, text=text)
    today = clock.today()
    signed_text(text, ends_on=today - timedelta(days=1))
    heir = sibling(text, later, starts_on=today)
    own = IssuedFile.objects.create(
        key="penerus", kind=IssuedKind.FINAL, naskah=heir, title=heir.title, asked_by=cast.officer, sha256="b" * 64,
        size=1, file=issued.file, issued_at=clock.now(),
    )  # fmt: skip
    page = page_of(client, issued)
    assert "Digantikan" in page
    assert own.get_absolute_url() in page
    signed_text(text, ends_on=today + timedelta(days=5))
    Naskah.objects.filter(pk=heir.pk).update(starts_on=today + timedelta(days=6))
    assert status_of(Naskah.objects.get(pk=text.pk)).code == "diperpanjang"


@pytest.mark.parametrize("token", ["0" * 32, "x", "tidak-ada", "9" * 200])
def test_an_unknown_token_is_a_page_that_helps(token, client, db):
    response = client.get(f"/periksa/{token}/")
    assert response.status_code == 404
    assert "Berkas tidak dikenal" in response.content.decode()
    assert 'name="kode"' in response.content.decode()


def test_a_paper_that_is_still_being_printed_is_not_there_yet(text, cast, client):
    row = IssuedFile.objects.create(
        key="x", kind=IssuedKind.DRAFT, naskah=text, title="x", asked_by=cast.officer
    )
    assert client.get(row.get_absolute_url()).status_code == 404


def test_the_code_is_typed_as_people_type(text, cast, client):
    issued = issue(text, cast.officer)
    for typed in (issued.code, issued.spaced_code.lower(), f" {issued.spaced_code.replace('-', ' ')} "):
        assert client.post(CHECK, {"kode": typed})["Location"] == issued.get_absolute_url()
    entry = IssuedEntry.objects.get()
    assert (entry.act, entry.times, entry.by) == ("kode", 3, None)


def test_a_mistyped_code_and_an_unknown_one_are_told_apart(text, cast, client):
    issued = issue(text, cast.officer)
    wrong = issued.code[:-1] + ("A" if issued.code[-1] != "A" else "B")
    mistyped = client.post(CHECK, {"kode": wrong})
    assert mistyped.status_code == 422
    assert "salah ketik" in mistyped.content.decode()
    assert wrong in mistyped.content.decode()
    unknown = client.post(CHECK, {"kode": "4K7T-9M2P-XW0" + "5"})
    assert unknown.status_code in (404, 422)


@pytest.mark.parametrize("typed", ["", "x" * 5000, "\x00", "<script>", "' OR 1=1 --", "😀", "{{ 7*7 }}"])
def test_whatever_is_typed_is_no_error_of_ours(typed, client, db):
    assert client.post(CHECK, {"kode": typed}).status_code == 422
