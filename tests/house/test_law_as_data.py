"""What the law says is data: code never asks which kind of case it has."""

import ast
import tomllib
from functools import cache

from tests.house.sources import ROOT, modules, short, text, tree

PACKS = ROOT / "agreements" / "law" / "packs"
KIND_WORDS = ("ksdd", "ksdpk", "ksdpl", "ksdll", "sinergi")
ASKING = {"kind", "kind_code", "pack_code", "case_kind", "naskah_kind"}


@cache
def law_words() -> frozenset[str]:
    """Codes that packs give to kinds, documents and texts."""
    lists = ("kinds", "documents", "naskah")
    packs = [tomllib.loads(text(path)) for path in PACKS.rglob("*.toml")]
    rows = [row for pack in packs for name in lists for row in pack.get(name, [])]
    return frozenset(row["code"] for row in rows if isinstance(row, dict))


def constants(node: ast.AST) -> list[str]:
    """The strings written into an expression."""
    return [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def name_of(node: ast.AST) -> str:
    """The last word of a name: case.kind.code is 'kind', pack_code is 'pack_code'."""
    if isinstance(node, ast.Attribute):
        return name_of(node.value) if node.attr == "code" else node.attr
    return node.id if isinstance(node, ast.Name) else ""


def asks_for_a_kind(node: ast.AST) -> bool:
    """A comparison of a kind with a word written into the code."""
    if isinstance(node, ast.Match):
        return name_of(node.subject) in ASKING and bool({*constants(node)} & law_words())
    if not isinstance(node, ast.Compare):
        return False
    sides = [node.left, *node.comparators]
    written = {word for side in sides for word in constants(side)}
    return any(name_of(side) in ASKING for side in sides) and bool(written & law_words())


def test_no_code_of_the_agreements_asks_which_kind_a_case_is():
    asked = [
        f"{short(path)}:{node.lineno}"
        for path in modules("agreements")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Compare | ast.Match) and asks_for_a_kind(node)
    ]
    assert not asked, "put the difference into the law pack"


def test_no_code_of_the_agreements_names_a_kind():
    named = [
        f"{short(path)}:{node.lineno} {node.value}"
        for path in modules("agreements")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.split("_")[0] in KIND_WORDS
        and node.value.replace("_", "").isalnum()
    ]
    assert not named


def test_every_pack_file_names_the_article_of_its_rules():
    packs = sorted(PACKS.rglob("*.toml"))
    assert packs, "the law packs are missing"
    for path in packs:
        assert text(path).count("article") >= 10, short(path)
