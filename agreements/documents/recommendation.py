"""The TKKSD's recommendation as a letter to its Kepala Daerah."""

from agreements.choices.teams import TeamPosition
from agreements.documents.letters import Block, Facts, Letter, Signer, Text, letterhead_of
from agreements.models import Recommendation, Team, TeamMember
from ksd.core.words import long_date


def recommendation_letter(row: Recommendation) -> Letter:
    """The letter with the number and date it was recorded under, signed by the chair of the team."""
    text, region = row.naskah, row.region
    chair = _chair(row)
    facts = (
        ("Naskah", text.rule.label),
        ("Tentang", text.title),
        ("Para pihak", "; ".join(party.name for party in text.case.parties.all())),
        ("Jangka waktu", f"{text.years} tahun"),
        ("Rekomendasi", str(row.get_advice_display())),
    )
    blocks: list[Block] = [
        Text(
            "Sesuai dengan tugas Tim Koordinasi Kerja Sama Daerah menurut Pasal 46 ayat (2) huruf g Peraturan "
            "Menteri Dalam Negeri Nomor 22 Tahun 2020, kami sampaikan rekomendasi atas naskah berikut."
        ),
        Facts(facts),
    ]
    if row.note:
        blocks.append(Text(f"Catatan: {row.note}"))
    blocks.append(Text("Demikian rekomendasi ini disampaikan untuk menjadi bahan keputusan."))
    return Letter(
        head=letterhead_of(region, "Tim Koordinasi Kerja Sama Daerah"),
        subject=f"Rekomendasi penandatanganan {text.rule.label}",
        number=row.number,
        dated=long_date(row.dated),
        place=region.capital,
        addressee=(f"{region.head_title} {region.name}", "di tempat"),
        blocks=tuple(blocks),
        signers=(Signer("Ketua Tim Koordinasi Kerja Sama Daerah", *([chair.name] if chair else [])),),
        note="Disiapkan dengan aplikasi KSD",
    )


def _chair(row: Recommendation) -> TeamMember | None:
    """Who chaired the team on the day of the recommendation."""
    team = Team.objects.current(row.dated).filter(region=row.region).first()
    return team.members.serving(row.dated).filter(position=TeamPosition.CHAIR).first() if team else None
