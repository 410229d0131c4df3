"""A file from outside is refused with a plain reason or read within bounds; it never breaks anything."""

import time
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest

from agreements.naskah.structure import MAX_TEXT
from agreements.naskah.word.limits import MAX_LINES
from agreements.naskah.word.package import ENCRYPTED_STREAM, FAULTS, OLE_MAGIC, RESAVE, WordFileError
from agreements.naskah.word.reader import read_docx
from tests.agreements.naskah.word_files import MAIN_TYPE, R, W, document, docx, p

RELS_HEAD = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
XXE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">'
    + "".join(f"""<!ENTITY a{n} "{f"&a{n - 1};" * 10}">""" for n in range(1, 12))
    + "]>"
)


def link(kind: str, target: str) -> dict[str, str]:
    row = f'<Relationship Id="rId9" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
    return {"word/_rels/document.xml.rels": f"{RELS_HEAD}{row}</Relationships>"}


def doctype(head: str, entity: str) -> bytes:
    body = (
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{entity}</w:t></w:r></w:p></w:body></w:document>'
    )
    return docx(parts={"word/document.xml": head + body})


def locked() -> bytes:
    source = BytesIO(docx(p("x")))
    content = bytearray(source.getvalue())
    for sign in (b"PK\x03\x04", b"PK\x01\x02"):
        at = -1
        while (at := content.find(sign, at + 1)) >= 0:
            content[at + (6 if sign == b"PK\x03\x04" else 8)] |= 1
    return bytes(content)


def twice() -> bytes:
    target = BytesIO(docx(p("satu")))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(target, "a") as package:
        package.writestr("word/document.xml", document(p("dua")))
    return target.getvalue()


def lying_about_its_size() -> bytes:
    """The size told in the list of parts is a tenth of what unpacking gives."""
    content = bytearray(docx(parts={"word/document.xml": document(p("x" * 50_000))}))
    with zipfile.ZipFile(BytesIO(bytes(content))) as package:
        size = package.getinfo("word/document.xml").file_size
    return bytes(content).replace(size.to_bytes(4, "little"), (size // 10).to_bytes(4, "little"))


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "broken"),
    "text": (lambda: b"Ini bukan Word", "broken"),
    "half": (lambda: docx(p("x") * 50)[:400], "broken"),
    "no main part": (lambda: docx(parts={"word/other.xml": "<x/>"}).replace(b"word/document", b"word/documenx"), "broken"),
    "spreadsheet": (lambda: docx(kind="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "broken"),
    "broken xml": (lambda: docx(parts={"word/document.xml": "<w:document"}), "broken"),
    "another encoding": (lambda: docx(parts={"word/document.xml": document(p("x")).encode("utf-16")}), "broken"),
    "too deep": (lambda: docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "broken"),
    "old word": (lambda: OLE_MAGIC + b"WordDocument", "old"),
    "password": (lambda: OLE_MAGIC + b"x" * 600 + ENCRYPTED_STREAM, "password"),
    "locked zip": (locked, "password"),
    "macro part": (lambda: docx(parts={"word/vbaProject.bin": b"x"}), "macros"),
    "macro type": (lambda: docx(p("x"), kind=MACRO_TYPE), "macros"),
    "active control": (lambda: docx(parts={"word/activeX/activeX1.xml": "<x/>"}), "macros"),
    "bomb": (lambda: docx(parts={"word/document.xml": document(" " * 40_000_000)}), "bomb"),
    "bomb beside": (lambda: docx(parts={"word/media/x.png": b"\0" * 60_000_000}), "bomb"),
    "many parts": (lambda: docx(parts={f"word/x{n}.xml": "" for n in range(2_100)}), "bomb"),
    "many tags": (lambda: docx("<w:p/>" * 950_000), "bomb"),
    "xxe": (lambda: doctype(XXE, "&x;"), "entities"),
    "billion laughs": (lambda: doctype(LAUGHS, "&a11;"), "entities"),
    "bare doctype": (lambda: doctype('<?xml version="1.0"?><!DOCTYPE w>', "x"), "entities"),
    "template from afar": (lambda: docx(parts=link("attachedTemplate", "https://contoh.test/a.dotm")), "outside"),
    "template on a server": (lambda: docx(parts=link("attachedTemplate", r"file://\\server\share\a.dotm")), "outside"),
    "share": (lambda: docx(parts=link("image", r"\\server\share\a.png")), "outside"),
    "picture from afar": (lambda: docx(parts=link("image", "http://contoh.test/p.png")), "outside"),
    "object from afar": (lambda: docx(parts=link("oleObject", "http://contoh.test/p.doc")), "outside"),
    "ten megabytes in one ayat": (lambda: docx(p("kata kata, " * 900_000)), "long_line"),
    "one long ayat": (lambda: docx(p("a" * (MAX_TEXT + 1))), "long_line"),
    "too many lines": (lambda: docx(p("x") * (MAX_LINES + 2)), "too_long"),
    "too much text": (lambda: docx(p("kata " * 1_000) * 220), "too_long"),
    "page breaks": (lambda: docx('<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 301), "too_long"),
    "too many cells": (
        lambda: docx("<w:tbl>" + ("<w:tr>" + f"<w:tc>{p('x')}</w:tc>" * 10 + "</w:tr>") * 1_201 + "</w:tbl>"), "too_long",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_reason(name):
    make, code = REFUSED[name]
    content = make()
    with pytest.raises(WordFileError) as refused:
        read_docx(content)
    assert refused.value.code == code
    assert refused.value.message.endswith(".")
    assert refused.value.remedy.endswith(".")


def test_a_part_that_lies_about_its_size_is_read_no_further_than_it_told():
    with pytest.raises(WordFileError) as refused:
        read_docx(lying_about_its_size())
    assert refused.value.code in {"broken", "bomb"}


def test_two_main_parts_are_one_too_many():
    with pytest.raises(WordFileError) as refused:
        read_docx(twice())
    assert refused.value.code == "broken"


def test_declared_pages_are_believed():
    head = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    with pytest.raises(WordFileError, match="300 halaman"):
        read_docx(docx(p("x"), {"docProps/app.xml": f"{head}<Pages>301</Pages></Properties>"}))


def test_ten_megabytes_of_different_words_in_one_ayat_are_refused_by_the_line():
    words = " ".join(f"{n * 7919 % 1_000_003:x}{n:x}" for n in range(900_000))
    with pytest.raises(WordFileError) as refused:
        read_docx(docx(p(words)))
    assert refused.value.code == "long_line"
    assert refused.value.message.startswith("Baris 1 berisi ")


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://contoh.test"),
        ("attachedTemplate", "file:///C:\\Users\\contoh\\Normal.dotm"),
        ("image", "gambar.png"),
    ],
)
def test_links_everybody_has_are_no_reason_to_refuse(kind, target):
    assert [line.text for line in read_docx(docx(p("Isi"), link(kind, target))).lines] == ["Isi"]


def test_unknown_styles_and_elements_are_read_as_plain_lines():
    body = p("Satu", "GayaAneh") + "<w:p><w:unknown/><w:r><w:t>Dua</w:t><w:x>tiga</w:x></w:r></w:p><w:y/>"
    assert [(line.text, line.style) for line in read_docx(docx(body)).lines] == [
        ("Satu", "GayaAneh"),
        ("Dua", ""),
    ]


def test_direction_marks_and_controls_go_and_emoji_stays():
    line = read_docx(docx(p("PIHAK \u202eKESATU\u202c\u200f\u200b \u00adsetuju 😀"))).lines[0]
    assert line.text == "PIHAK KESATU setuju 😀"


def test_strict_word_files_are_read_like_any_other():
    strict = document(p("Isi")).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_docx(docx(parts={"word/document.xml": strict})).lines[0].text == "Isi"


def test_an_empty_file_says_nothing():
    assert read_docx(docx("")).lines == ()
    assert read_docx(docx(parts={"word/document.xml": f'<w:document xmlns:w="{W}"/>'})).lines == ()


def test_numbers_too_large_to_be_meant_are_not_counted():
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        '<w:start w:val="99999999999999999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1%9%1."/></w:lvl>'
        '<w:lvl w:ilvl="99999999"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    listed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="77"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    assert read_docx(docx(listed, {"word/numbering.xml": numbering})).lines[0].label == "i1i."


def test_styles_that_rest_on_each_other_end():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    assert read_docx(docx(p("x", "A"), {"word/styles.xml": styles})).lines[0].label == ""


def test_the_largest_file_that_is_read_costs_bounded_time():
    content = docx(p("Ketentuan ini berlaku bagi PARA PIHAK dan kegiatannya. ") * (MAX_LINES - 1))
    began = time.perf_counter()
    read_docx(content)
    assert time.perf_counter() - began < 15


def test_a_thousand_lines_cost_bounded_memory():
    content = docx(p("Ketentuan ini berlaku bagi PARA PIHAK dan kegiatannya. ") * 1_000)
    tracemalloc.start()
    read_docx(content)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * 1024 * 1024


REMOVED_END = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
SLOW = {
    "ends removed": f"<w:p>{REMOVED_END}<w:r><w:t>kata kata</w:t></w:r></w:p>" * 60_000,
    "one removal in pieces": "<w:p>" + '<w:del w:author="a"><w:r><w:delText>abcdefgh</w:delText></w:r></w:del>' * 100_000 + "</w:p>",
    "remarks on remarks": "<w:p>" + "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(9_000)) + "<w:r><w:t> </w:t></w:r>" * 9_000 + "</w:p>",
    "boxes in boxes": "<w:p><w:r>" + "<w:pict><w:txbxContent><w:p><w:r>" * 40 + "</w:r></w:p></w:txbxContent></w:pict>" * 40 + "</w:r></w:p>",
    "many boxes": "<w:p><w:r><w:pict>" + f"<w:txbxContent>{p('x')}</w:txbxContent>" * 9_000 + "</w:pict></w:r></w:p>",
    "tables in tables": "<w:tbl><w:tr><w:tc>" * 60 + p("x") + "</w:tc></w:tr></w:tbl>" * 60,
}  # fmt: skip


@pytest.mark.parametrize("name", SLOW)
def test_no_trick_makes_reading_slow(name):
    content = docx(SLOW[name])
    began = time.perf_counter()
    with suppress(WordFileError):
        read_docx(content)
    assert time.perf_counter() - began < 15


def test_every_refusal_says_what_to_do_next():
    assert all(message.endswith(".") and remedy.endswith(".") for message, remedy in FAULTS.values())
    assert MAIN_TYPE
    assert RESAVE
