"""What the DPRD page of a case shows: region by region, each round with its test, clocks, letters and next step."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.law.deciding import deeming_terms, rows_of
from agreements.law.schema import Arrow, DprdLetterKind, DprdRow
from agreements.models import Case, CaseEvent, DprdTrack, Party
from agreements.services import guards
from agreements.services.acting import Acting, acting_for_party
from agreements.services.dprd import PERMISSION
from agreements.services.dprd_annexes import Annex, annexes_of
from agreements.services.dprd_tracks import (
    CLEARED,
    is_live,
    is_testable,
    open_steps,
    standing,
    waits_for_region,
)
from agreements.views.lacking import Lack
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, NotAllowed
from ksd.deadlines.models import Deadline


@dataclass(frozen=True)
class TableRow:
    """One row of the decision table in words, and whether it is the one that applies."""

    row: DprdRow
    conditions: list[tuple[str, bool]]
    applies: bool


@dataclass(frozen=True)
class Clock:
    """One term of a round: its name, whether its passing deems the approval given, the way to its explanation."""

    label: str
    term: Deadline
    deems: bool
    url: str


@dataclass(frozen=True)
class DprdStep:
    """One step this person may take for the region, or could once the clock has passed."""

    label: str
    url: str
    tone: str = "primary"
    help: str = ""
    article: str = ""
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True)
class Round:
    """One round of a region, everything its part of the page prints."""

    track: DprdTrack
    table: list[TableRow]
    clocks: list[Clock]
    events: list[CaseEvent]
    steps: list[DprdStep] = field(default_factory=list)
    letters: list[DprdLetterKind] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    waiting: str = ""

    @property
    def has_files(self) -> bool:
        """Whether a package can be fetched."""
        return any(annex.files for annex in self.annexes)


@dataclass(frozen=True)
class Place:
    """One region with its rounds: for each cause the newest, and those before it."""

    party: Party
    council: str
    newest: list[Round]
    earlier: list[Round]


def acting_or_none(user: User, case: Case, party: Party) -> Acting | None:
    """For whom this person acts towards the DPRD of this party, or None for a reader."""
    try:
        return acting_for_party(user, case, party, permission=PERMISSION)
    except NotAllowed:
        return None


def dprd_places(case: Case, user: User) -> list[Place]:
    """Every region of the case with its rounds, in the order of the parties."""
    tracks = list(case.dprd_tracks.all().for_page())
    clocks, events = _clocks(case, tracks, user), _events(tracks)
    places = []
    for party in case.parties.all():
        own = [track for track in tracks if track.party_id == party.pk]
        if not own:
            continue
        acting = acting_or_none(user, case, party)
        newest = _newest(own)
        rounds = {track.pk: _round(track, clocks, events) for track in own}
        shown = [_with_work(rounds[track.pk], tracks, acting, case) for track in newest]
        earlier = [rounds[track.pk] for track in own if track not in newest]
        places.append(Place(party, own[0].council, shown, earlier))
    return places


def _newest(tracks: Sequence[DprdTrack]) -> list[DprdTrack]:
    best: dict[str, DprdTrack] = {}
    for track in tracks:
        held = best.get(track.cause)
        if held is None or track.round > held.round:
            best[track.cause] = track
    return list(best.values())


def _clocks(case: Case, tracks: Sequence[DprdTrack], user: User) -> dict[int, list[Clock]]:
    """The terms of all rounds in two queries; only those within one's reach lead to their own page."""
    kind = ContentType.objects.get_for_model(DprdTrack)
    found = Deadline.objects.filter(content_type=kind, object_id__in=[track.pk for track in tracks])
    open_to = set(found.visible_to(user).values_list("pk", flat=True))
    labels = {term.code: term.label for term in case.pack.terms}
    deeming = deeming_terms(case.pack)
    clocks: dict[int, list[Clock]] = {}
    # Those that run stand side by side, before those that were met.
    for term in sorted(found.order_by("base_date", "pk"), key=lambda row: not row.is_open):
        url = reverse("deadlines:deadline", args=[term.pk]) if term.pk in open_to else ""
        row = Clock(labels.get(term.code, term.title), term, term.code in deeming, url)
        clocks.setdefault(term.object_id, []).append(row)
    return clocks


def _events(tracks: Sequence[DprdTrack]) -> dict[int, list[CaseEvent]]:
    rows = CaseEvent.objects.filter(dprd_track__in=tracks).order_by("pk")
    events: dict[int, list[CaseEvent]] = {}
    for event in rows.prefetch_related("dprd_letters__file", "dprd_letters__track__case"):
        events.setdefault(event.dprd_track_id or 0, []).append(event)
    return events


def _round(track: DprdTrack, clocks: dict[int, list[Clock]], events: dict[int, list[CaseEvent]]) -> Round:
    texts = {question.code: question.text for question in track.pack.dprd_questions}
    table = [
        TableRow(
            row,
            [*((texts[code], True) for code in row.yes), *((texts[code], False) for code in row.no)],
            row.code == track.test.get("row"),
        )
        for row in rows_of(track.pack, track.cause)
    ]
    return Round(track, table, clocks.get(track.pk, []), events.get(track.pk, []))


def _with_work(shown: Round, tracks: Sequence[DprdTrack], acting: Acting | None, case: Case) -> Round:
    """The newest round with what there is to do: its steps and letters for its own people, its annexes for all."""
    track = shown.track
    live = is_live(case, track)
    writing = live and track.rule.turn == "region" and not track.outcome and track.needed
    return replace(
        shown,
        steps=_steps(track, tracks) if acting and live else [],
        letters=[row for row in track.pack.dprd_letters if track.state in row.states] if acting else [],
        annexes=annexes_of(track) if writing else [],
        waiting=_waiting(track) if live and not acting else "",
    )


def _steps(track: DprdTrack, tracks: Sequence[DprdTrack]) -> list[DprdStep]:
    together = standing(_newest_of(tracks, track.cause))
    steps = []
    if is_testable(track) and together not in CLEARED:
        label = _("Perbaiki jawaban") if track.test else _("Jawab pertanyaan DPRD")
        url = reverse("agreements:dprd_test", args=[track.case.public_id, track.pk])
        steps.append(
            DprdStep(label, url, "secondary" if track.test else "primary", article=track.cause_rule.article)
        )
    return [*(_step(track, arrow) for arrow in open_steps(track)), *steps]


def _newest_of(tracks: Sequence[DprdTrack], cause: str) -> list[DprdTrack]:
    best: dict[int, DprdTrack] = {}
    for track in tracks:
        if track.cause == cause and (track.party_id not in best or track.round > best[track.party_id].round):
            best[track.party_id] = track
    return list(best.values())


def _step(track: DprdTrack, arrow: Arrow) -> DprdStep:
    url = reverse("agreements:dprd_step", args=[track.case.public_id, track.pk, arrow.code])
    return DprdStep(arrow.label, url, arrow.tone, arrow.help, arrow.article, lacks_of_step(track, arrow))


def lacks_of_step(track: DprdTrack, arrow: Arrow) -> tuple[Lack, ...]:
    """Why a step would be refused today; empty when it may be taken."""
    try:
        guards.check_clocks(track, arrow, clock.today())
    except DomainError as error:
        return (Lack(message=str(error), remedy=error.remedy, article=error.article, url=""),)
    return ()


def _waiting(track: DprdTrack) -> str:
    """Whom this round waits for, for those who only read."""
    if track.is_over and track.outcome != "refused":
        return ""
    return track.party.short_name if waits_for_region(track, clock.today()) else track.council
