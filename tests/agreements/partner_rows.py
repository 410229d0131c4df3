"""Invented partners that are not regions, registered by Kutai Kartanegara."""

from agreements.models import Partner
from tests.conftest import Cast


class PartnerRows:
    """The partners a play may need, each made once."""

    cast: Cast

    def partner_row(self, partner: str) -> Partner:
        """The partner a kind of cooperation is offered to."""
        return {"third_party": self.third_party, "institution": self.ministry}[partner]()

    def third_party(self) -> Partner:
        """An invented company."""
        return Partner.objects.get_or_create(
            region=self.cast.kukar,
            name="PT Contoh Sehat",
            partner_class="badan_usaha",
            address="Tenggarong",
            representative="Contoh Direktur",
            representative_title="Direktur Utama",
            deed="Akta 1",
            ratification="AHU 1",
        )[0]

    def ministry(self) -> Partner:
        """An invented ministry with the official it empowered."""
        return Partner.objects.get_or_create(
            region=self.cast.kukar,
            name="Kementerian Contoh",
            partner_class="kementerian",
            address="Jakarta",
            representative="Contoh Pejabat",
            representative_title="Direktur Jenderal Contoh",
            mandate="Surat Kuasa Menteri Nomor 1 tanggal 2 Januari 2026",
        )[0]
