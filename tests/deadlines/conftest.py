"""A deadline of a region, and the calendar of 2025 and 2026."""

from datetime import date

import pytest

from ksd.deadlines import reference
from ksd.deadlines.services import start_deadline


@pytest.fixture
def holidays(db):
    reference.load()


@pytest.fixture
def begin(cast):
    """Start a term for Kutai Kartanegara; any region serves as the matter itself."""

    def start(**changes):
        facts = {
            "actor": cast.officer,
            "subject": cast.kukar,
            "code": "tanggapan",
            "title": "Tanggapan atas penawaran",
            "legal_basis": "Pasal 14 ayat (1) Permendagri 22/2020",
            "base_date": date(2026, 11, 3),
            "base_label": "penawaran diterima",
            "length": 30,
            "regions": [cast.kukar],
            "responsible_label": "Kutai Barat",
            "remind_days": (7, 3, 1, 0),
        }
        return start_deadline(**(facts | changes))

    return start
