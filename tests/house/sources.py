"""Our own sources, read once for the tests of the house rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("ksd", "regions", "agreements", "meetings", "boundaries")
OWN = (*APPS, "tools")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules(*folders: str) -> tuple[Path, ...]:
    """Python files of the folders, without what Django writes."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(sorted(path for path in found if "migrations" not in path.parts))


@cache
def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def text(path: Path) -> str:
    """The file as it stands."""
    return path.read_text(encoding="utf-8")


@cache
def templates() -> tuple[Path, ...]:
    """Every template of ours."""
    return tuple(sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file()))


def short(path: Path) -> str:
    """The path as the reader of a failure wants it."""
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of the module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def classes(path: Path) -> Iterator[ast.ClassDef]:
    """Every class of the module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            yield node


def doc_lines(node: ast.AST) -> int:
    """How many lines the docstring takes: words of explanation do not count as code."""
    body = getattr(node, "body", [])
    if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        return (body[0].end_lineno or 0) - body[0].lineno + 1
    return 0


def span(node: Function | ast.ClassDef) -> int:
    """Lines from the name to the end, without the docstring."""
    return (node.end_lineno or node.lineno) - node.lineno + 1 - doc_lines(node)


def body_span(node: Function) -> int:
    """Lines of the body alone."""
    first = node.body[0].lineno
    return (node.end_lineno or first) - first + 1 - doc_lines(node)


def is_view(path: Path, node: Function) -> bool:
    """A view stands in a room called views and takes the request first."""
    in_room = path.name == "views.py" or path.parent.name == "views"
    answers = node.returns is not None and ast.unparse(node.returns).endswith("Response")
    takes = bool(node.args.args) and node.args.args[0].arg == "request" and not node.args.kwonlyargs
    return in_room and answers and takes and node.name[0] != "_"
