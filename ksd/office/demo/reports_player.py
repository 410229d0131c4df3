"""Plays what follows the signatures: reports, evaluations, a word on the health of a cooperation."""

from datetime import timedelta

from agreements.choices import Rating
from agreements.law.practice import practice
from agreements.models import CaseReport
from agreements.services import evaluating, health
from agreements.services.reports import moving, opening, writing
from ksd.accounts.models import User
from ksd.core import clock
from ksd.office.demo.player import CasePlayer

OVERRIDE_DAYS = 60


class ReportsPlayer(CasePlayer):
    """Steps of a story after its agreement is signed."""

    def do_report(self, detail: str) -> None:
        """Write a report and take it up to the named hands: `diteruskan_menteri`, or `dikirim|terbaru` for the newest."""
        last, _bar, which = detail.partition("|")
        opening.open_reports(actor=None, case=self.case)
        owed = CaseReport.objects.owed().filter(case=self.case).order_by("period_end")
        report = owed.last() if which == "terbaru" else owed.first()
        if report is None:
            return
        self._write(report)
        for tier in report.way:
            fresh = CaseReport.objects.get(pk=report.pk)
            actor = self._user("biro") if tier.permission == moving.RECEIVE else self.officer()
            moving.take_step(actor=actor, report=fresh, code=tier.code, seen_state=fresh.state)
            if tier.code == last:
                return

    def _write(self, report: CaseReport) -> None:
        words = {
            code: value or f"Nihil (contoh): {self.story.summary} berjalan menurut rencana."
            for code, value in writing.prefilled(report).items()
        }
        officer = self.officer()
        writing.save_report(actor=officer, report=report, items=words, seen_revision=report.revision)
        for party in self.parties():
            writing.save_part(
                actor=self.actor_for(party),
                report=report,
                party=party,
                words={
                    "work": f"Bagian {party.short_name} (contoh): {self.story.summary}.",
                    "trouble": "Nihil",
                },
            )

    def do_evaluate(self, verdict: str) -> None:
        """Evaluate; closed with this verdict, or left open with `terbuka`."""
        round_ = evaluating.open_evaluation(actor=self.officer(), case=self.case)
        answers = [
            ("pemohon", self.officer(), 0, Rating.GOOD),
            ("pd_lokus", self.actor_for(self.partner()), 1, Rating.POOR),
        ]
        if verdict != "terbuka":
            answers.append(("sekretariat", self._secretary(), 0, Rating.FAIR))
        for form, actor, number, rating in answers:
            evaluating.answer_form(
                actor=actor,
                evaluation=round_,
                form=form,
                party=self.parties()[number],
                ratings={row.code: rating for row in practice().asked_of(form)},
                remarks={},
                verdict="dilanjutkan",
                suggestion="Perkuat koordinasi di lapangan (contoh).",
            )
        if verdict != "terbuka":
            evaluating.close_evaluation(
                actor=self._secretary(),
                evaluation=round_,
                verdict=verdict,
                conclusion="Kerja sama bermanfaat; pelaporan perlu ditertibkan (contoh).",
            )

    def _secretary(self) -> User:
        """Whoever keeps the secretariat of the TKKSD."""
        return self.officer() if self.home.level == 1 else self.reviewer()

    def do_override(self, detail: str) -> None:
        """The Biro sets a word over the health: `bermasalah|reason`."""
        colour, _bar, reason = detail.partition("|")
        health.override_health(
            actor=self._user("biro"),
            case=self.case,
            health=colour,
            reason=reason,
            expires_on=clock.today() + timedelta(days=OVERRIDE_DAYS),
        )
