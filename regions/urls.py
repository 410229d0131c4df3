"""Addresses of the regions app."""

from django.urls import path, register_converter

from regions.views import contact, directory, imports, reference, register

app_name = "regions"


class RegionCode:
    """A Kemendagri code of a province or a regency, as text."""

    regex = r"\d{2}(?:\.\d{2})?"

    def to_python(self, value: str) -> str:
        """Keep the text as it is: 11.10 is not 11.1."""
        return value

    def to_url(self, value: str) -> str:
        """Print the code."""
        return value


register_converter(RegionCode, "region_code")

urlpatterns = [
    path("", register.region_list, name="list"),
    path("urusan/", reference.urusan, name="urusan"),
    path("dasar-hukum/", reference.legal_bases, name="legal_bases"),
    path("impor/", imports.import_register, name="import"),
    path("impor/<int:pk>/", imports.import_detail, name="import_detail"),
    path("perangkat-daerah/<int:pk>/ubah/", directory.office_edit, name="office_edit"),
    path("pejabat/<int:pk>/ubah/", directory.official_edit, name="official_edit"),
    path("pejabat/<int:pk>/surat/", directory.mandate, name="mandate"),
    path("<region_code:code>/", register.region_detail, name="detail"),
    path("<region_code:code>/alamat/", contact.contact, name="contact"),
    path("<region_code:code>/lambang/", register.emblem, name="emblem"),
    path("<region_code:code>/lambang/gambar/", register.emblem_image, name="emblem_image"),
    path("<region_code:code>/perangkat-daerah/tambah/", directory.office_add, name="office_add"),
    path("<region_code:code>/pejabat/tambah/", directory.official_add, name="official_add"),
]
