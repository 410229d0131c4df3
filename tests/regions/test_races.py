"""Two people acting on the same region at once (needs a database with row locks)."""

from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from ksd.core import clock
from ksd.core.errors import DomainError
from regions.models import Official, RegionChange
from regions.services.directory import OfficialData, add_official
from regions.services.register import apply_import, preview_import
from tests import factories

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="baris dikunci hanya di PostgreSQL"),
]


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts together and return what was refused."""
    gate, refused = Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        try:
            with clock.frozen(factories.TODAY):
                gate.wait(10)
                act()
        except (DomainError, ValidationError) as error:
            refused.append(str(error))
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return refused


def test_two_officers_recording_a_head_at_once_make_one(cast):
    def record(name: str) -> Callable[[], object]:
        data = OfficialData(
            name=name, position="kepala_daerah", position_title="Bupati", term_start=date(2025, 2, 20)
        )
        return lambda: add_official(actor=cast.admin, region=cast.kukar, data=data)

    refused = at_once(record("Contoh Satu"), record("Contoh Dua"))
    assert len(refused) == 1
    assert "bertumpuk" in refused[0]
    assert Official.objects.count() == 1


def test_an_import_confirmed_twice_at_once_is_applied_once(cast):
    rows = b"code,name\n64.01,Paser\n64.02,Kutai Raya\n64.07,Kutai Barat\n"
    made = preview_import(
        actor=cast.admin,
        upload=SimpleUploadedFile("daftar.csv", rows),
        source="Kepmendagri contoh",
        effective_on=date(2026, 11, 1),
        scope=cast.kaltim,
    )
    refused = at_once(*[lambda: apply_import(actor=cast.admin, upload=made)] * 2)
    assert len(refused) == 1
    assert "sudah diterapkan" in refused[0]
    assert RegionChange.objects.count() == 1
