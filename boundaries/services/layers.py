"""Layers of features: tried out first, then taken into use whole, replaced or withdrawn."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import shapely
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.services.practice import chosen
from boundaries.choices import LayerState, LayerTheme
from boundaries.geo.features import MOST_FAULTS, FeatureReading, FeatureRow, read_features
from boundaries.geo.reading import UnreadableError
from boundaries.models import Layer, LayerFeature
from boundaries.services.access import MANAGE
from ksd.accounts.access import AnyUser, may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.core.files import read_bytes, store_upload
from ksd.core.models import StoredFile
from ksd.core.uploads import XLSX_TYPE, FileRule, FileType
from regions.models import Region

EXPECTED = "lapisan_batas"
ZIPPED = b"PK\x03\x04"
LAYERS = FileRule(
    gettext_lazy("GeoJSON, KML, KMZ, Shapefile (ZIP), GPX, CSV, atau XLSX"),
    (
        # What stands in them is held against their names where they are read.
        FileType("GeoJSON", ("geojson", "json"), "application/geo+json", b"", lambda _file: None),
        FileType("KML", ("kml",), "application/vnd.google-earth.kml+xml", b"", lambda _file: None),
        FileType("KMZ", ("kmz",), "application/vnd.google-earth.kmz", ZIPPED, lambda _file: None),
        FileType("Shapefile", ("zip",), "application/zip", ZIPPED, lambda _file: None),
        FileType("GPX", ("gpx",), "application/gpx+xml", b"", lambda _file: None),
        FileType("CSV", ("csv",), "text/csv", b"", lambda _file: None),
        FileType("XLSX", ("xlsx",), XLSX_TYPE, ZIPPED, lambda _file: None),
    ),
)


@dataclass(frozen=True)
class LayerData:
    """What is said of a layer beside its features."""

    name: str
    theme: str
    source: str
    dated: date
    licence: str = ""
    restricted: bool = False
    name_column: str = ""
    # The system of coordinates where the file does not say.
    epsg: int | None = None
    illustrative: bool = False


def may_keep(user: AnyUser, region: Region) -> bool:
    """Whether a person keeps the layers of a region."""
    return may(user, MANAGE, region)


def _require_keeper(actor: User, region: Region) -> None:
    if not may_keep(actor, region):
        raise NotAllowed(
            _("Anda tidak berwenang mengurus lapisan milik %(region)s.") % {"region": region},
            remedy=_("Mintalah Biro Pemerintahan provinsinya."),
        )


def expected_themes() -> list[LayerTheme]:
    """The themes the office wants to see under every disputed area; unknown words are passed over."""
    words = [word.strip().lower() for word in chosen([EXPECTED])[EXPECTED].split(",")]
    return [LayerTheme(word) for word in dict.fromkeys(words) if word in LayerTheme.values]


@transaction.atomic
def try_layer(
    *,
    actor: User,
    region: Region,
    data: LayerData,
    upload: "UploadedFile[Any]",
    replaces: Layer | None = None,
) -> Layer:
    """Read a file and keep what it would give, without using it. Raises NotAllowed, ValidationError, DomainError."""
    _require_keeper(actor, region)
    if data.dated > clock.today():
        raise _unfit(_("Tanggal data tidak boleh di masa depan."), _("Isi tanggal data itu dikumpulkan."))
    if replaces is not None:
        _require_state(_locked(replaces), LayerState.DIPAKAI)
    file = store_upload(upload=upload, actor=actor, kind="layer", accept=LAYERS)
    reading = _read(file, data.name_column, data.epsg)
    facts = dict(vars(data))
    return Layer.objects.create(
        region=region, file=file, replaces=replaces, shape=reading.shape, feature_count=len(reading.rows),
        faults=[list(fault) for fault in reading.faults[:MOST_FAULTS]],
        notes=[list(note) for note in reading.notes[:MOST_FAULTS]], added_by=actor, added_at=clock.now(), **facts,
    )  # fmt: skip


def _read(file: StoredFile, name_column: str, epsg: int | None) -> FeatureReading:
    try:
        return read_features(file.name, read_bytes(file), name_column, epsg=epsg)
    except UnreadableError as error:
        raise _unfit(error.message, error.remedy) from None


def _unfit(message: str, remedy: str) -> DomainError:
    return DomainError(message, remedy=remedy, status=422)


@transaction.atomic
def adopt_layer(*, actor: User, layer: Layer, skip_faulty: bool = False) -> Layer:
    """Take a tried layer into use, all its features or none; the one it replaces is withdrawn.

    Features with faults are left out only where the person says so. Raises NotAllowed, ImpossibleStep, NotReady.
    """
    row = _locked(layer)
    _require_keeper(actor, row.region)
    _require_state(row, LayerState.PRATINJAU)
    if row.faults and not skip_faulty:
        raise NotReady(
            _("%(count)s objek dalam berkas ini salah.") % {"count": len(row.faults)},
            remedy=_("Perbaiki berkasnya lalu unggah lagi, atau centang bahwa objek yang salah dilewati."),
        )
    if row.file is None or not row.feature_count:
        raise NotReady(
            _("Tidak ada objek yang dapat dipakai."), remedy=_("Perbaiki berkasnya, lalu unggah lagi.")
        )
    if row.replaces is not None:
        _withdraw(actor, _locked(row.replaces), _("Digantikan oleh “%(name)s”.") % {"name": row.name})
    fill_layer(row, _read(row.file, row.name_column, row.epsg).rows)
    return row


def fill_layer(layer: Layer, rows: list[FeatureRow]) -> None:
    """Write the features and let the layer count."""
    LayerFeature.objects.bulk_create([_feature(layer, row) for row in rows], batch_size=1000)
    layer.state, layer.feature_count = LayerState.DIPAKAI, len(rows)
    layer.save(update_fields=["state", "feature_count"])


def _feature(layer: Layer, row: FeatureRow) -> LayerFeature:
    west, south, east, north = row.geometry.bounds
    return LayerFeature(
        layer=layer, name=row.name, geometry=json.loads(shapely.to_geojson(row.geometry)), figures=row.figures,
        west=west, south=south, east=east, north=north,
    )  # fmt: skip


@transaction.atomic
def withdraw_layer(*, actor: User, layer: Layer, reason: str) -> Layer:
    """Let a layer no longer count; its rows stay for the record."""
    row = _locked(layer)
    _require_keeper(actor, row.region)
    if not reason.strip():
        raise _unfit(_("Alasan wajib diisi."), _("Tulis mengapa lapisan ini ditarik."))
    _withdraw(actor, row, reason.strip())
    return row


def _withdraw(actor: User, row: Layer, reason: str) -> None:
    if row.state == LayerState.DITARIK:
        raise ImpossibleStep(
            _("Lapisan “%(name)s” sudah ditarik.") % {"name": row}, remedy=_("Muat ulang daftar lapisan.")
        )
    row.state, row.withdrawn_at, row.withdraw_reason = LayerState.DITARIK, clock.now(), reason[:500]
    row.withdrawn_by = actor
    row.save(update_fields=["state", "withdrawn_at", "withdraw_reason", "withdrawn_by"])


def _locked(layer: Layer) -> Layer:
    return (
        Layer.objects.select_for_update(of=("self",))
        .select_related("region", "file", "replaces")
        .get(pk=layer.pk)
    )


def _require_state(row: Layer, state: LayerState) -> None:
    if row.state != state:
        raise ImpossibleStep(
            _("Lapisan “%(name)s” kini %(state)s.") % {"name": row, "state": row.get_state_display().lower()},
            remedy=_("Muat ulang daftar lapisan."),
        )
