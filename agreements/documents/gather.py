"""From the rows of a case to the facts a naskah prints."""

from collections.abc import Iterable
from datetime import date

from django.utils import translation

from agreements.choices import Authority, PartnerClass, Side
from agreements.law.schema import NaskahKind
from agreements.models import Case, Clause, Naskah, NaskahParty, OfficeSetting
from agreements.naskah.conditions import CaseFacts
from agreements.naskah.facts import NaskahFacts, ParentFacts, PartyFacts
from agreements.naskah.library import ClauseText, Frame, library
from agreements.naskah.sentences import with_sentences
from agreements.naskah.structure import ayat_from_json
from ksd.core import clock
from ksd.core.language import INDONESIAN
from ksd.core.words import long_date
from regions.choices import LegalKind, Standing
from regions.models import LegalBasis, Official

# How the komparisi introduces the head of a partner abroad.
ABROAD = "luar_negeri"


def facts_of(naskah: Naskah) -> NaskahFacts:
    """Everything the machine knows about a text: parties, signers, dates, numbers, its KB."""
    case, signatures = naskah.case, _signatures(naskah)
    return NaskahFacts(
        title=naskah.title,
        name=naskah.rule.label,
        kind=case.kind,
        parties=tuple(_party_facts(row) for row in signatures),
        urusan=tuple(_in_sentence(urusan.name) for urusan in case.urusan.all()),
        object=naskah.title,
        purpose=case.summary,
        location=case.location,
        years=naskah.years,
        signed_on=naskah.signed_on or _latest_signature(signatures),
        starts_on=naskah.starts_on,
        ends_on=naskah.ends_on,
        place=naskah.place,
        originals=naskah.originals,
        parent=_parent_facts(naskah),
        wrong_citations=wrong_citations(),
        electronic=naskah.electronic,
    )


def _signatures(naskah: Naskah) -> list[NaskahParty]:
    rows = naskah.signatures.select_related(
        "party__region__emblem", "party__partner__logo", "office", "party__region__parent"
    )
    return in_text_order(naskah.rule, rows.order_by("party__order"))


def in_text_order(rule: NaskahKind, rows: Iterable[NaskahParty]) -> list[NaskahParty]:
    """PIHAK KESATU first: the partner where the format puts an institution there, the region where it puts a region."""
    if rule.first_party == "initiator":
        return list(rows)
    institution = rule.first_party == "institution"
    return sorted(rows, key=lambda row: (row.party.partner_id is None) == institution)


def _latest_signature(signatures: Iterable[NaskahParty]) -> date | None:
    days = [row.signed_on for row in signatures]
    return max((day for day in days if day), default=None)


def _party_facts(row: NaskahParty) -> PartyFacts:
    party, region, partner, office = row.party, row.party.region, row.party.partner, row.office
    place = office or region or partner
    emblem = region.emblem if region else (partner.logo if partner else None)
    return PartyFacts(
        name=party.name,
        area=region.full_name if region else "",
        signer=row.signer_name,
        position=row.signer_title,
        address=(place.address if place else "") or (region.address if region else ""),
        unit=f"{office.name} {region.full_name}" if office and region else "",
        phone=getattr(place, "phone", "") or (region.phone if region else ""),
        email=getattr(place, "email", "") or (region.email if region else ""),
        number=row.number,
        authority=ABROAD if partner and partner.partner_class in PartnerClass.abroad() else row.authority,
        appointment=_appointment(row),
        kuasa_number=row.kuasa_number,
        kuasa_date=row.kuasa_date,
        kuasa_giver=f"{region.head_title} {region.name}"
        if region and row.authority == Authority.KUASA
        else "",
        deed=partner.deed if partner else "",
        ratification=partner.ratification if partner else "",
        country=partner.country if partner else "",
        mandate=partner.mandate if partner else "",
        initiator=party.side == Side.INITIATOR,
        third_party=partner is not None,
        emblem=f"ksd-file:{emblem.pk}" if emblem else "",
    )


def _in_sentence(name: str) -> str:
    """The name of an urusan as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def _appointment(row: NaskahParty) -> str:
    """The order by which an acting head (Plt, Plh, Pj) signs; nothing for a head in full right."""
    if row.authority != Authority.HEAD or row.party.region is None:
        return ""
    head = Official.objects.head_of(row.party.region, row.signed_on or clock.today())
    if head is None or head.standing == Standing.DEFINITIF or not head.mandate_number:
        return ""
    day = f" tanggal {long_date(head.mandate_date)}" if head.mandate_date else ""
    return f"{head.mandate_number}{day}"


def _parent_facts(naskah: Naskah) -> ParentFacts | None:
    parent = naskah.parent
    if parent is None:
        return None
    numbers = parent.signatures.order_by("party__order").exclude(number="").values_list("number", flat=True)
    return ParentFacts(
        name=naskah.case.pack.naskah_kind(parent.kind).label,
        title=parent.title,
        numbers=tuple(numbers),
        signed_on=parent.signed_on,
        ends_on=parent.ends_on,
    )


def wrong_citations() -> dict[str, str]:
    """Citations officers copy although they are wrong, each with the right one."""
    rows = LegalBasis.objects.filter(is_wrong=True).select_related("corrected_by")
    return {
        form: row.corrected_by.citation if row.corrected_by else ""
        for row in rows
        for form in (row.citation, formal_name(row))
    }


def formal_name(basis: LegalBasis) -> str:
    """A regulation in words: "Peraturan Pemerintah Nomor 28 Tahun 2018"; the citation for unusual kinds."""
    if basis.kind == LegalKind.LAINNYA:
        return basis.citation
    with translation.override(INDONESIAN):
        return f"{LegalKind(basis.kind).label} Nomor {basis.number} Tahun {basis.year}"


def clause_texts(case: Case, kind: str) -> list[ClauseText]:
    """The library's current wordings for this kind of text; those of the family come before the general ones."""
    family = case.kind_rule.family.lower()
    chosen: dict[str, Clause] = {}
    clauses = Clause.objects.filter(naskah_kind=kind, family__in=("", family)).prefetch_related("versions")
    for clause in clauses.order_by("family", "order"):
        chosen[clause.code] = clause
    return [_clause_text(clause) for clause in sorted(chosen.values(), key=lambda entry: entry.order)]


def _clause_text(clause: Clause) -> ClauseText:
    current = next(version for version in clause.versions.all() if version.is_current)
    return ClauseText(
        code=clause.code,
        title=clause.title,
        purpose=clause.purpose,
        ayat=ayat_from_json(current.ayat),
        optional=clause.optional,
        starter=clause.starter,
        conditions=tuple(clause.conditions),
    )


def case_facts(case: Case) -> CaseFacts:
    """What decides which optional clauses suit a case: who its parties are, what was answered with yes."""
    partners = [party.partner for party in case.acting_parties if party.partner is not None]
    marks = {
        "third_party": bool(partners),
        "regions_only": not partners,
        "abroad": any(row.partner_class in PartnerClass.abroad() for row in partners),
        "many": len(case.acting_parties) > 2,
    }
    yes = case.answers.filter(yes=True).values_list("question", flat=True)
    return CaseFacts(frozenset(name for name, true in marks.items() if true), frozenset(yes))


def frame_of(naskah: Naskah) -> Frame:
    """The sentences around the Pasal of this kind of text, those of this one text in their place."""
    return with_sentences(library(naskah.kind, naskah.case.kind_rule.family.lower()).frame, naskah.sentences)


def office_choices(**defaults: str) -> dict[str, str]:
    """The office's own settings for print, or these defaults."""
    given = OfficeSetting.objects.filter(code__in=defaults).exclude(value="").values_list("code", "value")
    return defaults | dict(given)
