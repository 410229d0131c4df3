"""What the page of one case shows, gathered in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.choices import Entry
from agreements.law.schema import Configuration
from agreements.models import Answer, Case, CaseEvent, DprdTrack, Naskah, NaskahApproval
from agreements.services.configurations import configurations_of
from agreements.services.dprd_tracks import latest_tracks
from agreements.views.papers_list import PaperLine, asked_for_now, paper_lines
from agreements.views.rows import Turn, turn_of
from agreements.views.steps import NextSteps, next_steps
from agreements.workflow import RailStep, stage_rail
from ksd.accounts.models import User
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline
from ksd.deadlines.standing import Standing, standings


@dataclass(frozen=True)
class Answered:
    """A question of the law with the answer given."""

    text: str
    article: str
    answer: Answer | None


@dataclass(frozen=True)
class CaseSheet:
    """Everything the page of a case prints."""

    facts: list[tuple[str, Any]]
    turn: Turn
    tone: str
    reason: CaseEvent | None
    deadlines: list[tuple[Standing, str]]
    steps: NextSteps
    rail: list[RailStep]
    papers: list[PaperLine]
    texts: list[Naskah]
    approvals: list[NaskahApproval]
    answers: list[Answered]
    dprd: list[DprdTrack]
    history: list[CaseEvent]
    configurations: list[Configuration]
    run_out: bool = False

    @property
    def stage_number(self) -> int:
        """How far along the rail the case stands, from 1."""
        places = [number for number, step in enumerate(self.rail, 1) if step.status == "current"]
        return places[0] if places else len(self.rail)


def case_sheet(case: Case, user: User) -> CaseSheet:
    """Gather the page of a case for one reader."""
    texts = _texts(case)
    tracks = latest_tracks(case)
    events = list(CaseEvent.objects.readable_by(user, case).select_related("naskah"))
    visited = _visited(case)
    return CaseSheet(
        facts=_facts(case),
        turn=turn_of(case, user),
        tone="secondary" if case.state_rule.terminal or case.state_rule.initial else "primary",
        reason=entering_reason(case, events),
        deadlines=_clocks(case, texts, tracks),
        steps=next_steps(case, user, texts, tracks, visited),
        rail=stage_rail(case.pack, case.state, visited, case.kind, staged=case.entry == Entry.STAGED),
        papers=paper_lines(case, user, required=asked_for_now(case)),
        texts=texts,
        approvals=_approvals(case),
        answers=_answers(case),
        dprd=tracks,
        history=events,
        configurations=configurations_of(case),
        run_out=Case.objects.filter(pk=case.pk).run_out().exists(),
    )


def entering_reason(case: Case, events: Iterable[CaseEvent]) -> CaseEvent | None:
    """The event that brought the case into its present state, when it gave a reason (returned, refused, ended)."""
    moves = (event for event in events if event.target == case.state and event.source != event.target)
    last = next(moves, None)
    return last if last and last.reason else None


def _facts(case: Case) -> list[tuple[str, Any]]:
    return [
        (_("Jenis"), case.kind_label),
        (_("Arah"), case.get_direction_display()),
        (_("Urusan"), ", ".join(row.name for row in case.urusan.all())),
        (_("Lokasi"), case.location),
        (_("Jangka waktu diusulkan"), _("%d tahun") % case.proposed_years),
        (_("Perangkat daerah pemrakarsa"), str(case.office or "")),
        (
            _("Dicatat") if case.is_inbound else _("Diusulkan"),
            f"{long_date(timezone.localtime(case.created_at).date())}, {case.created_by.get_full_name()}",
        ),
        (_("Paket hukum"), f"{case.pack.name} ({case.pack_version})"),
    ]


def _texts(case: Case) -> list[Naskah]:
    """KB and PKS with the number and day of each party."""
    rows = case.naskah.with_outliving().select_related("parent")
    return list(rows.prefetch_related("signatures__party__region", "signatures__party__partner"))


def _deadlines(case: Case, texts: list[Naskah], tracks: list[DprdTrack]) -> QuerySet[Deadline]:
    """Running terms of the case, of its texts and of its regions' DPRDs, soonest first."""
    kinds = ContentType.objects.get_for_models(Case, DprdTrack, Naskah)
    of_case = Q(content_type=kinds[Case], object_id=case.pk)
    of_texts = Q(content_type=kinds[Naskah], object_id__in=[text.pk for text in texts])
    of_tracks = Q(content_type=kinds[DprdTrack], object_id__in=[track.pk for track in tracks])
    return Deadline.objects.open().filter(of_case | of_texts | of_tracks).select_related("responsible_region")


def _clocks(case: Case, texts: list[Naskah], tracks: list[DprdTrack]) -> list[tuple[Standing, str]]:
    """Every running term as it stands, named without the subject of the case, and where it is explained.

    The terms of a DPRD are told with their region, on the page every party may read.
    """
    labels = {row.code: row.label for row in case.pack.terms}
    of_track = ContentType.objects.get_for_model(DprdTrack).pk
    own = {track.pk: track for track in tracks}
    named, places = [], []
    for term in _deadlines(case, texts, tracks):
        track = own.get(term.object_id) if term.content_type_id == of_track else None
        label = labels.get(term.code) or term.title.removesuffix(f": {case.title}")
        named.append((f"{label} – {track.party.short_name}" if track else label, term))
        places.append(track.get_absolute_url() if track else reverse("deadlines:deadline", args=[term.pk]))
    return list(zip(standings(named), places, strict=True))


def _visited(case: Case) -> set[str]:
    """Every state and act in the life of the case so far."""
    rows = CaseEvent.objects.filter(case=case).order_by().values_list("arrow", "source", "target").distinct()
    return {code for row in rows for code in row if code}


def _approvals(case: Case) -> list[NaskahApproval]:
    """The word of each party on each version, newest first."""
    rows = NaskahApproval.objects.filter(naskah__case=case)
    return list(rows.select_related("version", "naskah", "party__region", "party__partner"))


def _answers(case: Case) -> list[Answered]:
    """The law's questions to the initiator; of an inbound offer only what was answered."""
    given = {answer.question: answer for answer in case.answers.all() if answer.party_id is None}
    asked = [row for row in case.kind_rule.questions if not case.is_inbound or row.code in given]
    return [Answered(row.text, row.article, given.get(row.code)) for row in asked]
