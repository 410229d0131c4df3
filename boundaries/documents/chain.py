"""Letters of the province about a segment: invitation, handing over to the Minister, the list that is signed for."""

from collections.abc import Callable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from agreements.documents.letters import Block, Facts, Letter, Numbered, Signer, Table, Text, letterhead_of
from boundaries.choices import ChainLetterKind
from boundaries.models import ChainLetter, SegmentPaper
from ksd.core.words import date_in_words, long_date
from regions.models import Official

ARTICLE = "Pasal 370 Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
THANKS = "Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih."


def chain_letter(
    row: ChainLetter, papers: Sequence[SegmentPaper], head: Official | None, number: str
) -> Letter:
    """The letter from its data; without a number it says that it is a draft."""
    return _WRITERS[row.kind](row, papers, head, number)


def _pair(row: ChainLetter) -> str:
    return f"{row.segment.region_a.full_name} dengan {row.segment.region_b.full_name}"


def _signer(row: ChainLetter, head: Official | None) -> Signer:
    if row.data.get("signer"):
        return Signer(row.data.get("signer_title") or row.keeper.head_title, row.data["signer"])
    if head is not None:
        return Signer(head.title_line, head.full_name)
    return Signer(f"{row.keeper.head_title} {row.keeper.name}")


def _addressees(row: ChainLetter) -> tuple[str, ...]:
    """To whom it goes, line by line; the sheet writes "Yth." itself."""
    lines = (line.strip() for line in row.data.get("addressees", "").splitlines())
    return tuple(line.removeprefix("Yth.").strip() for line in lines if line)


def _heads(row: ChainLetter) -> tuple[str, ...]:
    """The heads of both regions, whom an invitation goes to unless others are named."""
    both = tuple(
        f"{place}. {side.head_title} {side.name}" for place, side in enumerate(row.segment.sides, start=1)
    )
    return (*both, "di Tempat")


def _meeting_day(text: str) -> str:
    """The day of the meeting as it was written; a bare date is written out with its weekday."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return text
    return f"{date_in_words(day).day}, {long_date(day)}"


def _note(number: str) -> str:
    return "" if number else _("Rancangan; belum bernomor.")


def _annexes(papers: Sequence[SegmentPaper]) -> tuple[Block, ...]:
    if not papers:
        return ()
    rows = tuple(
        (str(place), paper.title, paper.number or "–", long_date(paper.on) if paper.on else "–")
        for place, paper in enumerate(papers, 1)
    )
    head = (_("No."), _("Dokumen"), _("Nomor"), _("Tanggal"))
    return (Table(head, rows, (7, 48, 25, 20), _("Berkas yang disertakan")),)


def _invitation(
    row: ChainLetter, papers: Sequence[SegmentPaper], head: Official | None, number: str
) -> Letter:
    data = row.data
    agenda = tuple(line for line in data.get("agenda", "").splitlines() if line.strip())
    facts = (
        ("Hari, tanggal", _meeting_day(data.get("day", ""))), ("Pukul", data.get("time", "")),
        ("Tempat", data.get("venue", "")),
    )  # fmt: skip
    return Letter(
        head=letterhead_of(row.keeper),
        subject=f"Undangan rapat fasilitasi batas daerah {_pair(row)}",
        number=number, nature=data.get("nature", ""), place=row.place, dated=long_date(row.dated),
        annexes=_("%d berkas") % len(papers) if papers else "",
        addressee=_addressees(row) or _heads(row),
        blocks=(
            Text(data.get("opening") or f"Dalam rangka fasilitasi penyelesaian segmen batas {_pair(row)} "
                 f"sebagaimana dimaksud dalam {ARTICLE}, Saudara diundang hadir pada:"),
            Facts(facts),
            *((Text("Acara:"), Numbered(agenda)) if agenda else ()),
            Text("Peserta diharapkan membawa dokumen, data, dan peta yang mendukung pendiriannya."),
            *_annexes(papers),
            Text(THANKS),
        ),
        signers=(_signer(row, head),), copies_to=tuple(data.get("copies", "").splitlines()), note=_note(number),
    )  # fmt: skip


def _handing_over(
    row: ChainLetter, papers: Sequence[SegmentPaper], head: Official | None, number: str
) -> Letter:
    data = row.data
    reasons = tuple(line for line in data.get("reasons", "").splitlines() if line.strip())
    return Letter(
        head=letterhead_of(row.keeper),
        subject=f"Penyerahan penyelesaian perselisihan batas daerah {_pair(row)}",
        number=number, nature=data.get("nature", ""), place=row.place, dated=long_date(row.dated),
        annexes=_("%d berkas") % len(papers) if papers else "",
        addressee=_addressees(row) or ("Menteri Dalam Negeri", "di Jakarta"),
        blocks=(
            Text(data.get("opening") or f"Perselisihan batas daerah antara {_pair(row)} telah difasilitasi dan "
                 f"belum dapat diselesaikan. Berdasarkan {ARTICLE}, penyelesaiannya diserahkan kepada Menteri."),
            *((Text("Sebagai bahan pertimbangan disampaikan:"), Numbered(reasons)) if reasons else ()),
            *_annexes(papers),
            Text(THANKS),
        ),
        signers=(_signer(row, head),), copies_to=tuple(data.get("copies", "").splitlines()), note=_note(number),
    )  # fmt: skip


def _receipt(row: ChainLetter, papers: Sequence[SegmentPaper], head: Official | None, number: str) -> Letter:
    day = date_in_words(row.dated)
    data = row.data
    opening = (
        f"Pada hari ini {day.day} tanggal {day.date} bulan {day.month} tahun {day.year} ({day.figures}), "
        f"bertempat di {row.place}, telah diserahkan berkas perselisihan segmen batas {_pair(row)} "
        f"dari {row.keeper.government_name} kepada {data.get('receiver_title') or 'Kementerian Dalam Negeri'}."
    )
    receiver = Signer(data.get("receiver_title") or "Yang menerima", data.get("receiver") or "……………………")
    return Letter(
        head=letterhead_of(row.keeper), form="berita_acara", subject="Berita acara penyerahan berkas batas daerah",
        number=number, place=row.place, dated=long_date(row.dated),
        blocks=(
            Text(data.get("opening") or opening),
            *_annexes(papers),
            Text("Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya."),
        ),
        signers=(_signer(row, head), receiver), note=_note(number),
    )  # fmt: skip


_WRITERS: dict[str, Callable[[ChainLetter, Sequence[SegmentPaper], Official | None, str], Letter]] = {
    ChainLetterKind.UNDANGAN: _invitation,
    ChainLetterKind.PENYERAHAN: _handing_over,
    ChainLetterKind.BA_PENYERAHAN: _receipt,
}
