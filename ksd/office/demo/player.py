"""Plays a story through the real services, each step on its own past day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from agreements.law.schema import DocumentKind, Item
from agreements.models import Case, Naskah, Partner, Party
from agreements.services import acts, documents, proposal
from agreements.services.acting import has_users
from agreements.services.needs import uses_code
from agreements.services.precheck import submitting_arrow
from ksd.accounts.models import User
from ksd.core import clock
from ksd.office.demo import people
from ksd.office.demo.paper import example_pdf
from regions.models import Office, Region, Urusan

# An old paper as a story tells it: kind, title, signed_ago and ends_in (days), numbers, signers.
Paper: TypeAlias = dict[str, str | int | bool]


@dataclass
class Story:
    """One invented case and how far it has come; `steps` are (what, days before the anchor)."""

    title: str
    kind: str
    initiator: str
    urusan: list[str]
    location: str
    summary: str
    steps: list[list[Any]]
    partners: list[str] = field(default_factory=list)
    third_party: dict[str, Any] = field(default_factory=dict)
    office: str = "Dinas Kesehatan"
    years: int = 5
    ends_in: int | None = None
    papers: list[Paper] = field(default_factory=list)


class CasePlayer:
    """Takes the steps of one story up to its texts, as the people of the demonstration would."""

    text: Naskah | None = None

    def __init__(self, story: Story, number: int) -> None:
        """Set the stage."""
        self.story = story
        self.number = number
        self.home = people.region(story.initiator)
        self.case: Case

    @transaction.atomic
    def play(self, anchor: date) -> Case:
        """Play every step on its day; a story is told whole or not at all."""
        for what, days in self.story.steps:
            day = anchor - timedelta(days=days)
            moment = timezone.make_aware(datetime.combine(day, time(9)))
            name, _colon, detail = what.partition(":")
            with clock.frozen(moment):
                self._step(name)(detail)
        return self.case

    def _step(self, name: str) -> Callable[[str], None]:
        return getattr(self, f"do_{name}")  # type: ignore[no-any-return]

    # --- who acts

    def officer(self) -> User:
        """Whoever writes for the initiating region."""
        return self._user("biro" if self.home.level == 1 else f"petugas.{self._slug(self.home)}")

    def reviewer(self) -> User:
        """A TKKSD member of the initiating region."""
        return self._user(f"tkksd.{self._slug(self.home)}")

    def actor_for(self, party: Party) -> User:
        """Somebody of the party, or the initiator's officer for a party without users."""
        if party.region is None or not has_users(party):
            return self.officer()
        return self._user("biro" if party.region.level == 1 else f"petugas.{self._slug(party.region)}")

    def _slug(self, place: Region) -> str:
        return str(next(row["slug"] for row in people.data()["regions"] if row["code"] == place.code))

    def _user(self, username: str) -> User:
        return User.objects.get(username=username)

    def parties(self) -> list[Party]:
        """The parties in order."""
        return list(Party.objects.filter(case=self.case).select_related("region", "partner"))

    def _text(self) -> Naskah:
        if self.text is None:
            raise LookupError("the story signs a text it has not begun")
        return Naskah.objects.get(pk=self.text.pk)

    def partner(self) -> Party:
        """The first party the cooperation is offered to."""
        return self.parties()[1]

    # --- papers

    def paper(self, code: str, actor: User, **fields: str) -> None:
        """Save a paper complete enough for its act."""
        rule = self.case.pack.document(code)
        current = self.case.documents.filter(kind=code, is_current=True).first()
        documents.save_document(
            actor=actor,
            case=self.case,
            kind=code,
            fields={item.code: fields.get(item.code) or self._content(item) for item in rule.fields},
            number=self._number(code) if rule.numbered else "",
            dated=clock.today() if rule.numbered else None,
            upload=self._upload(rule),
            seen_revision=current.revision if current else 0,
        )

    def _content(self, item: Item) -> str:
        if item.choices:
            return item.choices[0][0]
        if item.input == "number":
            return str(clock.today().year)
        if item.input != "text":
            return clock.today().isoformat()
        known = {
            "lokasi": self.story.location,
            "jangka_waktu": f"{self.story.years} tahun",
            "judul": self.story.title,
        }
        return known.get(item.code, f"{item.label} (contoh): {self.story.summary}")

    def _number(self, code: str) -> str:
        return f"100.2/{self.number:03d}/{code.upper()[:12]}/{clock.today().year}"

    def _upload(self, rule: DocumentKind) -> SimpleUploadedFile | None:
        if rule.file != "required":
            return None
        return SimpleUploadedFile(f"{rule.code}.pdf", example_pdf(rule.label), "application/pdf")

    def act(self, code: str, actor: User, papers: Iterable[str] = (), reason: str = "") -> None:
        """Prepare the papers of an act and take it."""
        for paper in papers:
            self.paper(paper, actor)
        acts.take_arrow(actor=actor, case=self.case, code=code, on=clock.today(), reason=reason)
        self.case.refresh_from_db()

    def _with_proof(self, arrow: str, papers: list[str]) -> list[str]:
        rule = self.case.pack.arrow(arrow)
        return papers if has_users(self.partner()) or not rule.proof else [*papers, rule.proof]

    # --- proposal

    def do_begin(self, _detail: str) -> None:
        """Begin the proposal and its data."""
        story = self.story
        self.case = proposal.start_case(
            actor=self.officer(), region=self.home, kind=story.kind, title=story.title
        )
        self.case = proposal.save_details(
            actor=self.officer(),
            case=self.case,
            seen_revision=0,
            title=story.title,
            summary=story.summary,
            location=story.location,
            proposed_years=story.years,
            urusan=Urusan.objects.filter(code__in=story.urusan),
            office=Office.objects.get(region=self.home, name=story.office),
        )

    def do_complete(self, _detail: str) -> None:
        """Add partners, answers and the first papers."""
        for code in self.story.partners:
            proposal.add_party(actor=self.officer(), case=self.case, region=people.region(code))
        if self.story.third_party:
            partner, _new = Partner.objects.get_or_create(region=self.home, **self.story.third_party)
            proposal.add_party(actor=self.officer(), case=self.case, partner=partner)
        answers = {
            question.code: (question.expected is not False, f"Alasan contoh: {self.story.summary}")
            for question in (*self.case.kind_rule.questions, *self.case.kind_rule.screening)
        }
        proposal.save_answers(actor=self.officer(), case=self.case, answers=answers)
        # Read again: which papers are asked for depends on the partner and the answers.
        self.case = Case.objects.get(pk=self.case.pk)
        submitting = submitting_arrow(self.case)
        for code in documents.asked_by(self.case, submitting):
            if code not in submitting.optional:
                self.paper(code, self.officer())

    def do_take(self, detail: str) -> None:
        """Take an arrow by its code, with its papers; `code|reason`."""
        code, _bar, reason = detail.partition("|")
        arrow = self.case.pack.arrow(code)
        actor = self.officer()
        if arrow.permission == "agreements.review":
            actor = self.reviewer()
        papers = list(arrow.documents)
        if arrow.side in ("partner", "any") and arrow.permission == "agreements.answer":
            actor = self.actor_for(self.partner())
            papers = list(dict.fromkeys(self._with_proof(code, papers)))
        known = {paper for paper in papers if uses_code(self.case, paper)}
        held = set(self.case.documents.filter(is_current=True).values_list("kind", flat=True))
        needed = [
            paper
            for paper in papers
            if paper in known and (paper not in held or arrow.anew or arrow.target in arrow.sources)
        ]
        self.act(code, actor, needed, reason)
