"""Words: docstrings that say something, and the field's own spelling."""

import ast
import re
from pathlib import Path

from tests.house.sources import APPS, OWN, ROOT, classes, functions, modules, short, templates, text, tree

# Lines that name the wrong spelling in order to recognise or correct it, by file.
WRONG_FORM_IS_DATA: dict[str, str] = {
    "tests/house/test_words.py": "this rule itself",
}
WORDED = ("*.py", "*.toml", "*.csv", "*.html", "*.txt", "*.js", "*.md", "*.po")
NAIVE_CLOCK = re.compile(r"\btimezone\.now\(|\bdate\.today\(|\bdatetime\.(now|today|utcnow)\(")


def worded_files() -> list[Path]:
    """Every file with words for people in it."""
    folders = [ROOT / name for name in (*APPS, "templates", "static", "docs", "locale")]
    found = [path for folder in folders for pattern in WORDED for path in folder.rglob(pattern)]
    return [*found, ROOT / "README.md"]


def test_kerja_sama_is_two_words():
    wrong = [
        f"{short(path)}:{number}"
        for path in worded_files()
        if path.exists() and short(path) not in WRONG_FORM_IS_DATA
        for number, line in enumerate(text(path).splitlines(), 1)
        if re.search(r"\bkerjasama\b", line, re.IGNORECASE) and "bentuk-salah" not in line
    ]
    assert not wrong, "tulis 'kerja sama', atau tandai baris data dengan 'bentuk-salah'"


def test_a_docstring_begins_with_one_whole_sentence_on_one_line():
    bad = []
    for path in modules(*OWN):
        for node in (tree(path), *classes(path), *functions(path)):
            words = ast.get_docstring(node)
            if words and not words.splitlines()[0].rstrip().endswith((".", "?", "!", ":", ";")):
                bad.append(f"{short(path)}:{getattr(node, 'name', 'module')}")
    assert not bad


def test_time_is_asked_of_one_clock_only():
    clock = ROOT / "ksd" / "core" / "clock.py"
    naive = [short(path) for path in modules(*APPS) if path != clock and NAIVE_CLOCK.search(text(path))]
    assert not naive, "use ksd.core.clock"


def test_there_is_no_room_for_odds_and_ends():
    odd = [short(path) for path in modules(*OWN) if path.stem in {"utils", "helpers", "misc", "common"}]
    assert not odd


def test_every_template_speaks_through_the_catalogue_tag_it_loads():
    """A page that translates loads i18n itself: inclusion does not inherit libraries."""
    wrong = [
        short(path)
        for path in templates()
        if re.search(r"{%\s*(translate|blocktranslate)\b", text(path))
        and not re.search(r"{%\s*load\b[^%]*\bi18n\b", text(path))
    ]
    assert not wrong
