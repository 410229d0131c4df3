"""The components of templates/components, seen as one page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, Template

ROOT = Path(__file__).parents[2]
OURS = sorted((ROOT / "templates").rglob("*.html"))


class Reader(HTMLParser):
    """Collects what a strict content security policy would stop, and headings."""

    def __init__(self):
        super().__init__()
        self.inline, self.headings, self.labels, self.inputs = [], [], set(), set()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.inline.append(tag)
        if tag == "h1":
            self.headings.append(tag)
        if tag == "label":
            self.labels.add(given.get("for"))
        if (
            tag in {"input", "select", "textarea"}
            and given.get("type") not in {"hidden", "submit"}
            and "aria-label" not in given
        ):
            self.inputs.add(given.get("id"))


@pytest.fixture
def gallery(cast, signed_in):
    return signed_in(cast.admin).get("/galeri/").text


def read(text):
    reader = Reader()
    reader.feed(text)
    return reader


def test_no_page_carries_inline_style_or_script(gallery):
    assert read(gallery).inline == []


def test_every_field_has_its_label(gallery):
    reader = read(gallery)
    assert reader.inputs <= reader.labels


def test_the_page_tells_its_language_and_place(gallery):
    assert '<html lang="id"' in gallery
    assert 'class="ksd-skip" href="#isi"' in gallery
    assert 'aria-label="Lokasi halaman"' in gallery
    assert 'role="status"' in gallery


def test_the_menu_opens_without_script_and_shows_where_one_is(cast, signed_in):
    text = signed_in(cast.admin).get("/akun/profil/").text
    assert 'type="checkbox" id="menu"' in text
    assert "/admin/" in text
    home = signed_in(cast.officer).get("/akun/profil/").text
    assert "/admin/" not in home


def test_leaving_and_changing_language_are_posts(gallery):
    assert re.search(r'<form[^>]*method="post"[^>]*action="/akun/logout/"', gallery)
    assert re.search(r'<form[^>]*method="post"[^>]*action="/bahasa/setlang/"', gallery)


def test_the_language_is_changed_and_kept(cast, signed_in):
    client = signed_in(cast.officer)
    client.post("/bahasa/setlang/", {"language": "en", "next": "/akun/profil/"})
    assert '<html lang="en"' in client.get("/akun/profil/").text


def test_scripts_and_styles_are_our_own_files(cast, signed_in):
    answer = signed_in(cast.admin).get("/galeri/")
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert re.findall(r'<script src="([^"]+)"', answer.text) == [
        "/static/tabler/tabler.min.js",
        "/static/django_htmx/htmx-2.min.js",
        "/static/js/ksd.js",
    ]
    assert not re.search(r'(?:src|href)="https?://', answer.text)


def test_pages_of_a_list_keep_its_filters(cast, signed_in):
    text = signed_in(cast.admin).get("/galeri/?state=telaah&page=3").text
    assert "?state=telaah&amp;page=4" in text
    assert "41–60 dari 412" in text
    assert '<details class="card ksd-filter" open>' in text


def test_facts_show_a_nought_and_a_dash_for_what_is_missing(gallery):
    assert "<dd>0</dd>" in gallery
    assert "belum diisi" in gallery


@pytest.mark.parametrize(
    ("written", "shown"),
    [("error", "danger"), ("success", "success"), ("ungu", "secondary"), ("", "secondary")],
)
def test_an_unknown_tone_is_the_quiet_one(written, shown):
    text = Template('{% include "components/badge.html" with label="Tahap" tone=tone only %}').render(
        Context({"tone": written})
    )
    assert f"ksd-badge-{shown}" in text or (written == "" and "ksd-badge-secondary" in text)


@pytest.mark.parametrize(
    "call",
    [
        'empty.html" with title="Kosong"',
        'stat.html" with label="Jumlah" value=0',
        'progress.html" with percent=0 label="Menunggu"',
        'field_help.html" with text="Bantuan"',
        'page_header.html" with title="Judul"',
    ],
)
def test_a_component_needs_only_its_required_variables(call):
    assert Template(f'{{% include "components/{call} only %}}').render(Context()).strip()


def test_messages_say_their_tone_without_colour(cast, signed_in):
    client = signed_in(cast.officer)
    client.post("/akun/logout/")
    text = client.get("/akun/login/").text
    assert "alert-success" in text
    assert "#circle-check" in text


def test_no_template_of_ours_writes_style_or_script_into_the_page():
    # Mail and the printed naskah are read by other programs than a browser under our policy.
    pages = [path for path in OURS if "mail" not in path.parts and path.name != "print.html"]
    inline = re.compile(r'\sstyle="|<style|\son[a-z]+="')
    assert [path.name for path in pages if inline.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "template", sorted((ROOT / "templates/components").glob("*.html")), ids=lambda path: path.name
)
def test_a_component_is_short_and_names_its_variables(template):
    lines = template.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 40
    assert lines[0].startswith("{#")
