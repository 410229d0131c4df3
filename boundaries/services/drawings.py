"""The layer in use, drawn for the map: made once per layer and level, read many times."""

import gzip
import json
from functools import lru_cache

from django.db.models import QuerySet, Sum, TextField
from django.db.models.functions import Cast, Length
from django.utils.translation import gettext as _

from boundaries.geo.drawing import BUDGETS
from boundaries.geo.drawn import Drawn
from boundaries.models import LayerDrawing, RegionLayer
from boundaries.tasks.drawings import DRAWING_JOB, draw_layer
from ksd.accounts.models import User
from ksd.core.jobs import request_job
from ksd.core.models import Job

LEVELS = range(len(BUDGETS))
# A layer written with more letters than this takes longer to draw than a reader waits.
MOST_LETTERS = 8_000_000
_LETTERS = Sum(Length(Cast("shapes__coordinates", TextField())))


def drawings_in_use(level: int) -> QuerySet[LayerDrawing]:
    """The drawing of the layer in use at a level: one row, or none when it is not made yet."""
    return LayerDrawing.objects.filter(layer__in_use=True, level=level)


def digests_in_use() -> dict[int, str]:
    """The checksums of the drawings there are, by level."""
    return dict(LayerDrawing.objects.filter(layer__in_use=True).values_list("level", "digest"))


def prepare_level(level: int) -> LayerDrawing | None:
    """Make the drawing of the layer in use where it is missing; None without a layer, or while a worker draws a large one."""
    layer = RegionLayer.objects.filter(in_use=True).annotate(letters=_LETTERS).first()
    if layer is None:
        return None
    if (layer.letters or 0) > MOST_LETTERS:
        request_drawings(layer=layer, actor=None)
        return None
    return draw_layer(layer=layer, level=level)


def drawn(level: int) -> Drawn | None:
    """The drawing of the layer in use, read as data; None without a layer."""
    digest = drawings_in_use(level).values_list("digest", flat=True).first()
    if digest is None:
        made = prepare_level(level)
        digest = made.digest if made is not None else None
    return _unpacked(digest) if digest else None


def request_drawings(*, layer: RegionLayer, actor: User | None) -> Job:
    """Have a worker draw a layer at all levels, so that its first reader need not wait."""
    return request_job(
        kind=DRAWING_JOB,
        key=f"{layer.pk}-{layer.digest[:16]}",
        payload={"layer": layer.pk},
        actor=actor,
        label=_("Gambar lapisan wilayah “%(layer)s”") % {"layer": layer.name},
    )


@lru_cache(maxsize=4)
def _unpacked(digest: str) -> Drawn:
    """A drawing never changes under its checksum, so each process reads it once."""
    body = LayerDrawing.objects.filter(digest=digest).values_list("body", flat=True)[:1].get()
    return Drawn(json.loads(gzip.decompress(bytes(body))))
