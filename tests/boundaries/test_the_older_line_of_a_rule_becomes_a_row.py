"""The older single line "Permendagri 30/2017" of a segment becomes a regulation that settles it."""

import pytest
from django.apps import apps

from boundaries import reference_rules
from boundaries.models import Regulation
from boundaries.moving import move_regulations
from tests.boundaries.rows import segment


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Permendagri 30/2017", "Permendagri 30/2017"),
        ("Permendagri 030/2017", "Permendagri 30/2017"),
        ("Kepmendagri 5/2011", "Kepmendagri 5/2011"),
        ("UU 47/1999", "UU 47/1999"),
        ("PP 2/1997", "PP 2/1997"),
        (" Permendagri 30/2017 ", "Permendagri 30/2017"),
    ],
)
def test_a_citation_becomes_a_settling_rule(cast, text, cited):
    row = segment(cast.kukar, cast.kubar, regulation=text, regulation_title="Batas contoh")
    move_regulations(apps)
    move_regulations(apps)  # again: nothing twice
    basis = row.bases.settling().get()
    assert (basis.regulation.citation, basis.regulation.title) == (cited, "Batas contoh")
    row.refresh_from_db()
    assert row.regulation == text


@pytest.mark.parametrize(
    "text", ["", "Permendagri", "Permendagri 30/2017 dan 31/2017", "Keputusan 3", "Permendagri 30/1017"]
)
def test_other_words_stay_words(cast, text):
    segment(cast.kukar, cast.kubar, regulation=text)
    move_regulations(apps)
    assert not Regulation.objects.exists()


def test_one_rule_for_several_segments_is_one_row(cast):
    rows = [
        segment(cast.kukar, other, regulation="Permendagri 30/2017") for other in (cast.kubar, cast.paser)
    ]
    move_regulations(apps)
    assert Regulation.objects.get().uses.count() == len(rows)


def test_a_rule_moved_here_is_completed_once_with_every_segment_it_settles(cast, monkeypatch):
    rows = [
        segment(cast.kukar, cast.kubar, regulation="Permendagri 30/2017"),
        segment(cast.kukar, cast.paser),
    ]
    move_regulations(apps)
    known = {
        "kind": "permendagri", "number": "30", "year": 2017, "source": "contoh", "verified": True,
        "menetapkan": [[side.code for side in row.sides] for row in rows],
    }  # fmt: skip
    monkeypatch.setattr(
        reference_rules, "read_rules", lambda: {"regulation": [known], "court_case": [], "leg": []}
    )
    reference_rules.load_rules()
    rule = Regulation.objects.get()
    assert (rule.source, rule.uses.count()) == ("contoh", 2)
    rule.uses.filter(segment=rows[1]).delete()  # what the office takes off stays off
    reference_rules.load_rules()
    assert rule.uses.count() == 1
