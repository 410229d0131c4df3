"""The parties under a text, as one person sees them: signers, words, signatures, and what that person may do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from agreements.choices import ApprovalDecision, Authority
from agreements.documents.gather import in_text_order
from agreements.models import Naskah, NaskahApproval, NaskahParty, NaskahVersion, Party, VersionStep
from agreements.naskah.checks import Finding
from agreements.naskah.facts import party_label
from agreements.services.approval_steps import awaited
from agreements.services.authority import findings_by_party
from agreements.services.naskah import acting_for_text
from agreements.services.naskah_life import may_act
from agreements.services.signing import DRAFT, SIGN
from agreements.services.turns import text_holders
from agreements.workflow import naskah_arrow
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core.errors import NotAllowed


def permits(ask: Callable[..., object], *args: Any) -> bool:
    """Whether a service would let this person act, asked without acting."""
    try:
        ask(*args)
    except NotAllowed:
        return False
    return True


@dataclass(frozen=True)
class Chain:
    """The steps within a party on the newest version: each with its word, those that come next, mine among them."""

    rows: list[VersionStep]
    pending: bool
    open_to_me: frozenset[int]


def chain_of(user: User, naskah: Naskah, party: Party, rows: list[VersionStep]) -> Chain:
    """A party's own chain; one without steps is empty and holds nothing back."""
    waiting = awaited(rows) if naskah.state in naskah_arrow("setujui").sources else []
    mine = [step.pk for step in waiting if permits(acting_for_text, user, naskah, party, step.permission)]
    return Chain(rows, bool(waiting), frozenset(mine))


@dataclass(frozen=True)
class PartyLine:
    """One party under the text: its signer, its word on the newest version, its signature, what one may do."""

    row: NaskahParty
    label: str
    approval: NaskahApproval | None
    waiting: bool
    own: bool
    may_name: bool
    may_decide: bool
    may_sign: bool
    may_add_copy: bool
    may_replace_copy: bool
    steps: "Chain"
    findings: list[Finding]

    @property
    def no_address(self) -> bool:
        """Whether the seat of a region would be printed as dots."""
        region, office = self.row.party.region, self.row.office
        return region is not None and not (region.address or (office and office.address))

    @property
    def authority(self) -> str:
        """On what ground the signer signs, with the kuasa where there is one."""
        if self.row.authority != Authority.KUASA:
            return str(self.row.get_authority_display())
        number = self.row.kuasa_number or "…"
        return _("%(ground)s Nomor %(number)s") % {
            "ground": self.row.get_authority_display(),
            "number": number,
        }


def party_lines(user: User, naskah: Naskah, newest: NaskahVersion) -> list[PartyLine]:
    """Every party in the order of the text."""
    rows = naskah.signatures.select_related(
        "party__region", "party__partner", "office", "signed_copy__pdf_reading"
    )
    ordered = in_text_order(naskah.rule, rows.order_by("party__order"))
    words = {
        approval.party_id: approval
        for approval in naskah.approvals.filter(version=newest, decision=ApprovalDecision.APPROVED)
    }
    holders = text_holders(naskah, [row.party for row in ordered])
    chains: dict[int, list[VersionStep]] = {}
    for step in newest.steps.select_related("version"):
        chains.setdefault(step.party_id, []).append(step)
    found = findings_by_party(naskah) if naskah.is_open else {}
    return [
        _line(
            user,
            naskah,
            row,
            words.get(row.party_id),
            label=party_label(number),
            holders=holders,
            steps=chain_of(user, naskah, row.party, chains.get(row.party_id, [])),
            found=found.get(row.party_id, []),
        )
        for number, row in enumerate(ordered, start=1)
    ]


def _line(
    user: User,
    naskah: Naskah,
    row: NaskahParty,
    word: NaskahApproval | None,
    *,
    label: str,
    holders: set[int],
    steps: Chain,
    found: list[Finding],
) -> PartyLine:
    def may(permission: str) -> bool:
        return permits(acting_for_text, user, naskah, row.party, permission)

    signed = row.signed_on is not None
    return PartyLine(
        row=row,
        label=label,
        approval=word,
        waiting=row.party_id in holders,
        own=row.party.region_id
        in acting_region_ids(user, DRAFT) | acting_region_ids(user, naskah_arrow("setujui").permission),
        may_name=naskah.is_open and not signed and may(DRAFT),
        may_decide=word is None and not steps.pending and may_act(user, naskah, "setujui", row.party),
        may_sign=not signed and may_act(user, naskah, "tandatangani", row.party),
        may_add_copy=signed and row.signed_copy_id is None and may(SIGN),
        may_replace_copy=row.signed_copy_id is not None and may(SIGN),
        steps=steps,
        findings=found,
    )
