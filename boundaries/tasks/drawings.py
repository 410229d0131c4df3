"""Drawing a layer of outlines for the map, in the background after an import or when its first reader asks."""

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.geo.drawing import BUDGETS, Named, draw, multi_polygon
from boundaries.models import LayerDrawing, RegionLayer
from ksd.core.jobs import Report, job_handler
from ksd.core.models import Job

DRAWING_JOB = "boundary_drawing"


@job_handler(DRAWING_JOB)
def draw_all_levels(job: Job, report: Report) -> None:
    """Draw a layer at every level; done twice it is the same."""
    layer = RegionLayer.objects.get(pk=job.payload["layer"])
    for level in range(len(BUDGETS)):
        report(100 * level // len(BUDGETS), _("Menggambar tingkat rincian %(level)d") % {"level": level})
        draw_layer(layer=layer, level=level)


@transaction.atomic
def draw_layer(*, layer: RegionLayer, level: int) -> LayerDrawing:
    """Draw a layer at a level, in the place of what was drawn before; done twice it is the same."""
    shapes = layer.shapes.order_by("region__code").select_related("region")
    lands = {
        shape.region.code: Named(str(shape.region), multi_polygon(shape.coordinates)) for shape in shapes
    }
    facts = {
        "name": layer.name,
        "source": layer.source,
        "dated": layer.dated.isoformat() if layer.dated else "",
        "level": level,
    }
    drawn = draw(lands, BUDGETS[level], facts)
    row, _new = LayerDrawing.objects.update_or_create(
        layer=layer,
        level=level,
        defaults={
            "body": drawn.body,
            "digest": hashlib.sha256(drawn.body).hexdigest(),
            "tolerance": drawn.tolerance,
            "vertex_count": drawn.vertices,
        },
    )
    return row
