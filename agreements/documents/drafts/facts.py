"""What a letter may say of its case: names, days, numbers and terms; unknown ones print as a blank to be filled."""

from datetime import date

from agreements.choices import Authority, Side
from agreements.documents.letters.sheet import BLANK
from agreements.models import Case, CaseDocument, IssuedNumber, Naskah, NaskahParty, Party, Recommendation
from ksd.core import clock
from ksd.core.words import date_in_words, long_date, terbilang
from ksd.deadlines.models import Deadline
from regions.choices import Level
from regions.models import Official, Region


def case_facts(case: Case, *, sender: Region, partner: Party) -> dict[str, str]:
    """Every placeholder with its words for this case, sender and partner."""
    initiator = case.initiator
    # A proposal that names no partner yet leaves the name to be filled, instead of its own.
    named = bool(case.partners) or partner != initiator
    facts = {
        "judul": case.title,
        "jenis": case.kind_label,
        "uraian": case.summary,
        "lokasi": case.location,
        "urusan": ", ".join(row.name for row in case.urusan.all()),
        "jangka_waktu": f"{case.proposed_years} ({terbilang(case.proposed_years)}) tahun",
        "pemrakarsa": initiator.name,
        "kepala_pemrakarsa": head_of(initiator),
        "perangkat_daerah": case.office.name if case.office else "",
        "mitra": partner.name if named else "",
        "kepala_mitra": head_of(partner) if named else "",
        "para_pihak": " dan ".join(party.name for party in case.acting_parties),
        "pengirim": sender.government_name,
        "kepala_pengirim": f"{sender.head_title} {sender.name}",
        "penerima": partner.short_name if initiator.region_id == sender.pk else initiator.short_name,
        "provinsi": province_of(initiator),
        "dprd": sender.council_name,
        "diterima": "",
        "alasan": case.events.exclude(reason="").values_list("reason", flat=True).first() or "",
        "tahun": str(clock.today().year),
    }
    known = {name: text or BLANK for name, text in (facts | _letters(case) | _terms(case)).items()}
    # Nobody stands above a province but the Menteri: the line is left out, not left blank.
    return known | {"gubernur": _governor(sender)}


def _governor(sender: Region) -> str:
    if sender.level != Level.KABKOTA or sender.parent is None:
        return ""
    return f"{sender.parent.head_title} {sender.parent.name}"


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


def text_facts(text: Naskah, sender: Region, on: date | None = None) -> dict[str, str]:
    """What a letter of a day (today) says of one text, and of who signs it for the region that writes."""
    rows = list(text.signatures.select_related("party__region", "party__partner"))
    own = next((row for row in rows if row.party.region_id == sender.pk), None)
    words = date_in_words(on or clock.today())
    facts = {
        "naskah": text.rule.label,
        "naskah.tentang": text.title,
        "naskah.nomor": " dan ".join(row.number for row in rows if row.number),
        "naskah.masa": f"{text.years} ({terbilang(text.years)}) tahun",
        "naskah.induk": f"{text.parent.rule.label} tentang {text.parent.title}" if text.parent else "",
        "naskah.ditandatangani": long_date(text.signed_on) if text.signed_on else "",
        "naskah.berakhir": long_date(text.ends_on) if text.ends_on else "",
        "naskah.para_pihak": " dan ".join(row.party.name for row in rows),
        "hari_ini": f"{words.day}, tanggal {words.date} bulan {words.month} tahun {words.year}",
    }
    return {name: said or BLANK for name, said in (facts | _kuasa(own, sender)).items()}


def _kuasa(own: NaskahParty | None, sender: Region) -> dict[str, str]:
    head = Official.objects.head_of(sender, clock.today())
    delegated = own is not None and own.authority == Authority.KUASA
    return {
        "penerima_kuasa": own.signer_name if own and delegated else "",
        "jabatan_penerima_kuasa": own.signer_title if own and delegated else "",
        "pemberi_kuasa": head.name if head else "",
        "jabatan_pemberi_kuasa": head.title_line if head else f"{sender.head_title} {sender.name}",
    }


def recommendation_facts(row: Recommendation) -> dict[str, str]:
    """What the TKKSD advises."""
    return {"rekomendasi": str(row.get_advice_display()), "catatan": row.note}


def _letters(case: Case) -> dict[str, str]:
    """Numbers and days of the papers: as entered with the signed one, else as issued here."""
    facts = {f"{group}.{row.code}": "" for row in case.pack.documents for group in ("nomor", "tanggal")}
    issued = IssuedNumber.objects.valid().filter(case=case).exclude(document="").order_by("pk")
    for given in issued:
        facts |= _letter(given.document, given.number, given.dated)
    for paper in CaseDocument.objects.current().filter(case=case).exclude(number=""):
        facts |= _letter(paper.kind, paper.number, paper.dated)
    return facts


def _letter(kind: str, number: str, dated: date | None) -> dict[str, str]:
    return {f"nomor.{kind}": number, f"tanggal.{kind}": long_date(dated) if dated else ""}


def _terms(case: Case) -> dict[str, str]:
    facts = {f"{group}.{row.code}": "" for row in case.pack.terms for group in ("tenggat", "lama")}
    days = {row.code: row.length for row in case.pack.terms if row.unit == "day"}
    facts |= {f"lama.{code}": f"{length} ({terbilang(length)}) hari" for code, length in days.items()}
    for term in Deadline.objects.of(case).order_by("pk"):
        facts[f"tenggat.{term.code}"] = long_date(term.due_on)
        if term.code == "tanggapan":
            facts["diterima"] = long_date(term.base_date)
    return facts
