"""Reports, recaps and the letter that asks for late ones, as sheets of the letter engine; always Indonesian."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from agreements.documents.drafts.compose import head_signer
from agreements.documents.letters import (
    Facts,
    Heading,
    Letter,
    Numbered,
    Table,
    Text,
    letterhead_of,
)
from agreements.documents.letters.sheet import Block
from agreements.models import CaseReport, ReportPart
from ksd.core.words import long_date
from regions.models import Region


def report_letter(report: CaseReport, words: Mapping[str, str], parts: Iterable[ReportPart]) -> Letter:
    """One report: its items in the order of the law, each party's own part, the signature of the head."""
    items = tuple(
        (str(number), item.label, words.get(item.code, "") or "–")
        for number, item in enumerate(report.rule.items, start=1)
    )
    said = tuple(
        (part.party.name, part.work or "–", part.trouble or "–", part.remedy or "–") for part in parts
    )
    blocks: list[Block] = [
        Facts((("Daerah pelapor", report.region.government_name), ("Periode", report.period_label))),
        Table(("No.", "Pokok laporan", "Uraian"), items, widths=(6, 28, 66)),
    ]
    if said:
        blocks.append(Heading("Bagian para pihak"))
        head = ("Pihak", "Pelaksanaan", "Permasalahan", "Upaya penyelesaian")
        blocks.append(Table(head, said, widths=(22, 30, 24, 24)))
    return Letter(
        head=letterhead_of(report.region),
        subject=f"{report.rule.label} kerja sama daerah {report.period_label}",
        form="daftar",
        blocks=tuple(blocks),
        signers=(head_signer(report.region),),
        note=_basis(report.rule.article),
    )


def recap_letter(
    region: Region, period: str, head: Sequence[str], rows: Sequence[Sequence[str]], article: str
) -> Letter:
    """All reports of one region on one period as a wide table."""
    share = (100 - 4) // max(1, len(head))
    return Letter(
        head=letterhead_of(region),
        subject=f"Rekapitulasi laporan pelaksanaan kerja sama daerah {period}",
        form="daftar",
        blocks=(
            Facts((("Daerah", region.government_name), ("Periode", period))),
            Table(
                ("No.", *head),
                tuple((str(number), *row) for number, row in enumerate(rows, start=1)),
                widths=(4, *([share] * len(head))),
            ),
        ),
        signers=(head_signer(region),),
        note=_basis(article),
        landscape=True,
    )


def asking_letter(
    *,
    province: Region,
    region: Region,
    reports: Sequence[CaseReport],
    number: str,
    dated: date | None,
    days: int,
) -> Letter:
    """The province asks a kabupaten or kota for reports that have not come."""
    late = tuple(_asked_line(report) for report in reports)
    article = reports[0].rule.article if reports else ""
    return Letter(
        head=letterhead_of(province),
        subject="Permintaan laporan pelaksanaan kerja sama daerah",
        number=number,
        dated=long_date(dated) if dated else "",
        place=province.capital,
        nature="Segera",
        addressee=(f"{region.head_title} {region.name}", "di tempat"),
        blocks=(
            Text(
                f"Berdasarkan {article or 'ketentuan pelaporan kerja sama daerah'}, pelaksanaan kerja sama daerah "
                "dilaporkan secara berkala dan berjenjang. Sampai dengan tanggal surat ini, laporan berikut belum "
                "kami terima:"
            ),
            Numbered(late),
            Text(
                f"Sehubungan dengan itu, kami minta laporan tersebut disampaikan paling lambat {days} hari sejak "
                "surat ini diterima. Bila terdapat kendala, kami siap membantu melalui konsultasi."
            ),
            Text("Demikian disampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih."),
        ),
        signers=(head_signer(province),),
        copies_to=("Menteri Dalam Negeri",) if any(report.province_told_on for report in reports) else (),
    )


def _asked_line(report: CaseReport) -> str:
    due = f", seharusnya paling lambat {long_date(report.due_on)}" if report.due_on else ""
    return f"{report.rule.label} {report.period_label}: {report.case.title}{due}"


def _basis(article: str) -> str:
    return f"Dasar: {article}" if article else ""
