"""What every address of ours answers to whom: one rule for each name, one module per noun, read by the matrix of tests."""

from importlib import import_module
from pkgutil import iter_modules

from tests.house.addresses.world import EVERYBODY, OUTSIDERS, SECRETS, Rule, World, build

RULES: dict[str, Rule] = {}
for found in sorted(module.name for module in iter_modules(__path__)):
    if found != "world":
        RULES |= import_module(f"{__name__}.{found}").RULES

__all__ = ["EVERYBODY", "OUTSIDERS", "RULES", "SECRETS", "Rule", "World", "build"]
