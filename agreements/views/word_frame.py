"""Lines around the Pasal that came back otherwise and are not taken: why, and where their data is changed."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.documents.naskah_word.frame import HEADING, KIND, NUMBER, OPENING, PARTIES, SIGNERS
from agreements.models import Naskah, WordReturn
from agreements.naskah.sentences import LONGEST_TITLE, TITLE
from agreements.naskah.word.redline import Row, redline


@dataclass(frozen=True)
class FrameRow:
    """One line as it went out and came back, why it stays, and the page on which its data is changed."""

    lines: tuple[Row, ...]
    why: str
    link: str = ""
    link_label: str = ""


def frame_rows(row: WordReturn, *, drafts: bool) -> list[FrameRow]:
    """The lines that are not offered among the parts; links to what drafters change are theirs alone."""
    offered = row.waits and bool(row.reading["body"]["pasal"])
    lines = [line for line in row.reading["frame"] if not (offered and "back" in line)]
    edits = drafts and row.naskah.state == NaskahState.DRAFTED
    rows = (FrameRow(_line(line), *_place(row.naskah, line, edits=edits)) for line in lines)
    # The head of every lampiran says the same.
    return list(dict.fromkeys(rows))


def _line(line: dict[str, Any]) -> tuple[Row, ...]:
    sides = ([text] if text else [] for text in (line["expected"], line["found"]))
    return redline(*sides)


def _place(naskah: Naskah, line: dict[str, Any], *, edits: bool) -> tuple[str, str, str]:
    name = line.get("name", "")
    told = _told(name, gone=not line["found"])
    data = reverse("agreements:naskah_frame", args=[naskah.public_id]) if edits else ""
    signers = f"{naskah.get_absolute_url()}#pihak"
    links = {
        KIND: ("", ""),
        HEADING: ("", ""),
        PARTIES: (naskah.case.get_absolute_url(), _("Lihat para pihak")),
        NUMBER: (signers, _("Buka tanda tangan para pihak")),
        SIGNERS: (signers, _("Ubah penanda tangan")),
    }
    link, label = links.get(name, (data, _("Ubah judul dan data naskah") if data else ""))
    return told, link, label


def _told(name: str, *, gone: bool) -> str:
    """Why a line is not taken from the file."""
    whys = {
        KIND: _("Nama jenis naskah ditetapkan paket hukum."),
        PARTIES: _("Nama para pihak berasal dari data daerah atau mitra."),
        NUMBER: _("Nomor diisi setiap pihak saat menandatangani."),
        OPENING: _("Hari dan tanggal terisi saat ditandatangani; tempatnya dari data naskah."),
        SIGNERS: _("Nama, jabatan, dan dasar kewenangan berasal dari data penanda tangan."),
        HEADING: _("Kepala lampiran mengikuti judul dan nomor naskah."),
        TITLE: _("Naskah harus berjudul.") if gone else _("Judul paling panjang %d huruf.") % LONGEST_TITLE,
        "": _("Baris ini dirangkai dari data."),
    }
    if name in whys:
        return whys[name]
    if gone:
        return _("Kalimat ini selalu ada dalam naskah.")
    return _("Yang berubah termasuk kata dari data: judul, tempat, jumlah rangkap, atau sebutan pihak.")
