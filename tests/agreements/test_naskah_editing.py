"""Writing a text: parts, pasal in and out, what the machine refuses and keeps."""

import pytest

from agreements.naskah.structure import from_json
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of
from regions.models import LegalBasis
from tests.agreements.playing import Play


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


@pytest.fixture
def editor(text, cast, signed_in):
    """The drafter's browser, sending to one part of the text."""
    browser = signed_in(cast.officer)

    def send(path: str, **typed):
        number = typed.pop("seen_number", newest_version(text).number)
        token = typed.pop("form_token", f"token-{path}-{number}")
        sent = {"form_token": token, "seen_number": number, "note": "", **typed}
        return browser.post(f"{text.get_absolute_url()}sunting/{path}", sent)

    send.get = lambda path: browser.get(f"{text.get_absolute_url()}sunting/{path}")  # type: ignore[attr-defined]
    return send


def pasal(text, clause):
    body = body_of(newest_version(text))
    return next(row for row in body.pasal if row.clause == clause)


def test_every_part_has_its_editor(editor, text):
    parts = [
        "konsiderans",
        "dasar-hukum",
        *(f"pasal-{row.clause}" for row in body_of(newest_version(text)).pasal),
    ]
    for part in parts:
        assert editor.get(f"bagian/{part}/").status_code == 200, part
    assert editor.get("").status_code == 200
    assert editor.get("data/").status_code == 200
    for missing in ("pasal-tidak_ada", "lampiran-1", "penutup"):
        assert editor.get(f"bagian/{missing}/").status_code == 404


def test_a_pasal_typed_as_plain_lines_becomes_ayat_and_huruf(editor, text):
    typed = "(1) Objek meliputi:\na. layanan; dan\nb. rujukan.\n(2) Lihat {pasal:ruang_lingkup}."
    answer = editor("bagian/pasal-objek/", title="OBJEK", text=typed, note="Sesuai rapat")
    assert answer.status_code == 302
    saved = pasal(text, "objek")
    assert [row.text for row in saved.ayat] == ["Objek meliputi:", "Lihat {pasal:ruang_lingkup}."]
    assert saved.ayat[0].huruf == ("layanan; dan", "rujukan.")
    assert newest_version(text).number == 2
    assert newest_version(text).note == "Sesuai rapat"


def test_a_line_that_cannot_be_read_is_named_and_the_typing_kept(editor, text):
    answer = editor("bagian/pasal-objek/", title="OBJEK", text="(1) Satu.\n1. Rincian angka")
    assert answer.status_code == 422
    assert "Baris 2:" in answer.content.decode()
    assert "1. Rincian angka" in answer.content.decode()
    assert newest_version(text).number == 1


def test_an_unknown_placeholder_is_refused_and_changes_nothing(editor, text):
    answer = editor("bagian/pasal-objek/", title="OBJEK", text="Oleh {bupati}.")
    assert answer.status_code == 409
    assert "Isian otomatis tidak dikenal: {bupati}." in answer.content.decode()
    assert newest_version(text).number == 1


def test_a_preview_fills_and_resolves_without_saving(editor, text):
    typed = "Menurut {pasal:objek}, {pihak1.sebutan} wajib hadir."
    answer = editor("bagian/pasal-pelaksanaan/", title="PELAKSANAAN", text=typed, preview="1")
    assert answer.status_code == 200
    assert "Menurut Pasal 2, PIHAK KESATU wajib hadir." in answer.content.decode()
    assert newest_version(text).number == 1


def test_a_stale_form_keeps_the_typing_and_shows_the_newer_wording(editor, text):
    editor("bagian/pasal-objek/", title="OBJEK", text="Tulisan pertama.")
    stale = editor("bagian/pasal-objek/", title="OBJEK", text="Tulisan kedua.", seen_number=1, form_token="x")
    body = stale.content.decode()
    assert stale.status_code == 409
    assert "sudah menyimpan versi 2" in body
    assert "Tulisan kedua." in body
    assert "Tulisan pertama." in body
    assert 'name="seen_number" value="2"' in body
    again = editor("bagian/pasal-objek/", title="OBJEK", text="Tulisan kedua.", form_token="y")
    assert again.status_code == 302
    assert pasal(text, "objek").ayat[0].text == "Tulisan kedua."


def test_recitals_are_punctuated_by_the_machine(editor, text):
    editor("bagian/konsiderans/", lines="bahwa satu\n\nbahwa dua;\nbahwa tiga.")
    saved = from_json(newest_version(text).body).recitals
    assert saved == ("bahwa satu;", "bahwa dua; dan", "bahwa tiga.")


def test_legal_bases_come_from_the_register_and_are_not_cited_twice(editor, text):
    known = LegalBasis.objects.create(
        citation="PP 28/2018", title="Kerja Sama Daerah", kind="pp", number="28", year=2018
    )
    new = LegalBasis.objects.create(
        citation="UU 25/2009", title="Pelayanan Publik", kind="uu", number="25", year=2009
    )
    LegalBasis.objects.create(
        citation="PP 12/2008",
        title="Keliru",
        kind="pp",
        number="12",
        year=2008,
        is_wrong=True,
        corrected_by=known,
    )
    page = editor.get("bagian/dasar-hukum/").content.decode()
    assert "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik" in page
    assert "Tahun 2008" not in page
    lines = "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah"
    editor("bagian/dasar-hukum/", lines=lines, add=[known.pk, new.pk])
    saved = from_json(newest_version(text).body).bases
    assert len(saved) == 2
    assert saved[1] == "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik."


def test_a_wrong_citation_is_warned_about(editor, text):
    right = LegalBasis.objects.create(
        citation="PP 12/2017", title="Binwas", kind="pp", number="12", year=2017
    )
    LegalBasis.objects.create(
        citation="PP 12/2008",
        title="Keliru",
        kind="pp",
        number="12",
        year=2008,
        is_wrong=True,
        corrected_by=right,
    )
    lines = "Peraturan Pemerintah Nomor 12 Tahun 2008 tentang Pembinaan"
    answer = editor("bagian/dasar-hukum/", lines=lines, preview="1")
    assert "PP 12/2017" in answer.content.decode()


def test_a_required_pasal_cannot_be_removed_and_an_optional_one_can(editor, text):
    refused = editor("pasal/objek/hapus/", confirm="yes")
    assert refused.status_code == 409
    assert "wajib dimuat dalam Kesepakatan Bersama" in refused.content.decode()
    assert "Pasal 40 ayat (1) Permendagri 22/2020" in refused.content.decode()
    editor("pasal/tambah/", clause="", title="Kerahasiaan", after="objek")
    assert [row.clause for row in body_of(newest_version(text)).pasal][2] == "pasal_tambahan_1"
    removed = editor("pasal/pasal_tambahan_1/hapus/", confirm="yes")
    assert removed.status_code == 302
    assert "pasal_tambahan_1" not in [row.clause for row in body_of(newest_version(text)).pasal]


def test_a_moved_pasal_takes_its_number_along(editor, text):
    assert editor("pasal/objek/geser/", steps="1").status_code == 302
    assert [row.clause for row in body_of(newest_version(text)).pasal][1:3] == ["ruang_lingkup", "objek"]
    assert editor("pasal/objek/geser/", steps="1", seen_number=1).status_code == 409
    assert editor("pasal/objek/geser/", steps="9").status_code == 400


def test_a_library_clause_is_added_once(editor, text):
    page = editor.get("pasal/tambah/").content.decode()
    assert "Pasal kosong dengan judul sendiri" in page
    offered = [code for code in ("adendum", "monev", "korespondensi", "sanksi") if f'value="{code}"' in page]
    if offered:
        assert editor("pasal/tambah/", clause=offered[0], title="", after="objek").status_code == 302
        assert f'value="{offered[0]}"' not in editor.get("pasal/tambah/").content.decode()
    assert editor("pasal/tambah/", clause="objek", title="", after="objek").status_code == 422


def test_a_lampiran_with_a_table_typed_as_lines(editor, text):
    editor("lampiran/tambah/", title="Rincian kegiatan")
    answer = editor(
        "bagian/lampiran-1/", title="Rincian kegiatan", paragraphs="", table="No | Kegiatan\n1\tRujukan"
    )
    assert answer.status_code == 302
    assert from_json(newest_version(text).body).annexes[0].table == (("No", "Kegiatan"), ("1", "Rujukan"))
    uneven = editor("bagian/lampiran-1/", title="Rincian", paragraphs="", table="No | Kegiatan\n1 | a | b")
    assert uneven.status_code == 422
    assert "Baris 2:" in uneven.content.decode()
    assert editor("lampiran/1/hapus/", confirm="yes").status_code == 302
    assert not from_json(newest_version(text).body).annexes


def test_a_shared_text_is_not_edited(editor, text, play, cast):
    from agreements.services.agreement import share_naskah

    share_naskah(actor=cast.officer, naskah=text)
    answer = editor("bagian/pasal-objek/", title="OBJEK", text="Diam-diam.")
    assert answer.status_code == 409
    assert "naskah kini “Dibahas para pihak”" in answer.content.decode()


def test_the_frame_keeps_to_the_longest_term(editor, text):
    typed = {"title": "Judul baru", "place": "Sendawar", "originals": "3"}
    refused = editor("data/", years="7", **typed)
    assert refused.status_code == 409
    assert "paling lama 5 tahun" in refused.content.decode()
    assert editor("data/", years="4", form_token="f2", **typed).status_code == 302
    text.refresh_from_db()
    assert (text.title, text.years, text.originals) == ("Judul baru", 4, 3)
