"""Extending a signed text: a new case that begins with what the old one knew and runs every stage again.

Permendagri 22/2020 Pasal 9 ayat (3) lets a KB be extended by agreement; that the whole procedure runs again is practice.
"""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import LifeState, NaskahState, RequestType, Side
from agreements.models import Answer, Case, CaseDocument, Extension, Naskah, Party
from agreements.services.acting import Acting, not_yours, role_of
from agreements.services.acts import lock_case
from agreements.services.extension_findings import extension_findings
from agreements.services.history import tell_parties, write_event
from agreements.services.precheck import blocked, needed_documents, submitting_arrow
from agreements.services.proposal import PROPOSE, start_case
from ksd.accounts.access import acting_region_ids, may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotReady
from regions.models import Office, Region

# How long after its end a text may still be taken up again (practice of the office).
LATELY = timedelta(days=365)


def running_extension(text: Naskah) -> Extension | None:
    """The extension of this text that has not come to an end."""
    return Extension.objects.running().filter(text=text).select_related("case").first()


def is_extendable(text: Naskah) -> bool:
    """Whether a text is in force, or ended lately by its own term, and is not a mere change of another."""
    if text.rule.amends or text.state != NaskahState.SIGNED:
        return False
    if text.life() == LifeState.ENDED:
        return bool(text.ends_on and not text.ended_early_on and text.ends_on >= clock.today() - LATELY)
    return text.life() == LifeState.IN_FORCE


def require_extendable(text: Naskah) -> None:
    """Refuse to extend what is not in force, or what is being extended already. Raises ImpossibleStep."""
    if not is_extendable(text):
        raise ImpossibleStep(
            _(
                "Hanya naskah yang berlaku, atau yang berakhir paling lama satu tahun yang lalu, dapat diperpanjang."
            ),
            remedy=_("Buat usulan baru bila kerja samanya hendak diadakan lagi."),
        )
    running = running_extension(text)
    if running is not None:
        raise ImpossibleStep(
            _("Perpanjangan naskah ini sudah berjalan: %s.") % running.case.state_label,
            remedy=_("Lanjutkan perpanjangan yang sudah ada; tautannya ada pada halaman naskah ini."),
        )


def extending_region(actor: User, case: Case) -> Region:
    """The region for which this person may extend the case: the one that runs it. Raises NotAllowed."""
    initiator = case.initiator
    if initiator.region is None or not may(actor, PROPOSE, initiator.region):
        raise not_yours(initiator.short_name)
    return initiator.region


@transaction.atomic
def extend_text(*, actor: User, text: Naskah) -> Case:
    """Begin the extension of a text. Raises NotAllowed, ImpossibleStep or NotReady."""
    old = lock_case(text.case)
    region = extending_region(actor, old)
    text = Naskah.objects.select_related("case", "parent").get(pk=text.pk)
    require_extendable(text)
    faults = blocked(extension_findings(old))
    if faults:
        raise NotReady(
            faults[0].message, remedy=faults[0].remedy, article=faults[0].article, findings=tuple(faults)
        )
    new = start_case(actor=actor, region=region, kind=old.kind, title=old.title)
    _take_over(old, new)
    Extension.objects.create(case=new, text=text)
    new = lock_case(new)
    _add_partners(old, new)
    _copy_papers(actor, old, new)
    _tell(actor, old, new, text)
    return lock_case(new)


def _take_over(old: Case, new: Case) -> None:
    new.request_type, new.predecessor = RequestType.EXTENSION, old
    for name in ("summary", "location", "proposed_years"):
        setattr(new, name, getattr(old, name))
    current = Office.objects.current(clock.today())
    new.office = current.filter(pk=old.office_id).first() if old.office_id else None
    new.save()
    new.urusan.set(old.urusan.all())


def _add_partners(old: Case, new: Case) -> None:
    """The old partners, with the successors of those that ended in their place."""
    today = clock.today()
    for order, party in enumerate(old.partners, start=2):
        if party.region is not None and party.region.valid_to and party.region.valid_to < today:
            continue
        Party.objects.create(
            case=new, order=order, side=Side.PARTNER, region=party.region, partner=party.partner
        )


def _copy_papers(actor: User, old: Case, new: Case) -> None:
    """What the old papers said, as a first revision to be read again; number, day and file are made anew."""
    wanted = needed_documents(new, submitting_arrow(new))
    for paper in CaseDocument.objects.current().filter(case=old, kind__in=wanted):
        CaseDocument.objects.create(
            case=new, kind=paper.kind, fields=paper.fields, party=new.initiator, recorded_by=actor
        )


def _tell(actor: User, old: Case, new: Case, text: Naskah) -> None:
    own = new.initiator
    write_event(
        actor=actor,
        case=new,
        acting=Acting(own, role_of(actor, own)),
        arrow="perpanjangan",
        label=f"Usulan memperpanjang {text.rule.label} diisi dari kerja sama asal; periksa dan jawab kembali",
    )
    former = old.initiator
    event = write_event(
        actor=actor,
        case=old,
        acting=Acting(former, role_of(actor, former)),
        arrow="diperpanjang",
        label=f"Perpanjangan {text.rule.label} mulai diusulkan",
        naskah=text,
    )
    tell_parties(case=old, event=event)


def suggested_answers(case: Case) -> list[Answer]:
    """The answers a form begins with: those given, or those of the case that is extended, to be confirmed anew."""
    own = [answer for answer in case.answers.all() if answer.party_id is None]
    if own or case.predecessor_id is None:
        return own
    return list(Answer.objects.filter(case=case.predecessor_id, party=None))


def may_extend(user: User, case: Case) -> bool:
    """Whether this person may propose for the region that runs the case."""
    return case.initiator.region_id in acting_region_ids(user, PROPOSE)


def chain_of(case: Case, user: User) -> list[Case]:
    """The line of extensions this case stands in, oldest first, as far as the person may see it."""
    first, steps = case, 0
    while first.predecessor_id and steps < MOST_LINKS:
        first, steps = Case.objects.get(pk=first.predecessor_id), steps + 1
    keys, front = [first.pk], [first.pk]
    while front and len(keys) < MOST_LINKS:
        front = list(
            Case.objects.filter(predecessor__in=front)
            .exclude(pk__in=keys)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        keys += front
    seen = {
        row.pk: row for row in Case.objects.visible_to(user).filter(pk__in=keys).prefetch_related("naskah")
    }
    return [seen[key] for key in keys if key in seen]


# No line of extensions is longer than this; a loop in bad data ends here.
MOST_LINKS = 40
