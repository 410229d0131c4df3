"""Handing out the sheet of a region: empty, with what it has written, or with what it wrote the year before."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.text import slugify

from ksd.accounts.models import User
from ksd.core.language import in_indonesian
from ksd.mapping.choices import RowState
from ksd.mapping.documents.template import Template, origin_of, template_xlsx
from ksd.mapping.models import MappingRow, Period
from ksd.mapping.services.access import require_filler
from ksd.mapping.services.sheets.lists import lists_for
from ksd.mapping.services.sheets.values import cells_of
from regions.models import Region

EMPTY, PRESENT, LAST_YEAR = "kosong", "sekarang", "tahun_lalu"
COPY = "salin"
WRITABLE = (RowState.DRAF, RowState.DIKIRIM)


def writable_rows(period: Period, region: Region) -> QuerySet[MappingRow]:
    """The rows a sheet may change: neither merged nor withdrawn."""
    rows = MappingRow.objects.filter(period=period, region=region, state__in=WRITABLE)
    return rows.prefetch_related("touches").order_by("urusan__order", "kind", "pk")


def rows_before(period: Period, region: Region) -> QuerySet[MappingRow]:
    """What the region sent to the latest earlier year that has any of it."""
    sent = MappingRow.objects.filter(region=region, state=RowState.DIKIRIM, period__year__lt=period.year)
    latest = sent.order_by("-period__year", "-period_id").values("period_id")[:1]
    return (
        sent.filter(period_id__in=latest).prefetch_related("touches").order_by("urusan__order", "kind", "pk")
    )


@in_indonesian
def region_template(*, actor: User, period: Period, region: Region, filled: str) -> tuple[str, bytes]:
    """Name and content of the sheet. Raises NotAllowed."""
    require_filler(actor, region)
    lists = lists_for(period, region)
    rows: Iterable[MappingRow] = ()
    if filled == PRESENT:
        rows = writable_rows(period, region)
    elif filled == LAST_YEAR:
        rows = rows_before(period, region)
    cells = [cells_of(lists, row, mark_of(row, period)) for row in rows]
    template = Template(
        title=f"{period} – {region.full_name}",
        origin=origin_of(period.public_id, region.code),
        lists={name: list(choices.labels.values()) for name, choices in lists.items()},
        rows=cells,
        hints=_HINTS,
    )
    return f"pemetaan-{period.year}-{slugify(region.full_name)}.xlsx", template_xlsx(template)


def mark_of(row: MappingRow, period: Period) -> str:
    """How a returned row is recognised: the row as it stood, or the row of another year it is copied from."""
    if row.period_id != period.pk:
        return f"{COPY}:{row.public_id}"
    return f"{row.public_id}:{row.revision}"


_HINTS = (
    "Isi lembar “Isian”, satu hal dalam satu baris. Kolom berjudul merah wajib diisi. Setelah selesai, unggah berkas ini di halaman periode; isinya diperiksa dahulu sebelum diterapkan.",
    "Kolom dikenali dari judulnya, jadi urutannya boleh diubah. Jangan menggabungkan sel dan jangan memakai rumus: rumus tidak pernah dihitung.",
    "Angka boleh ditulis 1234,5 atau 1.234,5. Satuan ditulis di kolom Satuan, jumlah uang dalam rupiah penuh.",
    "Baris yang sudah ada dikenali dari kolom A yang disembunyikan. Baris baru: biarkan kolom itu kosong. Baris yang Anda hapus dari berkas tidak terhapus di KSD; tariklah di situs.",
    "Kolom yang tidak ada dalam berkas tidak mengubah apa pun. Sasaran RPJMD/RKPD dan berkas bukti diisi di situs.",
)  # fmt: skip
