"""Pages of berita acara, teams, terms and letters: who opens them, what they say, what a form keeps."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from boundaries.models import BoundaryMinutes, BoundaryTeam, BoundaryTerm
from boundaries.services.chain import write_letter
from boundaries.services.events import record_event
from boundaries.services.facilitation import record_attendance
from boundaries.services.minutes import number_minutes
from boundaries.services.papers import add_paper, say_missing
from boundaries.services.terms import load_terms
from ksd.core.models import StoredFile
from tests.boundaries.pbd_rows import DAY, all_teams, minutes, numbered, paper, round_of, signed_by_all, team
from tests.boundaries.rows import segment

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def row(cast):
    load_terms()
    return segment(cast.kukar, cast.kubar, stage="penyiapan_dokumen")


def page(client, name, /, *args, **query):
    response = client.get(reverse(f"boundaries:{name}", args=args), query)
    return response.status_code, " ".join(response.content.decode().split())


def token(client, address):
    return str(client.get(address).context["form"]["form_token"].value())


def sent(client, name, /, *args, **data):
    """Open a form and send it."""
    address = reverse(f"boundaries:{name}", args=args)
    return client.post(address, {"form_token": token(client, address)} | data)


def words(response):
    return " ".join(response.content.decode().split())


def test_the_checklist_says_what_is_there_missing_and_unread(cast, row, signed_in):
    add_paper(actor=cast.officer, segment=row, kind="uu_pembentukan", title="UU 47/1999", region=cast.kukar)
    say_missing(
        actor=cast.partner, segment=row, item="dasar_lama", region=cast.kubar, reason="Hilang saat pindah"
    )
    status, text = page(signed_in(cast.observer), "papers", row.slug)
    assert status == 200
    assert "Belum lengkap untuk tahapan ini." in text
    assert "Peringatan saja" in text
    assert "UU 47/1999" in text
    assert "Hilang saat pindah" in text
    assert "belum diverifikasi" in text
    assert "Susun berita acara" not in text
    assert "tidak menghapus hak atas tanah" in text


def test_a_berita_acara_is_written_numbered_and_signed_in_the_browser(cast, row, signed_in):
    all_teams(cast)
    biro = signed_in(cast.biro)
    given = {"form": "ba_01", "on": "2026-11-12", "place": "Tenggarong", "points": "Satu\nDua"}
    response = sent(biro, "minutes_new", row.slug, **given)
    made = BoundaryMinutes.objects.get()
    assert (response.status_code, response["Location"]) == (302, made.get_absolute_url())
    assert sent(biro, "minutes_number", row.slug, made.pk, seen="1").status_code == 302
    own = made.signers.get(region=cast.kukar)
    scan = SimpleUploadedFile("ttd.pdf", PDF)
    officer = signed_in(cast.officer)
    response = sent(officer, "minutes_signature", row.slug, made.pk, own.pk, on="2026-11-12", upload=scan)
    assert response.status_code == 302
    own.refresh_from_db()
    assert own.file is not None
    assert own.file.name == "ttd.pdf"
    other = made.signers.get(region=cast.kubar)
    refused = {"reason": "Titik simpul keliru"}
    assert sent(signed_in(cast.partner), "minutes_refusal", row.slug, made.pk, other.pk, **refused)
    _status, text = page(signed_in(cast.observer), "minutes", row.slug, made.pk)
    assert "Titik simpul keliru" in text
    assert "Belum dapat dinyatakan ditandatangani." in text
    assert "Lampiran Permendagri 141/2017" in text
    biro = signed_in(cast.biro)
    response = sent(biro, "minutes_step", row.slug, made.pk, "tandatangani", on="2026-11-12")
    assert response.status_code == 409
    assert "Belum ditandatangani oleh" in words(response)


def test_the_same_form_sent_twice_writes_once(cast, row, signed_in):
    biro = signed_in(cast.biro)
    address = reverse("boundaries:minutes_new", args=[row.slug])
    data = {
        "form_token": token(biro, address), "form": "ba_01", "on": "2026-11-12", "place": "Tenggarong",
        "points": "Satu",
    }  # fmt: skip
    first, second = biro.post(address, data), biro.post(address, data)
    assert first["Location"] == second["Location"]
    assert BoundaryMinutes.objects.count() == 1


def test_a_refused_form_keeps_what_was_typed(cast, row, signed_in):
    biro = signed_in(cast.biro)
    response = sent(
        biro, "minutes_new", row.slug, form="ba_01", on="", place="Balai Desa", points="Butir panjang"
    )
    assert response.status_code == 422
    assert "Balai Desa" in words(response)
    assert "Butir panjang" in words(response)
    response = sent(
        biro, "minutes_new", row.slug, form="ba_01", on="2030-01-01", place="Balai Desa", points="Butir"
    )
    assert response.status_code == 422
    assert "masih di masa depan" in words(response)


def test_a_signed_paper_offers_no_edit_and_answers_409(cast, row, signed_in):
    all_teams(cast)
    made = signed_by_all(cast, numbered(cast, row))
    biro = signed_in(cast.biro)
    assert sent(biro, "minutes_step", row.slug, made.pk, "tandatangani", on="2026-11-12").status_code == 302
    for name in ("minutes_edit", "minutes_number", "minutes_witness"):
        assert biro.get(reverse(f"boundaries:{name}", args=[row.slug, made.pk])).status_code == 409
    again = sent(biro, "minutes_step", row.slug, made.pk, "tandatangani", on="2026-11-12")
    assert again.status_code == 409
    assert "tidak dapat dilakukan" in words(again)


def test_a_berita_acara_is_read_under_its_own_segments_only(cast, row, signed_in):
    other = segment(cast.kubar, cast.paser)
    made = minutes(cast, row, others=[other])
    biro = signed_in(cast.biro)
    assert page(biro, "minutes", other.slug, made.pk)[0] == 200
    third = segment(cast.kukar, cast.paser)
    assert page(biro, "minutes", third.slug, made.pk)[0] == 404
    assert page(biro, "minutes_step", row.slug, made.pk, "terbang")[0] == 404


def test_unread_forms_and_terms_are_marked(cast, row, signed_in):
    made = minutes(cast, row, "ba_peta")
    _status, text = page(signed_in(cast.biro), "minutes", row.slug, made.pk)
    assert "belum dicocokkan dengan naskah Permendagri 141/2017" in text
    assert "tidak menghalangi" in text
    _status, text = page(signed_in(cast.observer), "terms")
    assert "Jumlah rapat fasilitasi gubernur paling banyak" in text
    assert "belum diisi" in text
    assert "sudah lewat; informasi" in text
    assert "dianggap menyetujui" in text


def test_empty_rules_are_named_on_the_page_of_the_segment(cast, row, signed_in):
    record_event(actor=cast.biro, segment=row, kind="fasilitasi_gubernur", on=DAY, note="Rapat pertama")
    record_attendance(actor=cast.biro, round=round_of(cast, row), region=cast.kubar, present=False)
    _status, text = page(signed_in(cast.officer), "terms_of", row.slug)
    assert "Tidak ada tenggat: ketentuannya belum diisi Biro." in text
    assert "Batas waktu gubernur menyelesaikan perselisihan" in text
    assert "tidak hadir 1 dari 1 undangan" in text
    assert "Aplikasi tidak menerapkannya." in text


def test_the_biro_fills_a_rule_and_reads_its_history(cast, row, signed_in):
    biro = signed_in(cast.biro)
    term = BoundaryTerm.objects.get(code="batas_gubernur")
    data = {
        "seen": "0", "label": term.label, "level": "", "event": term.event, "amount": "6", "unit": "month",
        "day_type": "calendar", "source": "Pasal contoh", "verified": "on", "reason": "Dibaca dalam naskah",
    }  # fmt: skip
    assert sent(biro, "term_edit", term.pk, **data).status_code == 302
    _status, text = page(biro, "terms")
    assert "Dibaca dalam naskah" in text
    stale = sent(biro, "term_edit", term.pk, **data)
    assert stale.status_code == 409
    response = sent(biro, "term_new", **(data | {"code": "batas_gubernur"}))
    assert response.status_code == 422
    assert "sudah ada" in words(response)


def test_a_team_is_kept_in_the_browser(cast, row, signed_in):
    officer = signed_in(cast.officer)
    data = {
        "region": cast.kukar.pk, "decree_number": "188/9/2026", "decree_date": "2026-01-05",
        "valid_from": "2026-01-05", "upload": SimpleUploadedFile("sk.pdf", PDF),
    }  # fmt: skip
    assert sent(officer, "team_new", **data).status_code == 302
    made = BoundaryTeam.objects.get()
    assert made.file is not None
    assert made.file.name == "sk.pdf"
    seat = {"role": "ketua", "name": "A (contoh)", "title": "Asisten I", "since": "2026-01-05", "signs": "on"}
    assert sent(officer, "team_member", made.pk, **seat).status_code == 302
    member = made.members.get()
    assert sent(officer, "team_member_end", made.pk, member.pk, until="2026-11-01").status_code == 302
    _status, text = page(officer, "team", made.pk)
    assert "A (contoh)" in text
    changed = data | {"decree_number": "188/10/2026", "upload": ""}
    assert sent(officer, "team_edit", made.pk, **changed).status_code == 302
    foreign = sent(officer, "team_new", **(data | {"region": cast.kubar.pk, "upload": ""}))
    assert foreign.status_code == 422


@pytest.mark.parametrize(
    "upload", [("a.exe", b"MZ"), ("a.pdf", b"bukan pdf"), ("a.pdf", b""), ("a.zip", b"PK\x03\x04")]
)
def test_a_bad_upload_is_named_and_nothing_is_kept(cast, row, signed_in, upload):
    response = sent(
        signed_in(cast.officer), "paper_new", row.slug, kind="foto", title="Judul tetap", region=cast.kukar.pk,
        upload=SimpleUploadedFile(*upload),
    )  # fmt: skip
    assert response.status_code == 422
    assert "Judul tetap" in words(response)
    assert not row.papers.exists()
    assert not StoredFile.objects.exists()


def test_nul_and_nonsense_are_no_fault(cast, row, signed_in):
    officer = signed_in(cast.officer)
    nonsense = {"kind": "x\x00", "title": "\x00", "region": "9" * 400, "on": "31-02-2026"}
    assert sent(officer, "paper_new", row.slug, **nonsense).status_code == 422
    biro = signed_in(cast.biro)
    given = {
        "form": "\x00",
        "on": "0000-00-00",
        "place": "\x00",
        "points": "\x00",
        "round": "-1",
        "seen": "x",
    }
    assert sent(biro, "minutes_new", row.slug, **given).status_code == 422
    assert sent(biro, "attendance", row.slug, round="9" * 30, region="x", present="maybe").status_code == 422
    assert page(biro, "letter_new", row.slug, "cinta")[0] == 404
    assert page(biro, "paper_missing_of", row.slug, "uu_pembentukan", "99.99")[0] == 404


def test_a_letter_is_written_and_printed(cast, row, signed_in):
    biro = signed_in(cast.biro)
    data = {
        "dated": "2026-11-12",
        "place": "Samarinda",
        "reasons": "Satu\nDua",
        "signer": "Gubernur (contoh)",
    }
    assert sent(biro, "letter_new", row.slug, "penyerahan", **data).status_code == 302
    made = row.chain_letters.get()
    assert sent(biro, "letter_issue", row.slug, made.pk, seen="1").status_code == 302
    assert biro.get(reverse("boundaries:letter_issue", args=[row.slug, made.pk])).status_code == 409
    printed = biro.post(reverse("boundaries:letter_print", args=[row.slug, made.pk]), {"bentuk": "docx"})
    assert printed.content.startswith(b"PK")
    _status, text = page(signed_in(cast.observer), "letter", row.slug, made.pk)
    assert "Gubernur (contoh)" in text


def test_a_berita_acara_is_handed_out_as_docx_and_pdf(cast, row, signed_in):
    made = minutes(cast, row)
    address = reverse("boundaries:minutes_print", args=[row.slug, made.pk])
    officer = signed_in(cast.officer)
    assert officer.post(address, {"bentuk": "docx"}).content.startswith(b"PK")
    assert officer.post(address, {"bentuk": "pdf"}).status_code == 302


def test_lists_cost_the_same_for_one_and_for_twenty(cast, row, signed_in, django_assert_max_num_queries):
    observer = signed_in(cast.observer)

    def cost(name, *args):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        page(observer, name, *args)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert page(observer, name, *args)[0] == 200
        return len(seen)

    def more(count):
        for number in range(count):
            team(cast, cast.kukar, decree_number=f"{row.pk}/{count}/{number}")
            paper(cast, row, "foto", number=str(number))
            made = minutes(cast, row)
            held = round_of(cast, row, count * 100 + number)
            record_attendance(actor=cast.biro, round=held, region=cast.kukar, present=True)
            write_letter(actor=cast.biro, segment=row, kind="undangan", dated=DAY, place="Samarinda", data={})
        return made

    made = more(1)
    record_event(actor=cast.biro, segment=row, kind="garis_kajian", on=DAY, note="x")
    before = [cost("papers", row.slug), cost("terms_of", row.slug), cost("teams"), cost("terms")]
    one = cost("minutes", row.slug, made.pk)
    made = more(6)
    record_event(actor=cast.biro, segment=row, kind="diserahkan", on=DAY, note="x")
    assert [cost("papers", row.slug), cost("terms_of", row.slug), cost("teams"), cost("terms")] == before
    assert cost("minutes", row.slug, made.pk) == one


def test_a_numbered_draft_offers_no_change_that_would_be_refused(cast, row, signed_in):
    draft = minutes(cast, row)
    edit = reverse("boundaries:minutes_edit", args=[row.slug, draft.pk])
    assert edit in page(signed_in(cast.biro), "minutes", row.slug, draft.pk)[1]
    number_minutes(actor=cast.biro, minutes=draft)
    assert edit not in page(signed_in(cast.biro), "minutes", row.slug, draft.pk)[1]
