"""What to do next on a case: the acts of this person, the texts, the DPRD questions, and whom the rest waits for."""

from collections.abc import Container
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.law.schema import Arrow, NaskahKind
from agreements.models import Case, DprdTrack, Naskah
from agreements.services.acting import Acting, acting_on, drafting_parties
from agreements.services.acts import open_arrows
from agreements.services.dprd_tracks import is_live, is_testable, waits_for_region
from agreements.services.naskah import DRAFT
from agreements.services.precheck import is_editable
from agreements.services.proposal import PROPOSE
from agreements.views.dprd_sheet import acting_or_none
from agreements.views.lacking import Lack, lacking
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock


@dataclass(frozen=True)
class Step:
    """One thing this person may do now, or could once what is lacking is there."""

    label: str
    url: str
    tone: str = "primary"
    help: str = ""
    article: str = ""
    recorded_for: str = ""
    lacks: tuple[Lack, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.lacks

    @property
    def is_fixable(self) -> bool:
        """Whether everything lacking can be written on some page now."""
        return all(lack.url for lack in self.lacks)


@dataclass(frozen=True)
class Waiting:
    """What the case waits for from somebody else."""

    who: str
    acts: str
    url: str = ""


@dataclass(frozen=True)
class NextSteps:
    """Everything the page says under "what to do next"."""

    ready: list[Step]
    later: list[Step]
    aside: list[Step]
    grave: list[Step]
    waiting: list[Waiting]

    @property
    def has_own(self) -> bool:
        """Whether this person has anything to do or prepare."""
        return bool(self.ready or self.later)


def next_steps(
    case: Case, user: User, texts: list[Naskah], tracks: list[DprdTrack], visited: Container[str]
) -> NextSteps:
    """The acts of the present state, sorted by who may take them and what they lack; `visited` names those taken."""
    own, foreign = [], []
    for arrow in open_arrows(case):
        acting = acting_on(user, case, arrow)
        if acting is None:
            foreign += [] if _is_beside(case, arrow, visited) else [arrow]
        elif not (arrow.each and acting.subject.accepted_on):
            own.append((arrow, _step(case, arrow, acting)))
    aside = [
        step
        for arrow, step in own
        if _is_beside(case, arrow, visited) and (arrow.code in visited or not step.is_ready)
    ]
    mild = [step for arrow, step in own if arrow.tone != "danger" and step not in aside]
    own_work = [*_proposal_step(case, user), *_dprd_steps(case, user, tracks)]
    begun, new = text_steps(texts), new_text_steps(case, user, texts)
    # A text that is due is the work of this stage; one that may merely be begun early stands after the acts.
    due = [step for step in new if step.tone == "primary"]
    early = [step for step in new if step.tone != "primary"]
    steps = [*own_work, *begun, *due, *mild, *early]
    return NextSteps(
        ready=[step for step in steps if step.is_ready],
        later=[step for step in steps if not step.is_ready],
        aside=aside,
        grave=[step for arrow, step in own if arrow.tone == "danger"],
        waiting=[*_dprd_waiting(case, user, tracks), *_waiting(case, foreign)],
    )


def _is_beside(case: Case, arrow: Arrow, visited: Container[str]) -> bool:
    """An act that leaves the case where it stands and is nobody's work: noted already, or only when there is cause.

    The latter where it is nobody's turn and the law's list of stages does not name the act.
    """
    stays = arrow.target in arrow.sources and arrow.tone == "secondary"
    return stays and (arrow.code in visited or (case.state_rule.turn == "none" and not arrow.stage))


def _step(case: Case, arrow: Arrow, acting: Acting) -> Step:
    recorded_for = acting.recorded_for
    return Step(
        label=arrow.label,
        url=reverse("agreements:act", args=[case.public_id, arrow.code]),
        tone=arrow.tone,
        help=arrow.help,
        article=arrow.article,
        recorded_for=recorded_for.short_name if recorded_for else "",
        lacks=tuple(lacking(case, arrow, acting)),
    )


def _proposal_step(case: Case, user: User) -> list[Step]:
    """The way back into a proposal that may still be written."""
    if not is_editable(case) or case.initiator.region_id not in acting_region_ids(user, PROPOSE):
        return []
    url = reverse("agreements:proposal", args=[case.public_id, "data"])
    return [
        Step(label=_("Lanjutkan mengisi usulan"), url=url, help=_("Isian tersimpan pada setiap langkah."))
    ]


def text_steps(texts: list[Naskah]) -> list[Step]:
    """Texts to open that somebody still has to write, approve or sign."""
    return [
        Step(
            label=_("Buka %s") % text.rule.label,
            url=text.get_absolute_url(),
            help=f"{text.title} – {text.get_state_display()}",
        )
        for text in texts
        if text.is_open
    ]


def new_text_steps(case: Case, user: User, texts: list[Naskah]) -> list[Step]:
    """Texts this person may begin now."""
    regions = acting_region_ids(user, DRAFT)
    if not any(party.region_id in regions for party in drafting_parties(case)):
        return []
    return [_new_text(case, rule, texts) for rule in case.pack.naskah if _may_begin(case, rule, texts)]


def _alive(rule: NaskahKind, texts: list[Naskah]) -> bool:
    """Whether a text of this kind exists that was not given up."""
    return any(text.kind == rule.code and text.state != NaskahState.CANCELLED for text in texts)


def _may_begin(case: Case, rule: NaskahKind, texts: list[Naskah]) -> bool:
    """Whether the service would begin such a text now; it checks again when asked."""
    parents = [text for text in texts if text.kind == rule.parent and text.state == NaskahState.SIGNED]
    return (
        case.state in rule.drafted_in
        and not rule.amends
        and (rule.many or not _alive(rule, texts))
        and (not rule.parent or bool(parents))
    )


def _new_text(case: Case, rule: NaskahKind, texts: list[Naskah]) -> Step:
    """The beginning of a text: the work of this state when there is none yet, else one more."""
    is_due = case.state in rule.agreed_in and not _alive(rule, texts)
    return Step(
        label=_("Susun %s") % rule.label,
        url=reverse("agreements:naskah_new", args=[case.public_id, rule.code]),
        tone="primary" if is_due else "secondary",
        help=rule.help,
        article=rule.article,
    )


def _dprd_steps(case: Case, user: User, tracks: list[DprdTrack]) -> list[Step]:
    """What this person may do with the DPRD of a region: one way to its page for each region that must move."""
    today = clock.today()
    return [
        _dprd_step(case, track)
        for track in tracks
        if is_live(case, track) and waits_for_region(track, today) and acting_or_none(user, case, track.party)
    ]


def _dprd_step(case: Case, track: DprdTrack) -> Step:
    """The questions while they are not answered, afterwards the page of all regions."""
    rule, article = track.rule, track.cause_rule.article
    if is_testable(track) and not track.test:
        label = _("Jawab pertanyaan DPRD untuk %s") % track.party.short_name
        url = reverse("agreements:dprd_test", args=[case.public_id, track.pk])
        return Step(label=label, url=url, help=rule.help, article=article)
    label = _("%(council)s: %(state)s") % {"council": track.council, "state": rule.label}
    return Step(label=label, url=track.get_absolute_url(), help=rule.help, article=article)


def _dprd_waiting(case: Case, user: User, tracks: list[DprdTrack]) -> list[Waiting]:
    """Which DPRDs, and which other regions with theirs, the case waits for."""
    today = clock.today()
    awaited = []
    for track in (row for row in tracks if is_live(case, row)):
        own = acting_or_none(user, case, track.party) is not None
        if waits_for_region(track, today):
            awaited += [] if own else [Waiting(track.party.short_name, track.rule.label)]
        elif track.rule.turn == "dprd":
            awaited.append(Waiting(track.council, track.rule.label, track.get_absolute_url()))
    return awaited


def _waiting(case: Case, foreign: list[Arrow]) -> list[Waiting]:
    """The acts of others by who takes them; grave ones are no work to wait for."""
    by_actor: dict[str, list[str]] = {}
    for arrow in foreign:
        if arrow.tone != "danger" and arrow.reason != "required":
            by_actor.setdefault(_who(case, arrow), []).append(arrow.label)
    return [Waiting(who, "; ".join(labels)) for who, labels in by_actor.items()]


def _who(case: Case, arrow: Arrow) -> str:
    parties = [party.short_name for party in case.parties.all() if arrow.side in ("any", party.side)]
    return f"{arrow.actor} ({', '.join(parties)})" if parties else arrow.actor
