"""Pages: nothing from a foreign host, nothing the content security policy refuses, every link leads somewhere."""

import re
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.sources import APPS, ROOT, functions, is_view, modules, short, templates, text

OWN_NAMESPACES = {
    "office",
    "core",
    "deadlines",
    "agreements",
    "issued",
    "meetings",
    "checkin",
    "rsvp",
    "boundaries",
    "mapping",
    "regions",
    "accounts",
}
FOREIGN = re.compile(
    r"""<(?:script|img|link|source|iframe|use|video|audio)\b[^>]*\b(?:src|href|srcset)\s*=\s*["'](?:https?:)?//"""
    r"""|url\(\s*["']?(?:https?:)?//|@import\s+["'](?:https?:)?//""",
    re.IGNORECASE,
)
INLINE = re.compile(r"""\sstyle\s*=\s*["']|<style\b|\son[a-z]+\s*=\s*["']|javascript:""", re.IGNORECASE)
BARE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|nonce)=)[^>]*>", re.IGNORECASE)
POST_FORM = re.compile(r"<form\b[^>]*\bmethod\s*=\s*[\"']post[\"'].*?</form>", re.IGNORECASE | re.DOTALL)
URL_TAG = re.compile(r"{%\s*url\s+[\"']([\w:-]+)[\"']")
ICON_TAG = re.compile(r"{%\s*icon\s+[\"']([\w-]+)[\"']")
# Pages of errors answer whatever method went wrong.
HANDLERS = {"bad_request", "forbidden", "not_found", "server_error", "csrf_failure"}
GUARDS = {"require_GET", "require_POST", "require_safe", "require_http_methods"}


def for_browsers() -> list[Path]:
    """Templates that a browser shows: mail and print follow other rules."""
    apart = {"email", "print.html", "mail"}
    return [path for path in templates() if path.suffix == ".html" and not apart & {*path.parts}]


def own_static() -> list[Path]:
    """Our own style sheets, scripts and drawings."""
    return [path for path in (ROOT / "static").rglob("*") if path.suffix in {".css", ".js", ".svg", ".mjs"}]


def found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Where the pattern occurs, as file:line."""
    return [
        f"{short(path)}:{text(path)[: hit.start()].count(chr(10)) + 1}"
        for path in paths
        for hit in pattern.finditer(text(path))
    ]


def named_urls(resolver: URLResolver, prefix: str = "") -> dict[str, URLPattern]:
    """Every named address, with its namespaces."""
    result: dict[str, URLPattern] = {}
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            result |= named_urls(pattern, inner)
        elif pattern.name:
            result[prefix + pattern.name] = pattern
    return result


def test_no_asset_comes_from_a_foreign_host():
    assert not found(FOREIGN, [*templates(), *own_static()])


def test_no_page_carries_inline_style_or_script():
    assert not found(INLINE, for_browsers())
    assert not found(BARE_SCRIPT, for_browsers())


def test_every_form_that_posts_carries_its_token():
    bare = [
        short(path)
        for path in for_browsers()
        for form in POST_FORM.findall(text(path))
        if "csrf_token" not in form and "{% crispy" not in form
    ]
    assert not bare


def test_every_link_in_a_template_leads_to_a_named_address():
    known = named_urls(get_resolver())
    dead = {
        f"{short(path)}: {name}"
        for path in templates()
        for name in URL_TAG.findall(text(path))
        if name not in known
    }
    assert not dead


def test_every_address_of_ours_has_a_name():
    nameless = [
        str(pattern.pattern)
        for resolver in get_resolver().url_patterns
        if isinstance(resolver, URLResolver) and resolver.namespace in OWN_NAMESPACES
        for pattern in resolver.url_patterns
        if isinstance(pattern, URLPattern) and not pattern.name
    ]
    assert not nameless


def test_every_icon_a_template_asks_for_is_in_the_sprite():
    lines = (ROOT / "tools" / "icons.txt").read_text().splitlines()
    listed = {line.split("#")[0].strip() for line in lines}
    missing = {name for path in templates() for name in ICON_TAG.findall(text(path))} - listed
    assert not missing, "add them to tools/icons.txt"


def test_every_view_says_which_methods_it_answers():
    bare = []
    for path in modules(*APPS):
        for node in functions(path):
            names = {getattr(d.func if hasattr(d, "func") else d, "id", "") for d in node.decorator_list}
            if is_view(path, node) and not names & GUARDS and node.name not in HANDLERS:
                bare.append(f"{short(path)}::{node.name}")
    assert not bare
