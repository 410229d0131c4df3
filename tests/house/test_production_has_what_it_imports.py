"""What the site imports stands in the list that `make run` installs, not only in the list of the testers."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.house.sources import APPS, ROOT, modules, text, tree

# `make run` starts through these; the other tools belong to the testers.
LAUNCH = ("supervise.py", "prepare.py", "signs.py", "assets.py")
OURS = {*APPS, "tools", "deploy"}


def plain(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(path: Path) -> Iterator[str]:
    """The top names a module imports, inside functions too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_the_site_imports_only_what_production_installs():
    lock = text(ROOT / "requirements" / "base.txt")
    pinned = {plain(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    files = [*modules(*APPS, "deploy"), *(ROOT / "tools" / name for name in LAUNCH)]
    wanted = {name for path in files for name in imported(path)} - set(sys.stdlib_module_names) - OURS
    packages = packages_distributions()
    missing = {name for name in wanted if not {plain(each) for each in packages.get(name, [name])} & pinned}
    assert not missing
