"""The yearly list (Pasal 5 ayat (3)), the recapitulation and the draft decree (Pasal 25 ayat (2)) are made from the rows."""

from typing import Any

import pytest

from agreements.documents.letters import letter_docx, to_json
from ksd.core.errors import NotAllowed, NotReady
from ksd.mapping.services.outputs.lists import decree, lines_of, list_letter
from regions.models import Office
from tests.mapping.output_rows import closed, judged
from tests.mapping.rows import row, urusan
from tests.mapping.sheet_rows import lines_in, opened


@pytest.fixture
def done(cast):
    found = closed(cast)
    judged(cast.biro, found, cast.kukar, "bukan_ksd", title="Sewa gedung contoh", program="Sewa contoh")
    row(
        cast.biro,
        found,
        cast.kukar,
        title="Kekuatan contoh",
        kind="kekuatan",
        urusan=urusan("pangan", "Pangan", 9),
    )
    return found


def said_first(letter: Any) -> dict[str, str]:
    """The facts at the head of a paper."""
    return dict(letter.blocks[0].rows)


def test_the_list_names_urusan_program_year_term_and_priority(cast, done):
    letter = list_letter("daftar-rencana", done, None)
    words = str(to_json(letter))
    for told in ("Urusan Kesehatan", "Air minum contoh", "3 tahun", "Sedang", "2027", "KSDD wajib", "5.000"):
        assert told in words
    assert "Sewa contoh" not in words
    assert "1 baris belum menyebut program atau kegiatan dan 1 baris bukan kerja sama daerah" in words
    own = str(to_json(list_letter("daftar-rencana", done, cast.kukar)))
    assert "Bangun klinik contoh" not in own
    assert letter.landscape


def test_the_recapitulation_says_where_the_others_belong(cast, done):
    letter = list_letter("rekapitulasi", done, None)
    words = str(to_json(letter))
    assert "Pemanfaatan barang milik daerah" in words
    assert "Sewa gedung contoh" in words
    assert "Belum diuji" in words
    counts = next(block for block in letter.blocks if block.tag == "table")
    assert counts.rows[-1][-1] == "4"
    assert all(sum(table.widths) == 100 for table in letter.blocks if table.tag == "table")


def test_the_decree_holds_only_what_was_found_to_be_ksdpk(cast, done):
    letter = decree(actor=cast.partner, period=done, region=cast.kubar)
    assert letter.signers[0].above.startswith("Ditetapkan di")
    words = str(to_json(letter))
    assert "Klinik contoh" in words
    assert "Air contoh" not in words
    assert letter.signers[0].title == "Pj. Bupati Kutai Barat"
    assert (letter.form, letter.decided_by) == ("keputusan", "Bupati Kutai Barat")
    with pytest.raises(NotReady, match="Belum ada baris") as refused:
        decree(actor=cast.officer, period=done, region=cast.kukar)
    assert refused.value.article == "Pasal 25 ayat (2) Permendagri 22/2020"
    with pytest.raises(NotAllowed):
        decree(actor=cast.officer, period=done, region=cast.kubar)


def test_the_decree_names_the_office_it_charges(cast, done):
    office = Office.objects.create(region=cast.kubar, name="Dinas Kesehatan contoh")
    done.rows.filter(region=cast.kubar).update(office=office)
    letter: Any = decree(actor=cast.partner, period=done, region=cast.kubar)
    table = next(block for block in letter.annexed if block.tag == "table")
    assert dict(zip(table.head, table.rows[0], strict=True))["Perangkat daerah"] == "Dinas Kesehatan contoh"
    assert sum(table.widths) == 100


def test_a_list_of_all_names_who_has_not_answered(cast, done):
    done.answers.filter(region=cast.kubar).update(submitted_at="2026-11-01T00:00Z", submitted_by=cast.partner)
    for name in ("daftar-rencana", "rekapitulasi"):
        facts = said_first(list_letter(name, done, None))
        assert facts["Belum menjawab"] == "Kabupaten Kutai Kartanegara"
        assert "Belum menjawab" not in said_first(list_letter(name, done, cast.kubar))


def test_a_decree_is_offered_where_there_is_something_to_fix(cast, done, signed_in):
    address = f"/pemetaan/{done.public_id}/keluaran/"
    assert f"{address}keputusan/" in signed_in(cast.partner).get(address).content.decode()
    page = signed_in(cast.officer).get(address).content.decode()
    assert f"{address}keputusan/" not in page
    assert "Belum ada baris daerah Anda yang dinyatakan KSDPK" in page


def test_papers_and_sheets_are_handed_out(cast, done, signed_in):
    client = signed_in(cast.officer)
    address = f"/pemetaan/{done.public_id}/keluaran/"
    assert "Rancangan Keputusan" in client.get(address).content.decode()
    answer = client.post(f"{address}daftar-rencana/", {"bentuk": "docx"})
    assert answer.content[:2] == b"PK"
    assert client.post(f"{address}rekapitulasi/", {"daerah": "64.02"}).status_code == 302
    assert client.post(f"{address}keputusan/", {"daerah": "64.07", "bentuk": "docx"}).status_code == 403
    assert client.post(f"{address}keputusan/", {"daerah": "64.02", "bentuk": "docx"}).status_code == 409
    assert client.post(f"{address}lain/").status_code == 404
    assert client.post(f"{address}rekapitulasi/", {"daerah": "99\x00"}).status_code == 404
    assert lines_in(client.get(f"{address}daftar-rencana/xlsx/").content) == 5
    assert client.get(f"{address}daftar-rencana/xlsx/?daerah=64.07").status_code == 200
    assert client.get(f"{address}keputusan/xlsx/").status_code == 404
    assert signed_in(cast.stranger).post(f"{address}rekapitulasi/").status_code == 404


def test_the_recapitulation_adds_up_in_a_spreadsheet_too(cast, done, signed_in):
    answer = signed_in(cast.officer).get(f"/pemetaan/{done.public_id}/keluaran/rekapitulasi/xlsx/")
    assert 'filename="rekapitulasi-2027.xlsx"' in answer["Content-Disposition"]
    sheet: Any = opened(answer.content).active
    head, *lines = sheet.iter_rows(values_only=True)
    assert (head[0], head[1], head[-1]) == ("Daerah", "Urusan", "Jumlah")
    assert all(sum(line[2:-1]) == line[-1] for line in lines)
    assert sum(line[-1] for line in lines) == 4
    assert len({line[:2] for line in lines}) == len(lines)


def test_lists_cost_the_same_for_few_and_many(cast, done, django_assert_num_queries):
    for number in range(10):
        judged(cast.biro, done, cast.kukar, "ksdd_sukarela", title=f"Contoh {number}", program="Contoh")
    with django_assert_num_queries(1):
        assert len(lines_of(done)) == 14


def test_the_whole_list_becomes_a_word_file(cast, done):
    assert letter_docx(list_letter("daftar-rencana", done, None))[:2] == b"PK"
