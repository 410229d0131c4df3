"""What a letter may say of its case: names, days, numbers and terms; unknown ones print as a blank to be filled."""

from agreements.choices import Side
from agreements.documents.letters.sheet import BLANK
from agreements.models import Case, CaseDocument, Party
from ksd.core.words import long_date, terbilang
from ksd.deadlines.models import Deadline
from regions.models import Region

# name: what it stands for.
NAMES = {
    "judul": "judul kerja sama",
    "jenis": "jenis kerja sama",
    "lokasi": "lokasi",
    "urusan": "urusan pemerintahan",
    "jangka_waktu": "jangka waktu yang diusulkan",
    "pemrakarsa": "pemerintah daerah pemrakarsa",
    "kepala_pemrakarsa": "kepala daerah pemrakarsa",
    "mitra": "pihak mitra",
    "kepala_mitra": "kepala daerah mitra",
    "pengirim": "pemerintah daerah yang menulis surat",
    "penerima": "daerah yang disurati",
    "provinsi": "provinsi pemrakarsa",
    "diterima": "tanggal surat penawaran diterima mitra",
    "alasan": "alasan langkah terakhir",
}


def case_facts(case: Case, *, sender: Region, partner: Party) -> dict[str, str]:
    """Every placeholder with its words for this case, sender and partner."""
    initiator = case.initiator
    facts = {
        "judul": case.title,
        "jenis": case.kind_label,
        "lokasi": case.location,
        "urusan": ", ".join(row.name for row in case.urusan.all()),
        "jangka_waktu": f"{case.proposed_years} ({terbilang(case.proposed_years)}) tahun",
        "pemrakarsa": initiator.name,
        "kepala_pemrakarsa": head_of(initiator),
        "mitra": partner.name,
        "kepala_mitra": head_of(partner),
        "pengirim": sender.government_name,
        "penerima": partner.short_name if initiator.region_id == sender.pk else initiator.short_name,
        "provinsi": province_of(initiator),
        "diterima": "",
        "alasan": case.events.exclude(reason="").values_list("reason", flat=True).first() or "",
    }
    return {name: text or BLANK for name, text in (facts | _letters(case) | _terms(case)).items()}


def head_of(party: Party) -> str:
    """The head of a party as a letter addresses him or her."""
    if party.region is None:
        return party.partner.representative_title if party.partner else ""
    return f"{party.region.head_title} {party.region.name}"


def province_of(party: Party) -> str:
    """The province a kabupaten/kota lies in; a province itself."""
    region = party.region
    if region is None:
        return ""
    return region.parent.full_name if region.level > 1 and region.parent else region.full_name


def partners(case: Case) -> list[Party]:
    """The parties the cooperation is offered to."""
    return [party for party in case.parties.all() if party.side == Side.PARTNER]


def _letters(case: Case) -> dict[str, str]:
    facts = {f"{group}.{row.code}": "" for row in case.pack.documents for group in ("nomor", "tanggal")}
    for paper in CaseDocument.objects.current().filter(case=case):
        facts[f"nomor.{paper.kind}"] = paper.number
        facts[f"tanggal.{paper.kind}"] = long_date(paper.dated) if paper.dated else ""
    return facts


def _terms(case: Case) -> dict[str, str]:
    facts = {f"{group}.{row.code}": "" for row in case.pack.terms for group in ("tenggat", "lama")}
    days = {row.code: row.length for row in case.pack.terms if row.unit == "day"}
    facts |= {f"lama.{code}": f"{length} ({terbilang(length)}) hari" for code, length in days.items()}
    for term in Deadline.objects.of(case).order_by("pk"):
        facts[f"tenggat.{term.code}"] = long_date(term.due_on)
        if term.code == "tanggapan":
            facts["diterima"] = long_date(term.base_date)
    return facts
