"""Plays an offer that came on paper from a region which does not use the system, or from an institution."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Partner
from agreements.services.inbound import InboundOffer, record_inbound_offer
from ksd.accounts.models import User
from ksd.core import clock
from ksd.office.demo import people
from ksd.office.demo.paper import example_pdf
from ksd.office.demo.player import CasePlayer
from regions.models import Region, Urusan

# How long the letters of the stories were on their way.
ON_THE_WAY = timedelta(days=4)


class InboundPlayer(CasePlayer):
    """Records the offer as the officer of the region that received it."""

    def do_receive(self, _detail: str) -> None:
        """The letter arrives today; its first partner keeps the case, or the region an institution wrote to."""
        story, today = self.story, clock.today()
        offerer: Region | Partner = self.home
        receiver = people.region(story.partners[0]) if story.partners else self.home
        if story.third_party:
            offerer, _new = Partner.objects.get_or_create(region=self.home, **story.third_party)
        slug = "biro" if receiver.level == 1 else f"petugas.{self._slug(receiver)}"
        offer = InboundOffer(
            kind=story.kind,
            title=story.title,
            summary=story.summary,
            location=story.location,
            years=story.years,
            number=f"130/{self.number:03d}/PENAWARAN/{today.year}",
            dated=today - ON_THE_WAY,
            received_on=today,
            urusan=Urusan.objects.filter(code__in=story.urusan),
            letter=self._scan("Surat penawaran"),
            kak=self._scan("Kerangka Acuan Kerja"),
        )
        self.case = record_inbound_offer(
            actor=User.objects.get(username=slug), receiver=receiver, offerer=offerer, offer=offer
        )

    def _scan(self, name: str) -> SimpleUploadedFile:
        return SimpleUploadedFile("surat.pdf", example_pdf(name), "application/pdf")
