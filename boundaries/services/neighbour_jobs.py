"""The neighbours of a whole layer, computed by the worker."""

from typing import Any

from django.utils.translation import gettext as _

from boundaries.models import RegionLayer
from boundaries.services.adjacency import compute_adjacency, layer_in_use, save_adjacency
from boundaries.services.importing.rights import keeps_layers
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotAllowed
from ksd.core.jobs import Report, job_handler, job_viewer, request_job
from ksd.core.models import Job

NEIGHBOUR_JOB = "boundaries_neighbours"


def request_neighbours(*, actor: User, result_url: str) -> Job:
    """Ask the worker to compute and keep the neighbours of the layer in use."""
    if not keeps_layers(actor):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah tabel perbatasan."),
            remedy=_("Mintalah Biro Pemerintahan provinsi."),
        )
    layer = layer_in_use()
    return request_job(
        kind=NEIGHBOUR_JOB, key=f"{layer.pk}:{clock.now():%Y%m%d%H%M}", actor=actor,
        label=_("Menghitung perbatasan dari lapisan %s") % layer.name,
        payload={"layer": layer.pk, "actor": actor.pk, "result_url": result_url},
    )  # fmt: skip


@job_handler(NEIGHBOUR_JOB)
def do_neighbours(job: Job, report: Report) -> None:
    """Compute and keep; done twice it says the same."""
    report(10, _("Membandingkan tepi semua wilayah"))
    computed = compute_adjacency(RegionLayer.objects.get(pk=job.payload["layer"]))
    report(80, _("Menyimpan tabel perbatasan"))
    saved = save_adjacency(actor=User.objects.get(pk=job.payload["actor"]), computed=computed)
    told = _(
        "%(borders)d perbatasan: %(added)d baru, %(updated)d diperbarui, %(removed)d dihapus, %(kept)d dari sumber lain dibiarkan."
    )
    report(99, told % {
        "borders": len(computed.borders), "added": saved.added, "updated": saved.updated, "removed": saved.removed,
        "kept": saved.kept,
    })  # fmt: skip


@job_viewer(NEIGHBOUR_JOB)
def may_see_neighbours(user: Any, _job: Job) -> bool:
    """Whoever keeps layers."""
    return keeps_layers(user)
