"""Jurists check a file at the command line: findings with rule, article, severity and place, and an exit code."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from docx import Document

from agreements.naskah.reading import files
from agreements.naskah.word.package import MAX_XML
from agreements.services.file_check import kinds
from tests.agreements.corpus import GOOD, faults, good, kind_of

pytestmark = pytest.mark.django_db
FAULTS = {fault.code: fault for fault in faults()}


def run(path: Path, kind: str, *options: str) -> tuple[int, str]:
    """Exit code and output of the command."""
    out = io.StringIO()
    try:
        call_command("check_naskah", str(path), "--kind", kind, *options, stdout=out)
    except SystemExit as left:
        return int(left.code or 0), out.getvalue()
    return 0, out.getvalue()


def docx_of(text: str) -> bytes:
    document = Document()
    for line in text.splitlines():
        cells = line.split(" | ")
        if len(cells) > 1 and not line.startswith("["):
            row = document.add_table(rows=1, cols=len(cells)).rows[0]
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
        else:
            document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "name", ["ksdd.kb--air-minum", "ksdpk.pks--sampah-pasar", "sinergi.nk--keselamatan-sungai"]
)
@pytest.mark.parametrize("bare", [True, False])
def test_a_good_file_leaves_with_nothing_to_mend(tmp_path, name, bare):
    kind = kind_of(name)
    code, told = run(GOOD[name], kind.partition(".")[2] if bare else kind, "--json")
    assert (code, json.loads(told)["findings"]) == (0, [])
    assert json.loads(told)["kind"] == kind


def test_a_broken_file_leaves_with_one_and_tells_rule_article_severity_and_place(tmp_path):
    fault = FAULTS["figure_words"]
    path = tmp_path / "naskah.txt"
    path.write_text(fault.text, encoding="utf-8")
    code, told = run(path, kind_of(fault.of), "--json")
    assert code == 1
    (row,) = json.loads(told)["findings"]
    assert (row["rule"], row["severity"], row["article"]) == (
        "figure_words",
        "blocking",
        "Ketentuan internal",
    )
    assert row["place"].startswith("Pasal ")
    assert (
        "seratus lima" in fault.text.splitlines()[row["line"] - 1]
        or "Rp" in fault.text.splitlines()[row["line"] - 1]
        or "(tiga)" in fault.text.splitlines()[row["line"] - 1]
    )


def test_a_warning_alone_leaves_with_zero(tmp_path):
    path = tmp_path / "naskah.txt"
    path.write_text(FAULTS["stamp_missing"].text, encoding="utf-8")
    code, told = run(path, "kb")
    assert code == 0
    assert "[PERIKSA] Penutup" in told
    assert "UU 10/2020" in told


def test_the_same_text_as_word_file_gives_the_same_findings(tmp_path):
    for name in ("ksdd.pks--persampahan", "ksdd.kb--rujukan-menimbang"):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(docx_of(good(name)))
        assert json.loads(run(path, kind_of(name), "--json")[1])["findings"] == []
    fault = FAULTS["authority_kuasa_missing"]
    path = tmp_path / "rusak.docx"
    path.write_bytes(docx_of(fault.text))
    code, told = run(path, "pks", "--json")
    assert code == 1
    assert [row["rule"] for row in json.loads(told)["findings"]] == ["authority_kuasa_missing"]


def test_what_was_not_read_is_shown(tmp_path):
    path = tmp_path / "naskah.txt"
    path.write_text("Catatan rapat, bukan naskah.\n" + good("ksdd.kb--air-minum"), encoding="utf-8")
    assert "alinea 1: Catatan rapat" in run(path, "kb")[1]


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * (MAX_XML + 1))
    return file.getvalue()


def empty_package() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    return file.getvalue()


HOSTILE = {
    "rusak": (b"PK\x03\x04 bukan zip", "rusak"),
    "kosong": (empty_package(), "rusak"),
    "bom": (bomb(), "terlalu besar"),
    "doc lama": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "Word lama"),
    "pdf": (b"%PDF-1.7 ...", "PDF"),
    "biner": (b"\xff\xfe\x00\xd8" * 9, "UTF-8"),
    "panjang": (b"a" * (files.MOST_TEXT + 1), "5 MB"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason_and_code_two(tmp_path, what):
    content, words = HOSTILE[what]
    path = tmp_path / "berkas.txt"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=words) as refused:
        call_command("check_naskah", str(path), "--kind", "kb")
    assert refused.value.returncode == 2


def test_an_unknown_kind_or_a_missing_file_leaves_with_two(tmp_path):
    with pytest.raises(CommandError, match=r"tidak dikenal.*ksdpk\.pks") as refused:
        call_command("check_naskah", str(GOOD["ksdd.kb--air-minum"]), "--kind", "surat")
    assert refused.value.returncode == 2
    with pytest.raises(CommandError) as refused:
        call_command("check_naskah", str(tmp_path / "tiada.txt"), "--kind", "kb")
    assert refused.value.returncode == 2


def test_every_kind_of_every_pack_can_be_asked_for():
    assert {"kb", "pks", "nk", "rk", "loi", "mou", "addendum", "ksdpk.pks", "sinergi.addendum"} <= set(
        kinds()
    )


def test_without_the_register_our_own_list_of_wrong_citations_is_used(tmp_path):
    path = tmp_path / "naskah.txt"
    path.write_text(FAULTS["wrong_citation"].text, encoding="utf-8")
    assert "wrong_citation" in run(path, kind_of(FAULTS["wrong_citation"].of))[1]
