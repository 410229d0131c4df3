"""English: complete, with the same blanks to fill, and never chosen for anybody."""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation import template

from tests.house.sources import APPS, ROOT, modules, templates, text, tree

CATALOGUE = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
REMEDY = (
    "manage.py makemessages -l en --no-location --no-wrap --no-obsolete"
    " --ignore=.venv --ignore=.node --ignore=node_modules --ignore=vendor --ignore=var --ignore=tests"
)
CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
BLANK = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{[^}]*\}|</?[a-z][^>]*>")
# What Django turns a template into for the extraction: calls whose first string is the msgid.
IN_TEMPLATE = re.compile(r"""\b(?:_|n?gettext)\((u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))""")


@cache
def catalogue() -> tuple[Message, ...]:
    """Every entry but the header."""
    with CATALOGUE.open("rb") as file:
        return tuple(message for message in read_po(file, locale="en") if message.id)


def forms(words: str | Sequence[str] | None) -> list[str]:
    """Singular and plural, or the one form there is."""
    return [words] if isinstance(words, str) else list(words or [""])


def said_in_code() -> Iterator[tuple[str, str]]:
    """Words that modules of ours hand to gettext, each with the context it is said in, mostly none."""
    for path in modules(*APPS):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and (called := getattr(node.func, "id", "")) in CALLS | IN_CONTEXT:
                context, words = node.args[:2] if called in IN_CONTEXT else (ast.Constant(""), *node.args[:1])
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    yield ast.literal_eval(context), words.value


def said_in_templates() -> Iterator[tuple[str, str]]:
    """Words that templates of ours mark for translation; none of them needs a context."""
    for path in templates():
        if path.suffix in {".html", ".txt"}:
            marked = IN_TEMPLATE.findall(template.templatize(text(path)))
            yield from (("", ast.literal_eval(words)) for words in marked)


@pytest.fixture(autouse=True)
def _leave_no_language_behind() -> Iterator[None]:
    """A request leaves its language in the thread; the next test shall not speak English."""
    yield
    translation.deactivate()


@pytest.fixture
def in_english(client):
    """A visitor's browser that has chosen English with the switch."""
    client.post("/bahasa/setlang/", {"language": "en", "next": "/"})
    return client


def test_every_entry_is_translated():
    assert len(catalogue()) > 1000
    empty = [message.id for message in catalogue() if not all(forms(message.string)) or message.fuzzy]
    assert not empty


def test_every_translation_has_the_blanks_of_its_source():
    different = [
        (words, said)
        for message in catalogue()
        for words in [forms(message.id)[-1]]
        for said in forms(message.string)
        if sorted(BLANK.findall(words)) != sorted(BLANK.findall(said))
        or words.count("\n") != said.count("\n")
    ]
    assert not different


@pytest.mark.parametrize("said", [said_in_code, said_in_templates], ids=["code", "templates"])
def test_no_word_of_ours_is_missing_from_the_catalogue(said):
    known = {(message.context or "", forms(message.id)[0]) for message in catalogue()}
    found = set(said()) - {("", "")}
    assert len(found) > 300
    assert not found - known, f"{REMEDY}; then translate what is new"


def test_the_browser_s_wish_does_not_count(client, db):
    page = client.get("/akun/login/", HTTP_ACCEPT_LANGUAGE="en-GB,en;q=0.9")
    assert '<html lang="id"' in page.text
    assert page.headers["Content-Language"] == "id"


def test_a_visitor_chooses_english(in_english, db):
    page = in_english.get("/akun/login/", HTTP_ACCEPT_LANGUAGE="id").text
    assert '<html lang="en"' in page
    assert "Forgot your password?" in page
    assert "Lupa kata sandi?" not in page


def test_the_switch_turns_the_navigation_to_english_and_back(signed_in, cast):
    browser = signed_in(cast.officer)
    assert browser.post("/bahasa/setlang/", {"language": "en", "next": "/"}).status_code == 302
    page = browser.get("/kalender/").text
    assert '<html lang="en"' in page
    for words in ("Main menu", "My work", "Cooperation", "Coordination meetings", "Regional boundaries"):
        assert words in page
    for words in ("Menu utama", "Pekerjaan saya", "Rapat koordinasi", "Batas daerah"):
        assert words not in page
    browser.post("/bahasa/setlang/", {"language": "id", "next": "/"})
    assert "Menu utama" in browser.get("/kalender/").text


@pytest.mark.parametrize(
    "path", ["/kerja-sama/", "/rapat/", "/batas/", "/wilayah/", "/kalender/", "/akun/peran/"]
)
def test_main_pages_open_in_english(signed_in, cast, path):
    browser = signed_in(cast.officer)
    browser.post("/bahasa/setlang/", {"language": "en", "next": "/"})
    answer = browser.get(path)
    assert answer.status_code == 200
    assert '<html lang="en"' in answer.text
