"""Browser assets: only what is needed, from the lock, with no address in it."""

import json
import re

import pytest

from tests.tooling.programs import ROOT, run, tool

VENDOR = ROOT / "vendor"
needs_assets = pytest.mark.skipif(not (VENDOR / ".stamp").exists(), reason="assets are not installed here")


def test_the_lock_names_no_download_address():
    lock = json.loads((ROOT / "package-lock.json").read_text())
    assert not [name for name, row in lock["packages"].items() if "resolved" in row]
    assert all("integrity" in row for name, row in lock["packages"].items() if name)


def test_no_package_may_run_a_script_while_it_is_installed():
    assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text()


def test_python_locks_carry_hashes_and_no_address():
    for path in (ROOT / "requirements").glob("*.txt"):
        words = path.read_text()
        assert "--hash=sha256:" in words
        assert not re.search(r"https?://|--index-url|--find-links", words), path.name


def test_icon_names_are_listed_once_and_nothing_else():
    names = tool("assets").icon_names()
    assert len(names) > 100
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)


@needs_assets
def test_the_assets_were_made_from_these_lists():
    assert run("python3", "tools/assets.py", "--check").returncode == 0, "jalankan: make assets"


@needs_assets
def test_every_listed_icon_is_a_symbol_that_takes_the_colour_of_its_text():
    sprite = (VENDOR / "icons.svg").read_text()
    for name in tool("assets").icon_names():
        assert f'<symbol id="{name}" ' in sprite
    assert sprite.count("currentColor") == sprite.count("<symbol ")


@needs_assets
def test_no_asset_points_to_a_source_map_or_a_foreign_host():
    for path in VENDOR.rglob("*"):
        if path.suffix in {".css", ".js", ".mjs"}:
            words = path.read_text()
            assert "sourceMappingURL" not in words
            assert not re.search(r"url\(\s*[\"']?https?:|@import", words), path.name


@needs_assets
def test_the_licences_travel_with_what_they_cover():
    for name in (
        "fonts/arimo-LICENSE",
        "fonts/tinos-LICENSE",
        "data/idn-area-data/LICENSE.md",
        "maplibre/LICENSE.txt",
    ):
        assert (VENDOR / name).stat().st_size > 1000


@needs_assets
def test_every_typeface_a_style_sheet_names_is_there():
    for sheet in ("fonts.css", "arimo.css", "tinos.css"):
        for file in re.findall(r'url\("([^"]+)"\)', (VENDOR / "fonts" / sheet).read_text()):
            assert (VENDOR / "fonts" / file).exists()


def test_an_unknown_icon_stops_the_build_and_is_named(monkeypatch):
    assets = tool("assets")
    monkeypatch.setattr(assets, "icon_names", lambda: ["check", "tidak-ada-ikon-ini"])
    with pytest.raises(SystemExit, match="tidak-ada-ikon-ini"):
        assets.sprite()
