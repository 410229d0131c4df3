"""The yearly report of a TKKSD as a letter to its Kepala Daerah."""

from collections.abc import Sequence

from agreements.choices.teams import TeamPosition
from agreements.documents.letters import Block, Heading, Letter, Signer, Table, Text, letterhead_of
from agreements.models import Team, TeamReport
from ksd.core.words import long_date


def team_report_letter(report: TeamReport, figures: Sequence[tuple[str, str, str]]) -> Letter:
    """The letter with its figures by part and the team's own words, signed by the chair."""
    region = report.region
    blocks: list[Block] = [
        Text(
            f"Sesuai dengan tugas Tim Koordinasi Kerja Sama Daerah menurut Pasal 46 ayat (2) huruf j Peraturan "
            f"Menteri Dalam Negeri Nomor 22 Tahun 2020, kami sampaikan laporan tahun {report.year}."
        )
    ]
    for part in dict.fromkeys(part for part, _label, _count in figures):
        lines = tuple((label, count) for own, label, count in figures if own == part)
        blocks += [Heading(part), Table(("Uraian", "Jumlah"), lines, widths=(82, 18))]
    blocks += [*_said(report), Text("Demikian laporan ini disampaikan.")]
    return Letter(
        head=letterhead_of(region, "Tim Koordinasi Kerja Sama Daerah"),
        subject=f"Laporan tahunan kerja sama daerah tahun {report.year}",
        number=report.number,
        dated=long_date(report.sent_on) if report.sent_on else "",
        place=region.capital,
        addressee=(f"{region.head_title} {region.name}", "di tempat"),
        blocks=tuple(blocks),
        signers=(Signer("Ketua Tim Koordinasi Kerja Sama Daerah", *_chair(report)),),
        note="Disiapkan dengan aplikasi KSD",
    )


def _said(report: TeamReport) -> list[Block]:
    """The team's own words under their headings."""
    blocks: list[Block] = []
    for title, words in (
        ("Permasalahan", report.trouble),
        ("Upaya penyelesaian", report.remedy),
        ("Rencana tahun berikutnya", report.plan),
    ):
        said = [Text(line) for line in words.splitlines() if line.strip()]
        blocks += [Heading(title), *(said or [Text("–")])]
    return blocks


def _chair(report: TeamReport) -> list[str]:
    """Who chairs the team on the day of the report, or today."""
    team = Team.objects.current(report.sent_on).filter(region=report.region).first()
    if team is None:
        return []
    chair = team.members.serving(report.sent_on).filter(position=TeamPosition.CHAIR).first()
    return [chair.name] if chair else []
