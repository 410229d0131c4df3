"""Numbers Word counts, tracked changes, remarks, boxes and notes: read as they stand on the page, each with its place."""

from agreements.naskah.reading import Paragraph, read
from agreements.naskah.structure import Ayat
from agreements.naskah.word.reader import Comment, read_docx
from tests.agreements.naskah.cast import PKS
from tests.agreements.naskah.word_files import W, docx, p

NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Pasal %1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3."/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2.%4)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/>'
    "</w:lvlOverride></w:num></w:numbering>"
)


def item(text: str, level: int, number: int = 5) -> str:
    listed = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{listed}<w:r><w:t>{text}</w:t></w:r></w:p>"


def words(body: str, **parts: str) -> list[str]:
    files = {f"word/{name}.xml": text for name, text in parts.items()}
    return [line.words for line in read_docx(docx(body, files)).lines]


def ins(text: str, who: str = "Contoh Rini") -> str:
    return f'<w:ins w:author="{who}" w:date="2026-11-20T08:00:00Z"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'


def gone(text: str, who: str = "Contoh Rini") -> str:
    return (
        f'<w:del w:author="{who}" w:date="2026-11-20T08:00:00Z"><w:r><w:delText xml:space="preserve">{text}</w:delText>'
        "</w:r></w:del>"
    )


def test_every_level_counts_and_starts_again_under_the_one_above():
    rows = [
        ("OBJEK", 0),
        ("Satu", 1),
        ("dua", 2),
        ("dua", 2),
        ("Tiga", 1),
        ("lagi", 2),
        ("LINGKUP", 0),
        ("Empat", 1),
    ]
    body = "".join(item(text, level) for text, level in rows)
    assert words(body, numbering=NUMBERING) == [
        "Pasal 1 OBJEK", "(1) Satu", "a. dua", "b. dua", "(2) Tiga", "a. lagi", "Pasal 2 LINGKUP", "(1) Empat",
    ]  # fmt: skip


def test_a_list_that_starts_elsewhere_says_so_and_bullets_stay_bullets():
    body = item("A", 0) + item("B", 1, 6) + item("C", 1, 6) + item("D", 3, 6) + item("E", 0, 7)
    assert words(body, numbering=NUMBERING) == ["Pasal 1 A", "(4) B", "(5) C", "1.5.III) D", "- E"]


def test_a_style_brings_its_number_and_number_zero_takes_it_away():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Dasar"><w:name w:val="Dasar"/><w:pPr><w:numPr>'
        '<w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Anak"><w:name w:val="Ayat Kantor"/><w:basedOn w:val="Dasar"/></w:style></w:styles>'
    )
    bare = '<w:p><w:pPr><w:pStyle w:val="Anak"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>c</w:t></w:r></w:p>'
    assert words(p("a", "Anak") + p("b", "Anak") + bare, numbering=NUMBERING, styles=styles) == [
        "(1) a",
        "(2) b",
        "c",
    ]


def test_tracked_changes_are_read_as_accepted_and_told_with_their_author():
    body = f'<w:p><w:r><w:t xml:space="preserve">Biaya </w:t></w:r>{gone("PIHAK KESATU")}{ins("PARA PIHAK")}</w:p>'
    text = read_docx(docx(p("Judul") + body))
    assert [line.text for line in text.lines] == ["Judul", "Biaya PARA PIHAK"]
    assert [(row.what, row.text, row.author, row.date, row.line) for row in text.changes] == [
        ("hapus", "PIHAK KESATU", "Contoh Rini", "2026-11-20T08:00:00Z", 2),
        ("tambah", "PARA PIHAK", "Contoh Rini", "2026-11-20T08:00:00Z", 2),
    ]


def test_a_paragraph_removed_whole_leaves_no_line_and_its_number_goes_to_the_next():
    listed = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr><w:rPr><w:del w:author="a"/></w:rPr></w:pPr>'
    body = item("A", 0) + f"<w:p>{listed}{gone('lama')}</w:p>" + item("baru", 1)
    assert words(body, numbering=NUMBERING) == ["Pasal 1 A", "(1) baru"]


def test_a_removed_paragraph_end_joins_what_it_parted():
    body = f'<w:p><w:pPr><w:rPr><w:del w:author="a"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">satu </w:t></w:r></w:p>{p("dua")}'
    assert words(body) == ["satu dua"]
    assert words(body.replace(p("dua"), "")) == ["satu"]


def test_moved_words_stand_where_they_were_moved_to():
    body = (
        '<w:p><w:moveFrom w:author="a"><w:r><w:t>pindah</w:t></w:r></w:moveFrom><w:r><w:t>tetap</w:t></w:r></w:p>'
        '<w:p><w:moveTo w:author="a"><w:r><w:t>pindah</w:t></w:r></w:moveTo></w:p>'
    )
    assert words(body) == ["tetap", "pindah"]


def test_a_row_removed_from_a_table_is_told_and_not_read():
    row = "<w:tr>{mark}<w:tc>" + p("{text}") + "</w:tc></w:tr>"
    removed = '<w:trPr><w:del w:author="Contoh Rini"/></w:trPr>'
    body = f"<w:tbl>{row.format(mark='', text='satu')}{row.format(mark=removed, text='dua')}</w:tbl>"
    text = read_docx(docx(body))
    assert text.lines[0].table == (("satu",),)
    assert [(change.what, change.text) for change in text.changes] == [("hapus", "dua")]


def test_a_remark_keeps_its_author_and_the_words_it_hangs_on():
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="4" w:author="Contoh Hukum" w:date="2026-11-19">{p("Mohon dicek.")}'
        "</w:comment></w:comments>"
    )
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Sejak </w:t></w:r><w:commentRangeStart w:id="4"/><w:r><w:t>tanggal ini</w:t></w:r>'
        '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>'
    )
    text = read_docx(docx(body, {"word/comments.xml": comments}))
    assert text.comments == (Comment("Contoh Hukum", "2026-11-19", "Mohon dicek.", "tanggal ini", 1),)


def test_boxes_notes_hidden_words_headers_and_chunks_are_shown_beside():
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{p("Lihat Perda.")}</w:footnote></w:footnotes>'
    header = f'<w:hdr xmlns:w="{W}">{p("KOP CONTOH")}</w:hdr>'
    body = (
        '<w:p><w:r><w:t>Isi</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>"
        f"<w:r><w:pict><w:txbxContent>{p('Dalam kotak')}</w:txbxContent></w:pict></w:r></w:p><w:altChunk/>"
    )
    text = read_docx(docx(body, {"word/footnotes.xml": notes, "word/header1.xml": header}))
    assert [line.text for line in text.lines] == ["Isi"]
    assert [(line.where, line.text) for line in text.asides] == [
        ("catatan kaki", "Lihat Perda."),
        ("teks tersembunyi", "rahasia"),
        ("kotak teks", "Dalam kotak"),
        ("sisipan", "Bagian sisipan dari berkas lain yang tidak dapat dibaca."),
        ("kepala halaman", "KOP CONTOH"),
    ]


def test_controls_links_fields_and_two_spellings_are_read_once():
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f"<w:sdt><w:sdtContent>{p('Kendali')}</w:sdtContent></w:sdt>"
        f'<w:p><w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink><w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>'
        '<w:r><w:instrText>HYPERLINK</w:instrText><w:tab/><w:noBreakHyphen/><w:sym w:char="F0E0"/></w:r></w:p>'
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice><w:t>baru</w:t></mc:Choice><mc:Fallback><w:t>lama</w:t>'
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert words(body) == ["Kendali", "tautan3 -□", "baru"]


def test_a_foreign_draft_with_numbers_of_its_own_is_read_into_pasal():
    head = "".join(
        map(
            p,
            ("PERJANJIAN KERJA SAMA", "ANTARA", "KABUPATEN A", "DAN", "KABUPATEN B", "TENTANG", "AIR MINUM"),
        )
    )
    pasal = "<w:p>" + item("", 0)[5:-6] + "<w:r><w:br/><w:t>OBJEK</w:t></w:r></w:p>"
    body = (
        head
        + p("PARA PIHAK sepakat sebagai berikut:")
        + pasal
        + item("Objeknya meliputi:", 1)
        + item("air; dan", 2)
        + item("pipa.", 2)
    )
    text = read_docx(docx(body, {"word/numbering.xml": NUMBERING}))
    rows = [Paragraph(f"{line.label} {line.text}".strip(), line.style) for line in text.lines]
    reading = read(rows, PKS)
    assert reading.title == "AIR MINUM"
    assert [(row.clause, row.title, row.ayat) for row in reading.body.pasal] == [
        ("objek", "OBJEK", (Ayat("Objeknya meliputi:", ("air; dan", "pipa.")),))
    ]
