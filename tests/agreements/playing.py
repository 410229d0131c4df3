"""Brings a case to any point of its life through the services, as the cast would."""

from collections.abc import Callable, Hashable
from dataclasses import fields
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar

from django.db.models import Prefetch

from agreements import reference
from agreements.models import Case, Party
from agreements.services import acts, documents, proposal
from agreements.services.precheck import submitting_arrow
from ksd.accounts.models import User
from ksd.core import clock
from regions.models import Office, Official, Region, Urusan
from tests import replay
from tests.agreements.abroad import Told, content, partner_abroad, way
from tests.agreements.council import BeforeDprd
from tests.agreements.papers import scan
from tests.agreements.partner_rows import PartnerRows
from tests.agreements.roads import road_of
from tests.agreements.text_steps import WithTexts
from tests.conftest import Cast

__all__ = ["Play", "days_later", "scan"]
Answer = TypeVar("Answer")


class Play(WithTexts, Told, BeforeDprd, PartnerRows):
    """One case of Kutai Kartanegara with Kutai Barat (or a third party), moved step by step."""

    def __init__(
        self,
        cast: Cast,
        kind: str = "ksdd_sukarela",
        *,
        partners: list[Region] | None = None,
        home: Region | None = None,
        partner_class: str = "",
    ) -> None:
        """Write a complete proposal that was not submitted yet; `home` is Kutai Kartanegara or the province."""
        self.cast = cast
        self.kind = kind
        self.home = home or cast.kukar
        self.officer = cast.biro if self.home == cast.kaltim else cast.officer
        places = tuple(place.pk for place in partners or [cast.kubar])
        key = ("begin", *self._people(), kind, self.home.pk, partners and places, partner_class)
        self.urusan, self.offices, case = replay.once(key, lambda: self._begin(partners, partner_class))
        self.case = Case(pk=case)
        self.reload()

    def _begin(
        self, partners: list[Region] | None, partner_class: str
    ) -> tuple[Urusan, dict[int, Office], int]:
        """Write the proposal."""
        cast = self.cast
        reference.load()
        self.urusan, _new = Urusan.objects.get_or_create(
            code="kesehatan", defaults={"name": "kesehatan", "group": "wajib_dasar", "order": 2}
        )
        self.offices = {
            place.pk: self._dress(place) for place in (cast.kukar, cast.kubar, cast.paser, self.home)
        }
        self.case = proposal.start_case(
            actor=self.officer, region=self.home, kind=self.kind, title="Puskesmas Perbatasan"
        )
        self.case = proposal.save_details(
            actor=self.officer,
            case=self.case,
            seen_revision=0,
            title="Puskesmas Perbatasan",
            summary="melayani warga perbatasan",
            location="Kecamatan Jempang",
            proposed_years=5,
            urusan=[self.urusan],
            office=self.offices[self.home.pk],
        )
        if self.case.kind_rule.partner == "region":
            for place in partners or [cast.kubar]:
                proposal.add_party(actor=cast.officer, case=self.case, region=place)
        else:
            wanted = self.case.kind_rule.partner
            if wanted == "overseas":
                usual = partner_class or next(iter(self.case.kind_rule.partner_classes), "")
                row = partner_abroad(self.home, usual)
            else:
                row = self.partner_row(wanted)
            proposal.add_party(actor=self.officer, case=self.case, partner=row)
        self.answer()
        for code in documents.asked_by(self.case, submitting_arrow(self.case)):
            self.paper(code, self.officer)
        return self.urusan, self.offices, self.case.pk

    def _people(self) -> tuple[int, ...]:
        """Who plays; another cast is another scene."""
        return tuple(getattr(self.cast, each.name).pk for each in fields(self.cast))

    def _dress(self, place: Region) -> Office:
        Region.objects.filter(pk=place.pk).update(
            address="Jalan Contoh 1", email="kantor@contoh.test", phone="0541"
        )
        office, _new = Office.objects.get_or_create(
            region=place, name="Dinas Kesehatan", kind="perangkat_daerah"
        )
        Official.objects.get_or_create(
            region=place,
            position="kepala_daerah",
            defaults={
                "name": f"Contoh {place.name}",
                "position_title": f"Bupati {place.name}",
                "term_start": date(2025, 1, 1),
                "is_example": True,
            },
        )
        return office

    def answer(self, *, yes: bool = True) -> None:
        """Answer the questions of the kind."""
        answers = {question.code: (yes, "Alasan contoh") for question in self.case.kind_rule.questions}
        proposal.save_answers(actor=self.officer, case=self.case, answers=answers)
        self.reload()

    def reload(self) -> Case:
        """Read the case again."""
        parties = Prefetch("parties", Party.objects.select_related("region", "partner"))
        self.case = Case.objects.prefetch_related(parties).get(pk=self.case.pk)
        return self.case

    def parties(self) -> list[Party]:
        """The parties in order."""
        return list(Party.objects.filter(case=self.case).select_related("region", "partner"))

    def actor_for(self, party: Party) -> User:
        """The officer of a party; the initiator's for one without users."""
        people = {self.cast.kubar.pk: self.cast.partner, self.cast.paser.pk: self.cast.stranger}
        return people.get(party.region_id or 0, self.officer)

    def paper(self, code: str, actor: User, **fields: str) -> None:
        """Save a complete paper."""
        rule = self.case.pack.document(code)
        current = self.case.documents.filter(kind=code, is_current=True).first()
        filled = {item.code: fields.get(item.code) or content(item) for item in rule.fields}
        documents.save_document(
            actor=actor,
            case=self.case,
            kind=code,
            fields=filled,
            number="100/1" if rule.numbered else "",
            dated=clock.today() if rule.numbered else None,
            upload=scan() if rule.file == "required" else None,
            seen_revision=current.revision if current else 0,
        )

    def act(self, code: str, actor: User, *papers: str, on: date | None = None, reason: str = "") -> None:
        """Write the papers of an act and take it."""
        for paper in papers:
            self.paper(paper, actor)
        acts.take_arrow(actor=actor, case=self.case, code=code, on=on, reason=reason)
        self.reload()

    def to(self, state: str) -> Case:
        """Go on until the case stands in this state; whoever goes further goes on from there."""
        path = self._path()
        for step in path[path.index(self.case.state) + 1 : path.index(state) + 1]:
            self._once("to", partial(self._go, step), step)
            self.reload()
        assert self.case.state == state
        return self.case

    def _path(self) -> list[str]:
        """The states of this case in order."""
        return list(way(self.kind, self.case.level)) or road_of(self.kind)

    def _once(self, what: str, play: Callable[[], Answer], *about: Hashable) -> Answer:
        """Play a part of this case once; the same part from the same rows is given back."""
        offices = tuple((place, office.pk) for place, office in self.offices.items())
        standing = (self.case.pk, self.case.state, self.kind, self.home.pk, self.officer.pk)
        return replay.once(
            (what, type(self).__qualname__, *self._people(), *offices, *standing, *about), play
        )

    def _go(self, step: str) -> None:
        """Take the step into the next state of the way."""
        road = way(self.kind, self.case.level)
        if road:
            self._along(road, step)
            return
        usual = getattr(self, f"_to_{step}", None)
        move: Any = getattr(self, f"_{self.kind}_to_{step}", usual)
        move()
        assert self.reload().state == step

    def _to_telaah(self) -> None:
        self.act("ajukan_telaah", self.cast.officer)

    def _to_penawaran_disiapkan(self) -> None:
        papers = self.case.pack.arrow("lanjutkan").documents
        self.act(
            "lanjutkan", self.cast.tkksd, *(p for p in papers if self.case.pack.document(p).serves(self.kind))
        )

    def _to_penawaran_terkirim(self) -> None:
        self.act("kirim_penawaran", self.cast.officer, "surat_penawaran")

    def _to_menunggu_tanggapan(self) -> None:
        party = self.parties()[1]
        proof = () if party.region_id else (self.case.pack.arrow("catat_penerimaan").proof,)
        self.act("catat_penerimaan", self.actor_for(party), *filter(None, proof))

    def _to_penyusunan_kb(self) -> None:
        if self.case.state == "telaah":
            self.act("terima_penawaran_mitra", self.cast.tkksd, "telaah_penawaran")
            return
        for party in self.parties()[1:]:
            self.act("terima", self.actor_for(party), "surat_tanggapan")

    def _to_penandatanganan_kb(self) -> None:
        self.agree(self.draft("kb"))

    def _to_uji_dprd(self) -> None:
        self.sign(self.case.naskah.get(kind="kb"))

    def _to_penyusunan_pks(self) -> None:
        self.answer_dprd()

    def _to_penandatanganan_pks(self) -> None:
        self.agree(self.draft("pks", "Puskesmas Jempang", 2))

    def _to_pelaksanaan(self) -> None:
        self.sign(self.case.naskah.get(kind="pks"))

    _to_penyusunan_nk = _to_penyusunan_kb

    def _sinergi_to_uji_dprd(self) -> None:
        for kind in ("nk", "rk"):
            self.agree(self.draft(kind))

    def _to_penandatanganan_nk(self) -> None:
        self.answer_dprd()

    def _to_ditandatangani(self) -> None:
        for kind in ("nk", "rk"):
            self.sign(self.case.naskah.get(kind=kind))

    def _sinergi_to_pelaksanaan(self) -> None:
        self.act("laporkan_menteri", self.cast.officer, "laporan_penandatanganan")


def days_later(days: int) -> date:
    """A day so many days after today."""
    return clock.today() + timedelta(days=days)
