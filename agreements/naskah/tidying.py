"""What a person typed in the editor, made fit to be saved: spaces single, marks put, nothing half empty."""

from agreements.naskah.library import joining_word, punctuate
from agreements.naskah.numbering import letter
from agreements.naskah.plain import clean
from agreements.naskah.structure import MAX_COLUMNS, Annex, Ayat, Body, Pasal

TITLE = 120
ANNEX_TITLE = 200


def tidy(body: Body) -> Body:
    """The body as it is kept; ValueError says what is not whole yet, and where."""
    return Body(
        recitals=_ended(body.recitals),
        bases=_ended(body.bases),
        pasal=tuple(_pasal(number, row) for number, row in enumerate(body.pasal, start=1)),
        annexes=tuple(_annex(number, row) for number, row in enumerate(body.annexes, start=1)),
    )


def _ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    kept = _filled(lines)
    return punctuate(kept, joining_word(kept))


def _filled(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines that hold something."""
    return tuple(text for line in lines if (text := clean(line)))


def _title(text: str, place: str, longest: int) -> str:
    words = clean(text)
    if not words:
        raise ValueError(f"{place} belum berjudul.")
    if len(words) > longest:
        raise ValueError(f"Judul {place} lebih dari {longest} huruf.")
    return words


def _pasal(number: int, pasal: Pasal) -> Pasal:
    place = f"Pasal {number}"
    rows = (_ayat(f"{place} ayat ({count})", row) for count, row in enumerate(pasal.ayat, start=1))
    return Pasal(
        pasal.clause, _title(pasal.title, place, TITLE), tuple(row for row in rows if row is not None)
    )


def _ayat(place: str, ayat: Ayat) -> Ayat | None:
    """An ayat with its filled huruf; None when there is nothing in it."""
    text, huruf = clean(ayat.text), _filled(ayat.huruf)
    if huruf and not text:
        raise ValueError(f"{place} mempunyai huruf {letter(0)} tetapi belum ada kalimat pembukanya.")
    return Ayat(text, huruf) if text else None


def _annex(number: int, annex: Annex) -> Annex:
    rows = [tuple(clean(cell) for cell in row) for row in annex.table]
    filled = [row for row in rows if any(row)]
    width = max((len(row) for row in filled), default=0)
    if width > MAX_COLUMNS:
        raise ValueError(f"Tabel Lampiran {number} lebih dari {MAX_COLUMNS} kolom.")
    return Annex(
        title=_title(annex.title, f"Lampiran {number}", ANNEX_TITLE),
        paragraphs=_filled(annex.paragraphs),
        table=tuple(row + ("",) * (width - len(row)) for row in filled),
    )
