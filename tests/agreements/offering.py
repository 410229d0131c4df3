"""An offer of Berau, which does not use the system, to Kutai Kartanegara on paper."""

from datetime import date, timedelta
from typing import Any

from agreements import reference
from agreements.models import Case, Partner
from agreements.services.inbound import InboundOffer, record_inbound_offer
from ksd.accounts.models import User
from ksd.core import clock
from regions.models import Region, Urusan
from tests import factories
from tests.agreements.playing import Play, scan
from tests.agreements.roads import road_of
from tests.conftest import Cast

LETTER = "130/77/BERAU/2026"
MINISTRY_LETTER = "B-12/CONTOH/X/2026"


def berau(cast: Cast) -> Region:
    """A region nobody signs in for."""
    found = Region.objects.filter(code="64.03").first()
    return found or factories.region("64.03", "Berau", parent=cast.kaltim)


def ministry(cast: Cast) -> Partner:
    """A ministry in the register of Kutai Kartanegara."""
    return Partner.objects.get_or_create(
        region=cast.kukar,
        name="Kementerian Contoh",
        defaults={
            "partner_class": "kementerian",
            "address": "Jalan Contoh 9",
            "email": "surat@contoh.test",
            "representative": "Contoh Menteri",
            "representative_title": "Menteri Contoh",
            "mandate": "Peraturan Presiden Contoh",
        },
    )[0]


def days_ago(days: int) -> date:
    """A day so many days before today."""
    return clock.today() - timedelta(days=days)


def an_offer(**changes: Any) -> InboundOffer:
    """What the letter of Berau says."""
    urusan, _new = Urusan.objects.get_or_create(
        code="kesehatan", defaults={"name": "kesehatan", "group": "wajib_dasar", "order": 2}
    )
    facts: dict[str, Any] = {
        "kind": "ksdd_sukarela",
        "title": "Rumah Sakit Rujukan Pesisir",
        "number": LETTER,
        "dated": days_ago(5),
        "received_on": days_ago(3),
        "letter": scan(),
        "urusan": [urusan],
        "location": "Kecamatan Marang Kayu",
    }
    return InboundOffer(**(facts | changes))


def receive(
    cast: Cast, *, offerer: Region | Partner | None = None, actor: User | None = None, **changes: Any
) -> Case:
    """Record the offer as the officer of Kutai Kartanegara."""
    reference.load()
    return record_inbound_offer(
        actor=actor or cast.officer,
        receiver=cast.kukar,
        offerer=offerer or berau(cast),
        offer=an_offer(**changes),
    )


def receive_from_ministry(cast: Cast, **changes: Any) -> Case:
    """Record the offer of a ministry."""
    told = {
        "kind": "sinergi",
        "title": "Pelatihan Kerja Bersama (contoh)",
        "number": MINISTRY_LETTER,
        "summary": "melatih pencari kerja",
    }
    return receive(cast, offerer=changes.pop("offerer", ministry(cast)), **(told | changes))


class InboundPlay(Play):
    """Goes on with a recorded offer through the services, as Play does with one of ours."""

    def __init__(self, cast: Cast, **changes: Any) -> None:
        """Record the offer."""
        self.cast = cast
        self.kind = "ksdd_sukarela"
        self.home, self.officer = cast.kukar, cast.officer
        self.case = receive(cast, **changes)
        places = [party.region for party in self.case.parties.select_related("region") if party.region]
        self.offices = {place.pk: self._dress(place) for place in places}
        self.reload()


class MinistryPlay(InboundPlay):
    """Goes on with the offer of a ministry."""

    def __init__(self, cast: Cast, **changes: Any) -> None:
        """Record the offer."""
        self.cast = cast
        self.kind = "sinergi"
        self.home, self.officer = cast.kukar, cast.officer
        self.case = receive_from_ministry(cast, **changes)
        self.offices = {cast.kukar.pk: self._dress(cast.kukar)}
        self.reload()

    def _to_penyusunan_nk(self) -> None:
        papers = ("rujukan_rkpd", "telaah_tkksd", "jawaban_penawaran")
        self.act("terima_penawaran_masuk", self.cast.officer, *papers)

    def _path(self) -> list[str]:
        road = road_of(self.kind)
        return ["penawaran_masuk", *road[road.index("penyusunan_nk") :]]
