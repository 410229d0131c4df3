"""The authority of those who will sign a text: facts from the register of officials, judged by `authority_rules`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import cast

from django.utils.translation import gettext as _

from agreements.choices import Authority, NaskahState
from agreements.models import Naskah, NaskahParty
from agreements.naskah.checks import Finding, blocking
from agreements.services.authority_rules import Ground, Holder, SignerFacts, authority_findings
from agreements.services.terms import office_setting
from ksd.core import clock
from ksd.core.errors import NotReady
from ksd.core.words import long_date
from regions.choices import Position, Standing
from regions.models import Official

# What may still change after a text was shared: the surat kuasa, and the day.
LATER = {"authority_kuasa_missing", "authority_kuasa_late", "authority_kuasa_giver", "authority_term"}


def planned_day(naskah: Naskah) -> date:
    """The day on which the text is to be signed: that of its event, or today while none is planned."""
    event = getattr(naskah, "event", None)
    return event.on if event is not None else clock.today()


def holder(official: Official) -> Holder:
    """A row of the register of officials as the rules read it."""
    acting = official.standing != Standing.DEFINITIF
    dated = f", {long_date(official.mandate_date)}" if official.mandate_date else ""
    return Holder(
        name=official.name,
        title=official.title_line,
        is_head=official.position == Position.KEPALA_DAERAH,
        position=official.position,
        acting=official.standing if acting else "",
        starts=official.term_start,
        ends=official.term_end,
        mandate=f"{official.mandate_number}{dated}" if official.mandate_number else "",
    )


def _heads(rows: Iterable[NaskahParty]) -> dict[int, list[Holder]]:
    """The heads of each region, whoever acts first standing before the absent holder."""
    places = {row.party.region_id for row in rows if row.party.region_id}
    found: dict[int, list[Holder]] = {}
    for head in Official.objects.filter(region__in=places, position=Position.KEPALA_DAERAH).by_rank():
        found.setdefault(head.region_id, []).append(holder(head))
    return found


def _on(heads: list[Holder], day: date | None) -> Holder | None:
    return next((head for head in heads if day and head.holds(day)), None)


def facts_of_signer(naskah: Naskah, row: NaskahParty, heads: list[Holder], on: date) -> SignerFacts:
    """Everything the rules ask about the signer of one party."""
    rule, party = naskah.rule, row.party
    office = row.office
    return SignerFacts(
        party=party.short_name,
        ground=cast(Ground, row.authority),
        name=row.signer_name,
        title=row.signer_title,
        text=rule.label,
        article=rule.signer_article,
        on=on,
        delegable=rule.signer == "kuasa",
        own_office=office is None or office.region_id == party.region_id,
        official=holder(row.official) if row.official else None,
        head=_on(heads, on),
        heads_known=bool(heads),
        giver=_on(heads, row.kuasa_date) if row.authority == Authority.KUASA else None,
        receivers=rule.kuasa_positions,
        receiver_labels=", ".join(str(Position(code).label) for code in rule.kuasa_positions),
        kuasa_number=row.kuasa_number,
        kuasa_date=row.kuasa_date,
        representative=party.partner.representative if party.partner else "",
    )


def findings_by_party(naskah: Naskah, on: date | None = None) -> dict[int, list[Finding]]:
    """What speaks against each signer on the day of signing, by party; two queries whatever the number of parties."""
    rows = naskah.signatures.select_related("party__region", "party__partner", "office", "official")
    waiting = [row for row in rows if row.signed_on is None]
    heads = _heads(waiting)
    refused = office_setting(naskah.case, "pejabat_sementara") == "tolak"
    day = on or planned_day(naskah)
    return {
        row.party_id: authority_findings(
            replace(
                facts_of_signer(naskah, row, heads.get(row.party.region_id or 0, []), day),
                acting_refused=refused,
            )
        )
        for row in waiting
    }


def authority_of(naskah: Naskah, on: date | None = None) -> list[Finding]:
    """The same for all parties together, while somebody still has to sign."""
    if naskah.state not in NaskahState.open():
        return []
    return [finding for found in findings_by_party(naskah, on).values() for finding in found]


def require_authority(
    naskah: Naskah, *, on: date | None = None, party: int = 0, sharing: bool = False
) -> None:
    """Refuse to go on with a signer who may not sign. Raises NotReady with every reason.

    With `sharing` what may still be mended after a text was shared is let through.
    """
    by_party = findings_by_party(naskah, on)
    found = [row for key, rows in by_party.items() if party in (0, key) for row in rows]
    faults = [row for row in blocking(found) if not (sharing and row.code in LATER)]
    if faults:
        raise NotReady(
            _("%(place)s: %(message)s") % {"place": faults[0].place, "message": faults[0].message},
            remedy=faults[0].remedy,
            article=faults[0].article,
            findings=tuple(faults),
        )
