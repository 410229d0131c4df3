"""Plays what follows the signing: obligations, a yearly plan, money and goals, some of them late."""

from datetime import date, timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.choices import Every, FundSource, ObligationKind
from agreements.models import ActionPlan, Milestone, Naskah, Obligation, Party
from agreements.services import budgets, goals, milestones, obligations, plans
from agreements.services.obligation_reading import Candidate, candidates
from ksd.core import clock
from ksd.office.demo.paper import example_pdf
from ksd.office.demo.player import CasePlayer
from regions.choices import Level
from regions.models import Office

ACTIVITIES = ("Rapat kerja dan pembagian tugas (contoh)", "Pelaksanaan kegiatan bersama (contoh)")


class RunningPlayer(CasePlayer):
    """Takes the steps of a story after its text was signed."""

    text: Naskah | None = None

    def do_duties(self, _detail: str) -> None:
        """Every party takes its first rows from the text; their days fall one after another."""
        text = self._signed()
        found = candidates(text)
        for party in self.parties():
            own = [row for row in found if row.party.pk == party.pk]
            rights = [row for row in own if row.kind == ObligationKind.RIGHT][:1]
            duties = [row for row in own if row.kind == ObligationKind.DUTY][:4]
            for number, row in enumerate(duties + rights, start=1):
                draft = self._duty(party, row, number)
                obligations.add_obligation(actor=self.actor_for(party), naskah=text, party=party, draft=draft)

    def _duty(self, party: Party, row: Candidate, number: int) -> obligations.ObligationDraft:
        return obligations.ObligationDraft(
            kind=row.kind,
            wording=row.wording,
            place=row.place,
            office=self._office(party),
            every=Every.SEMESTER if number == 4 else Every.ONCE,
            due_on=clock.today() + timedelta(days=45 * number),
            proof_wanted="Berita acara atau laporan kegiatan" if number == 1 else "",
        )

    def _office(self, party: Party) -> Office | None:
        if party.region is None:
            return None
        return Office.objects.filter(region=party.region, name=self.story.office).first()

    def do_fulfil(self, detail: str) -> None:
        """The earliest open duties are fulfilled, as many as told."""
        rows = Obligation.objects.filter(naskah=self._signed()).exclude(state__in=("terpenuhi", "dihapus"))
        rows = rows.select_related("naskah__case", "party__region", "party__partner")
        for row in list(rows.order_by("due_on", "pk"))[: int(detail)]:
            obligations.fulfil_obligation(
                actor=self.actor_for(row.party),
                obligation=row,
                on=clock.today(),
                note="Dilaksanakan sesuai naskah (contoh).",
                upload=self._proof("berita-acara.pdf"),
                seen_revision=row.revision,
            )

    def _proof(self, name: str) -> SimpleUploadedFile:
        return SimpleUploadedFile(name, example_pdf("Bukti pelaksanaan (contoh)"), "application/pdf")

    def do_plan(self, detail: str) -> None:
        """This year's plan with two activities of each party; `open` leaves the confirmation to come."""
        text, today = self._signed(), clock.today()
        items = {item.code: "Layanan kedua daerah meningkat (contoh)." for item in plans.items_of(self.case)}
        plan = plans.create_plan(actor=self.officer(), naskah=text, year=today.year, items=items)
        for party in self.parties():
            for number, activity in enumerate(ACTIVITIES, start=1):
                draft = milestones.MilestoneDraft(
                    activity,
                    today,
                    date(today.year, 12, 31),
                    office=self._office(party),
                    indicator="Kegiatan terlaksana",
                    target=f"{number} kegiatan",
                    weight=number,
                )
                milestones.add_milestone(actor=self.actor_for(party), plan=plan, party=party, draft=draft)
        if detail != "open":
            self._confirm(plan)

    def _confirm(self, plan: ActionPlan) -> None:
        for party in self.parties():
            actor = self.actor_for(party)
            plans.confirm_plan(actor=actor, plan=plan, party=party, seen_revision=plan.revision)

    def do_progress(self, detail: str) -> None:
        """Every activity stands at this percent, the heavier ones at half of it."""
        rows = Milestone.objects.filter(plan__naskah=self._signed(), dropped_at=None)
        for row in rows.select_related("plan__naskah__case", "party__region", "party__partner"):
            milestones.report_progress(
                actor=self.actor_for(row.party),
                milestone=row,
                percent=int(detail) // row.weight,
                on=clock.today(),
                note="Kemajuan menurut laporan perangkat daerah (contoh).",
                upload=self._proof("laporan.pdf"),
            )

    def do_money(self, detail: str) -> None:
        """Every region plans this many million rupiah and has spent part of it."""
        planned = Decimal(detail) * 1_000_000
        for number, party in enumerate(self.parties(), start=1):
            level = party.region.level if party.region else None
            source = FundSource.PROVINCE if level == Level.PROVINSI else FundSource.REGENCY
            draft = budgets.BudgetDraft(
                year=clock.today().year,
                source=source if party.region else FundSource.THIRD_PARTY,
                purpose=f"Bagian {party.short_name} (contoh)",
                planned=planned,
                budgeted=planned * 9 / 10,
                dpa_number=f"900/{self.number:03d}.{number}/contoh",
            )
            actor = self.actor_for(party)
            line = budgets.add_line(actor=actor, case=self.case, party=party, draft=draft)
            spent = planned * number / 3
            budgets.realise(actor=actor, line=line, amount=spent.quantize(Decimal(1)), on=clock.today())

    def do_goal(self, detail: str) -> None:
        """The initiator's goal with this year's result."""
        title, _bar, achieved = detail.partition("|")
        year = clock.today().year
        draft = goals.GoalDraft(
            "rpjmd",
            year - 1,
            year + 3,
            f"{title} (contoh)",
            "Capaian indikator kinerja utama",
            "persen",
            Decimal(60),
        )
        targets = {year: Decimal(70), year + 1: Decimal(75)}
        actor = self.officer()
        goal = goals.save_goal(actor=actor, region=self.home, draft=draft, targets=targets)
        link = goals.link_goal(actor=actor, case=self.case, goal=goal)
        goals.report_goal(
            actor=actor,
            link=link,
            year=year,
            target=Decimal(70),
            achieved=Decimal(achieved),
            note="Data contoh.",
        )

    def _signed(self) -> Naskah:
        """The text signed last; an addendum only rewords one."""
        signed = self.case.naskah.select_related("case").filter(addendum=None).exclude(signed_on=None)
        return signed.latest("signed_on", "pk")
