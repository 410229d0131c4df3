"""A text of a case: begun from the library, written, shared, approved by every party, locked."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import ApprovalDecision, Authority, NaskahState
from agreements.documents.gather import case_facts, clause_texts, facts_of, frame_of
from agreements.law.schema import NaskahKind
from agreements.models import Case, Naskah, NaskahApproval, NaskahParty, NaskahVersion, Party
from agreements.naskah.assemble import starting_body
from agreements.naskah.conditions import fitting
from agreements.naskah.structure import Body, fingerprint, from_json, to_json
from agreements.services.acting import (
    Acting,
    acting_for_party,
    drafting_parties,
    not_yours,
    role_of,
)
from agreements.services.acts import lock_case
from agreements.services.cited_laws import remember_laws
from agreements.services.clause_locks import require_unlocked
from agreements.services.freezing import freeze
from agreements.services.history import write_event
from agreements.services.naskah_rules import check_body, check_term
from agreements.services.turns import refresh_turns
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, StaleForm
from regions.models import Official

DRAFT = "agreements.draft"


def lock_naskah(naskah: Naskah) -> Naskah:
    """Read a text again under the lock of its case, so that two acts on one case never cross."""
    case = lock_case(naskah.case)
    locked = Naskah.objects.select_for_update().get(pk=naskah.pk)
    locked.case = case
    return locked


def require_drafter(actor: User, case: Case) -> Acting:
    """The right of the initiator, or the keeper of an inbound offer, to write texts. Raises NotAllowed."""
    drafters = drafting_parties(case)
    regions = acting_region_ids(actor, DRAFT)
    for party in drafters:
        if party.region_id in regions:
            return Acting(party, role_of(actor, party))
    raise not_yours(", ".join(party.short_name for party in drafters))


@transaction.atomic
def create_naskah(
    *,
    actor: User,
    case: Case,
    kind: str,
    title: str,
    years: int,
    place: str = "",
    amended: Naskah | None = None,
) -> Naskah:
    """Begin a text from the clause library; a PKS rests on the signed KB (Permendagri 22/2020 Pasal 13).

    An addendum begins from the text it changes (`amended`); see `agreements.services.addendum`.
    """
    case = lock_case(case)
    rule = case.pack.naskah_kind(kind)
    acting = require_drafter(actor, case)
    _check_beginning(case, rule)
    _check_amended(rule, amended)
    parent = amended if rule.amends else _parent(case, rule)
    check_term(rule, years)
    order = case.naskah.filter(kind=kind).count() + 1
    naskah = Naskah.objects.create(
        case=case,
        kind=kind,
        order=order,
        title=title.strip(),
        years=years,
        place=place.strip(),
        parent=parent,
        originals=len(case.acting_parties),
        created_by=actor,
    )
    for party in case.acting_parties:
        NaskahParty.objects.create(naskah=naskah, party=party, **_default_signer(party, naskah.rule))
    clauses = fitting(clause_texts(case, kind), case_facts(case))
    body = starting_body(rule, clauses, facts_of(naskah), frame_of(naskah))
    _write_version(naskah, body, actor, _("Disusun dari pustaka klausul"))
    _finish(actor=actor, naskah=naskah, acting=acting, arrow="susun", label=f"{rule.label} mulai disusun")
    return naskah


def _check_beginning(case: Case, rule: NaskahKind) -> None:
    if case.state not in rule.drafted_in:
        raise ImpossibleStep(
            _("%(text)s belum dapat disusun pada tahap “%(state)s”.")
            % {"text": rule.label, "state": case.state_label},
            remedy=_("Selesaikan dahulu langkah yang tertera pada halaman kerja sama."),
            article=rule.article,
        )
    alive = case.naskah.filter(kind=rule.code).exclude(state=NaskahState.CANCELLED)
    if not rule.many and alive.exists():
        raise ImpossibleStep(
            _("Kerja sama ini sudah mempunyai %s.") % rule.label,
            remedy=_("Buka naskah yang sudah ada, atau batalkan dahulu."),
            article=rule.article,
        )


def _check_amended(rule: NaskahKind, amended: Naskah | None) -> None:
    if rule.amends and (amended is None or amended.kind not in rule.amends):
        raise ImpossibleStep(
            _("%s disusun dari halaman naskah yang diubah.") % rule.label,
            remedy=_("Buka naskah yang berlaku, lalu pilih “Buat addendum”."),
            article=rule.article,
        )


def _parent(case: Case, rule: NaskahKind) -> Naskah | None:
    if not rule.parent:
        return None
    parent = case.naskah.filter(kind=rule.parent, state=NaskahState.SIGNED).first()
    if parent is None:
        label = case.pack.naskah_kind(rule.parent).label
        raise ImpossibleStep(
            _("%(text)s memerlukan %(parent)s yang sudah ditandatangani.")
            % {"text": rule.label, "parent": label},
            remedy=_("Tandatangani dahulu naskah induknya."),
            article=rule.article,
        )
    return parent


def _default_signer(party: Party, rule: NaskahKind) -> dict[str, Any]:
    """The head of region in office today, or the partner's own head or empowered official."""
    if party.partner is not None:
        empowered = rule.first_party == "institution"
        return {
            "authority": Authority.MANDATE if empowered else Authority.DEED,
            "signer_name": party.partner.representative,
            "signer_title": party.partner.representative_title,
        }
    head = Official.objects.head_of(party.region, clock.today()) if party.region else None
    authority = Authority.HEAD if rule.signer == "kepala_daerah" else Authority.KUASA
    if head is None or authority == Authority.KUASA:
        return {"authority": authority}
    return {
        "authority": authority,
        "signer_name": head.name,
        "signer_title": head.title_line,
        "official": head,
    }


def _write_version(naskah: Naskah, body: Body, actor: User, note: str) -> NaskahVersion:
    newest = naskah.versions.order_by("-number").first()
    remember_laws(body)
    version = NaskahVersion.objects.create(
        naskah=naskah,
        number=(newest.number if newest else 0) + 1,
        body=to_json(body),
        sha256=fingerprint(body),
        note=note[:250],
        author=actor,
    )
    freeze(naskah, version)
    return version


@transaction.atomic
def save_version(
    *, actor: User, naskah: Naskah, body: Body, seen_number: int, note: str = "", anyway: bool = False
) -> NaskahVersion:
    """Save a wording as the next version, the same one only `anyway`. Raises StaleForm when another came in between."""
    naskah = lock_naskah(naskah)
    require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    newest = require_newest(naskah, seen_number)
    check_body(body)
    require_unlocked(naskah, from_json(newest.body), body)
    if newest.sha256 == fingerprint(body) and not anyway:
        return newest
    naskah.case.updated_at = clock.now()
    naskah.case.save(update_fields=["updated_at"])
    return _write_version(naskah, body, actor, note)


def require_newest(naskah: Naskah, seen_number: int) -> NaskahVersion:
    """The last saved wording, when it is the one the person had before the eyes. Raises StaleForm."""
    newest = newest_version(naskah)
    if newest.number != seen_number:
        raise StaleForm(
            _("%(who)s sudah menyimpan versi %(number)d sesudah Anda membuka naskah ini.")
            % {"who": newest.author.get_full_name(), "number": newest.number},
            remedy=_("Tulisan Anda masih ada di bawah. Bandingkan dengan versi terbaru, lalu simpan lagi."),
        )
    return newest


def save_agreed_wording(*, actor: User, naskah: Naskah, body: Body, note: str) -> NaskahVersion:
    """Save what all parties agreed to at the table; the caller holds the lock and has checked the agreement."""
    require_state(naskah, NaskahState.DRAFTED)
    check_body(body)
    newest = newest_version(naskah)
    require_unlocked(naskah, from_json(newest.body), body)
    return newest if newest.sha256 == fingerprint(body) else _write_version(naskah, body, actor, note)


def newest_version(naskah: Naskah) -> NaskahVersion:
    """The last saved wording."""
    return naskah.versions.select_related("author").order_by("-number")[:1].get()


def undecided_version(naskah: Naskah, actor: User) -> NaskahVersion:
    """The newest wording, repeated as the next version when parties already decided on it in an earlier round."""
    newest = newest_version(naskah)
    if not newest.approvals.exists():
        return newest
    return _write_version(naskah, from_json(newest.body), actor, _("Dibagikan kembali"))


def require_state(naskah: Naskah, *states: str) -> None:
    """Refuse an act that the naskah's state does not allow. Raises ImpossibleStep."""
    if naskah.state not in states:
        raise ImpossibleStep(
            _("Langkah ini tidak dapat dilakukan: naskah kini “%s”.") % naskah.get_state_display(),
            remedy=_("Muat ulang halaman naskah, lalu pilih langkah yang tersedia."),
            article=naskah.rule.article,
        )


def require_stage(naskah: Naskah, states: tuple[str, ...]) -> None:
    """Refuse an act on a text for which the case has not come far enough. Raises ImpossibleStep."""
    if naskah.case.state not in states:
        raise ImpossibleStep(
            _("%(text)s belum dapat diproses pada tahap “%(state)s”.")
            % {"text": naskah.rule.label, "state": naskah.case.state_label},
            remedy=_("Selesaikan dahulu langkah yang tertera pada halaman kerja sama."),
            article=naskah.rule.article,
        )


def _finish(*, actor: User, naskah: Naskah, acting: Acting, arrow: str, label: str) -> None:
    write_event(
        actor=actor,
        case=naskah.case,
        acting=acting,
        arrow=f"naskah.{arrow}",
        label=label,
        article=naskah.rule.article,
        target=naskah.state,
        naskah=naskah,
    )
    refresh_turns(naskah.case)


def approved_by(naskah: Naskah, version: NaskahVersion) -> set[int]:
    """The parties that agreed to this version."""
    approvals = NaskahApproval.objects.filter(
        version=version, decision=ApprovalDecision.APPROVED, naskah=naskah
    )
    return set(approvals.values_list("party_id", flat=True))


def acting_for_text(actor: User, naskah: Naskah, party: Party, permission: str) -> Acting:
    """The right to act on a text for one party. Raises NotAllowed."""
    mine = next(entry for entry in naskah.case.parties.all() if entry.pk == party.pk)
    return acting_for_party(actor, naskah.case, mine, permission=permission)
