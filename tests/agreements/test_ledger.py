"""The depositary ledger: every act is sealed, any edit is found, and the export is checked without the server."""

import json
import subprocess
import sys
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from agreements.ledger import verify
from agreements.ledger.reading import export_of, ledger_faults
from agreements.ledger.sealing import make_anchor, seal_events
from agreements.models import CaseDocument, CaseEvent, LedgerAnchor, LedgerEntry, NaskahParty
from ksd.core import clock
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(cast):
    play = Play(cast)
    play.to("uji_dprd")
    return play


def faults(play):
    return ledger_faults(play.case, export_of(play.case, play.cast.officer))


def test_every_act_of_the_history_is_sealed_in_its_order(signed):
    entries = list(LedgerEntry.objects.of(signed.case))
    events = list(CaseEvent.objects.filter(case=signed.case).order_by("pk"))
    assert [entry.event for entry in entries] == events
    assert [entry.sequence for entry in entries] == list(range(1, len(events) + 1))
    assert faults(signed) == []


def test_the_seal_holds_papers_and_signatures(signed):
    payloads = {entry.event.arrow: entry.payload for entry in LedgerEntry.objects.of(signed.case)}
    assert payloads["kirim_penawaran"]["papers"][0]["kind"] == "surat_penawaran"
    assert len(payloads["kirim_penawaran"]["papers"][0]["sha256"]) == 64
    signatures = (
        payloads["kb_ditandatangani"]["text"]["signatures"]
        if "text" in payloads["kb_ditandatangani"]
        else None
    )
    last = signatures or [p for p in payloads.values() if "text" in p][-1]["text"]["signatures"]
    assert all(row["number"] and row["signed_on"] for row in last)


EDITS = {
    "a reason": lambda play: CaseEvent.objects.filter(case=play.case, arrow="terima").update(reason="lain"),
    "a date": lambda play: CaseEvent.objects.filter(case=play.case, arrow="terima").update(on="2020-01-01"),
    "a number of a letter": lambda _play: CaseDocument.objects.filter(kind="surat_penawaran").update(
        number="X"
    ),
    "a signature": lambda play: NaskahParty.objects.filter(naskah__case=play.case).update(number="PALSU/1"),
    "a sealed payload": lambda play: LedgerEntry.objects.filter(case=play.case, sequence=2).update(
        payload={}
    ),
    "a seal": lambda play: LedgerEntry.objects.filter(case=play.case, sequence=3).update(hash="0" * 64),
    "a removed entry": lambda play: LedgerEntry.objects.filter(case=play.case, sequence=2).delete(),
}


@pytest.mark.parametrize("edit", EDITS)
def test_any_edit_in_the_database_is_found(signed, edit):
    EDITS[edit](signed)
    try:
        found = faults(signed)
    except (KeyError, TypeError):
        pytest.fail("a broken payload must be reported, not raised")
    assert found, edit


def test_a_chain_rewritten_as_a_whole_no_longer_stands_in_its_anchor(signed):
    make_anchor()
    CaseEvent.objects.filter(case=signed.case, arrow="terima").update(reason="ditulis ulang")
    LedgerEntry.objects.filter(case=signed.case).delete()
    seal_events(signed.case)
    found = faults(signed)
    assert any("Jangkar" in fault for fault in found)


def test_one_anchor_a_day_and_one_after_an_outage_covers_all(signed):
    first = make_anchor()
    assert first is not None
    assert make_anchor() is None
    assert LedgerAnchor.objects.count() == 1
    with clock.frozen(date(2026, 11, 26)):
        assert make_anchor() is None, "nothing new happened"
        signed.answer_dprd()
        second = make_anchor()
    assert second is not None
    assert second.previous == first.hash
    assert faults(signed) == []
    export = export_of(signed.case, signed.cast.officer)
    proven = [anchor["proof"]["sequence"] for anchor in export["anchors"]]
    assert proven[0] < proven[1] == len(export["entries"])


def test_merkle_paths_lead_every_leaf_to_the_root():
    for count in range(1, 20):
        leaves = [verify.seal(number) for number in range(count)]
        root, paths = verify.merkle(leaves)
        assert all(verify.climb(leaf, path) == root for leaf, path in zip(leaves, paths, strict=True))
        assert verify.climb(verify.seal("fremd"), paths[0]) != root


def test_a_partner_checks_the_chain_without_reading_what_came_before_the_offer(signed, cast):
    make_anchor()
    export = export_of(signed.case, cast.partner)
    withheld = [entry for entry in export["entries"] if entry["payload"] is None]
    assert withheld
    assert "Alasan contoh" not in json.dumps(withheld)
    assert verify.faults_of(export) == []


def run_verifier(tmp_path: Path, export: object) -> subprocess.CompletedProcess[str]:
    """The verifier as an inspector runs it: the file alone, isolated from this project."""
    script, file = tmp_path / "periksa_buku.py", tmp_path / "ekspor.json"
    script.write_bytes(Path(verify.__file__).read_bytes())
    file.write_text(json.dumps(export), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-I", str(script), str(file)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )


def test_the_verifier_needs_nothing_but_python(signed, tmp_path):
    make_anchor()
    export = json.loads(json.dumps(export_of(signed.case, signed.cast.officer)))
    good = run_verifier(tmp_path, export)
    assert (good.returncode, "UTUH" in good.stdout) == (0, True), good.stdout + good.stderr
    forged = deepcopy(export)
    forged["entries"][3]["payload"]["act"]["reason"] = "disisipkan"
    bad = run_verifier(tmp_path, forged)
    assert (bad.returncode, "TIDAK UTUH" in bad.stdout) == (1, True)
    assert run_verifier(tmp_path, {"format": "lain"}).returncode == 1
    assert run_verifier(tmp_path, {"format": verify.FORMAT}).returncode == 1


def test_the_page_says_whether_the_ledger_is_whole(signed, client):
    client.force_login(signed.cast.officer)
    url = reverse("agreements:ledger", args=[signed.case.public_id])
    assert "Buku ini utuh." in client.get(url).content.decode()
    NaskahParty.objects.filter(naskah__case=signed.case).update(number="PALSU/1")
    assert "Buku ini tidak utuh." in client.get(url).content.decode()


def test_the_page_costs_the_same_for_a_short_and_a_long_chain(cast, client, django_assert_max_num_queries):
    client.force_login(cast.officer)
    play = Play(cast)
    url = reverse("agreements:ledger", args=[play.case.public_id])
    client.get(url)
    with django_assert_max_num_queries(40) as short:
        client.get(url)
    play.to("menunggu_tanggapan")
    # The tabs of a later state ask whether there are texts; the chain itself costs the same.
    with django_assert_max_num_queries(len(short) + 6):
        client.get(url)
