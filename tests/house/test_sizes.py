"""Nothing grows until nobody reads it: the sizes of the house."""

from pathlib import Path

from tests.house.sources import (
    OWN,
    ROOT,
    body_span,
    classes,
    functions,
    is_view,
    modules,
    short,
    span,
    templates,
    text,
)

MODULE, CLASS, FUNCTION, VIEW, TEMPLATE, COMPONENT = 300, 200, 30, 20, 120, 40
# path, or path::name, to the reason why it may be larger. Empty is the aim.
EXCEPTIONS: dict[str, str] = {}


def too_large(sizes: dict[str, int], limit: int) -> dict[str, int]:
    """Those above the limit that carry no reason."""
    return {place: size for place, size in sizes.items() if size > limit and place not in EXCEPTIONS}


def lines(path: Path) -> int:
    return text(path).count("\n")


def test_no_module_is_longer_than_three_hundred_lines():
    assert not too_large({short(path): lines(path) for path in modules(*OWN, "tests")}, MODULE)


def test_no_class_is_longer_than_two_hundred_lines():
    sizes = {f"{short(path)}::{node.name}": span(node) for path in modules(*OWN) for node in classes(path)}
    assert not too_large(sizes, CLASS)


def test_no_function_is_longer_than_thirty_lines():
    # Without its signature: a keyword-only, typed service has a line for each argument.
    sizes = {
        f"{short(path)}::{node.name}": body_span(node) for path in modules(*OWN) for node in functions(path)
    }
    assert not too_large(sizes, FUNCTION)


def test_no_view_is_longer_than_twenty_lines():
    views = ((path, node) for path in modules(*OWN) for node in functions(path) if is_view(path, node))
    sizes = {f"{short(path)}::{node.name}": body_span(node) for path, node in views}
    assert not too_large(sizes, VIEW)


def test_no_template_is_longer_than_its_limit():
    components = ROOT / "templates" / "components"
    sizes = {path: lines(path) for path in templates()}
    pages = {short(path): size for path, size in sizes.items() if components not in path.parents}
    parts = {short(path): size for path, size in sizes.items() if components in path.parents}
    assert not too_large(pages, TEMPLATE)
    assert not too_large(parts, COMPONENT)


def test_every_exception_still_exists_and_says_why():
    for place, reason in EXCEPTIONS.items():
        assert (ROOT / place.split("::")[0]).exists(), f"{place} is gone: remove its exception"
        assert len(reason.split()) >= 4, f"{place} needs a reason"
