"""From TOML tables to the dataclasses of `schema`: every unknown, missing or ill-typed key is a fault by name."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from agreements.law.schema import Pairs

T = TypeVar("T")
_PLAIN: dict[Any, tuple[str, Callable[[], Any]]] = {
    str: ("teks", str),
    int: ("bilangan bulat", int),
    bool: ("true atau false", bool),
    date: ("tanggal", lambda: date.min),
    bool | None: ("true atau false", lambda: None),
}


@dataclass
class Reader:
    """Builds dataclasses even from faulty tables (with empty values), so that all faults come out together."""

    faults: list[str] = field(default_factory=list)

    def table(self, cls: type[T], raw: object, where: str) -> T:
        """One dataclass from one TOML table; `where` names the place in fault messages."""
        if not isinstance(raw, Mapping):
            self.faults.append(f"{where}: harus berupa tabel")
            raw = {}
        known, hints = _shape(cast(Any, cls))
        self.faults += [f"{where}: kunci '{key}' tidak dikenal" for key in raw if key not in known]
        values = {
            name: self._value(row, hints[name], raw, where)
            for name, row in known.items()
            if name in raw or _due(row)
        }
        return cls(**values)

    def _value(self, row: "Field[Any]", hint: Any, raw: Mapping[str, Any], where: str) -> Any:
        if row.name not in raw:
            self.faults.append(f"{where}: kunci '{row.name}' belum ada")
            return self._zero(hint)
        return self.convert(hint, raw[row.name], f"{where}.{row.name}")

    def convert(self, hint: Any, value: Any, where: str) -> Any:
        """A TOML value as the type the schema asks for."""
        if get_origin(hint) is Literal:
            return self._literal(get_args(hint), value, where)
        if hint == Pairs:
            return self._pairs(value, where)
        if get_origin(hint) is tuple:
            return self._rows(get_args(hint)[0], value, where)
        words, zero = _PLAIN[hint]
        if type(value) is (bool if hint == bool | None else hint):
            return value
        self.faults.append(f"{where}: harus {words}, bukan {value!r}")
        return zero()

    def _literal(self, options: tuple[str, ...], value: object, where: str) -> object:
        if value in options:
            return value
        self.faults.append(f"{where}: {value!r} bukan salah satu dari {', '.join(map(repr, options))}")
        return options[0]

    def _pairs(self, value: object, where: str) -> Pairs:
        if isinstance(value, Mapping) and all(isinstance(label, str) for label in value.values()):
            return tuple(value.items())
        self.faults.append(f'{where}: harus tabel nilai = "label"')
        return ()

    def _rows(self, hint: Any, value: object, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            self.faults.append(f"{where}: harus berupa daftar")
            return ()
        if not is_dataclass(hint):
            return tuple(self.convert(hint, row, f"{where}[{n}]") for n, row in enumerate(value, 1))
        return tuple(
            self.table(cast(type, hint), row, f"{where}[{_name(row, n)}]") for n, row in enumerate(value, 1)
        )

    def _zero(self, hint: Any) -> Any:
        if get_origin(hint) is Literal:
            return get_args(hint)[0]
        return () if get_origin(hint) is tuple else _PLAIN[hint][1]()


@lru_cache(maxsize=64)
def _shape(cls: type) -> tuple[dict[str, "Field[Any]"], dict[str, Any]]:
    return {row.name: row for row in fields(cast(Any, cls))}, get_type_hints(cls)


def _due(row: "Field[Any]") -> bool:
    return row.default is MISSING and row.default_factory is MISSING


def _name(row: object, number: int) -> str:
    code = row.get("code") if isinstance(row, Mapping) else None
    return code if isinstance(code, str) and code else str(number)
