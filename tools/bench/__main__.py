"""Run every measure of this folder on an empty database, print a table and write var/bench.json."""

import importlib
import json
import os
import pkgutil
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from tools import bench
from tools.bench import Figure, Measure

ROOT = Path(__file__).resolve().parent.parent.parent
RESULT = ROOT / "var" / "bench.json"


def measures(wanted: list[str]) -> Iterator[tuple[str, Measure]]:
    """Each module of this folder that can measure, by name."""
    for module in sorted(pkgutil.iter_modules(bench.__path__), key=lambda found: found.name):
        if not module.name.startswith("_") and (not wanted or module.name in wanted):
            yield module.name, importlib.import_module(f"tools.bench.{module.name}").measure


def table(figures: list[Figure]) -> str:
    """The figures as a person reads them."""
    width = max((len(figure.name) for figure in figures), default=4)
    rows = [f"{'angka':{width}}  {'nilai':>8}  {'batas':>8}      keterangan"]
    for figure in figures:
        verdict = "baik " if figure.ok else "LEWAT"
        rows.append(
            f"{figure.name:{width}}  {figure.value:8.3f}  {figure.bound:8.3f}  {verdict} {figure.note}"
        )
    return "\n".join(rows)


def _measured(wanted: list[str]) -> tuple[list[Figure], bool]:
    """The figures of every measure, and whether one broke: what the others found is not lost with it."""
    figures: list[Figure] = []
    broken = False
    for name, measure in measures(wanted):
        try:
            figures += measure()
        except Exception:
            broken = True
            print(f"{name}:\n{traceback.format_exc()}", file=sys.stderr, flush=True)
    return figures, broken


def main() -> int:
    """Measure what is asked for (all by default); non-zero when a bound is broken."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ksd.settings")
    os.environ["KSD_VAR"] = str(ROOT / "var" / "bench")
    import django
    from django.test.runner import DiscoverRunner

    django.setup()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    runner.setup_test_environment()
    databases = runner.setup_databases()
    try:
        figures, broken = _measured(sys.argv[1:])
    finally:
        runner.teardown_databases(databases)
    print(table(figures))
    rows = [
        {"name": figure.name, "value": round(figure.value, 4), "bound": figure.bound, "ok": figure.ok}
        for figure in figures
    ]
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(rows, indent=2) + "\n")
    return 0 if not broken and all(figure.ok for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
