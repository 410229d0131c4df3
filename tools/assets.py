"""Copy from node_modules into vendor/ exactly what browsers, the PDF engine and the register need."""

import hashlib
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "vendor"
STAMP = VENDOR / ".stamp"
INPUTS = (ROOT / "package-lock.json", ROOT / "tools" / "icons.txt", Path(__file__))

FILES = {
    "@tabler/core/dist/css/tabler.min.css": "tabler/tabler.min.css",
    "@tabler/core/dist/js/tabler.min.js": "tabler/tabler.min.js",
    "tom-select/dist/css/tom-select.bootstrap5.min.css": "tom-select/tom-select.bootstrap5.min.css",
    "tom-select/dist/js/tom-select.base.min.js": "tom-select/tom-select.base.min.js",
    "tom-select/LICENSE": "tom-select/LICENSE",
    # The page and its worker are whole in themselves (maplibre-gl-shared.mjs is empty in this release).
    "maplibre-gl/dist/maplibre-gl.mjs": "maplibre/maplibre-gl.mjs",
    "maplibre-gl/dist/maplibre-gl-worker.mjs": "maplibre/maplibre-gl-worker.mjs",
    "maplibre-gl/dist/maplibre-gl.css": "maplibre/maplibre-gl.css",
    "maplibre-gl/LICENSE.txt": "maplibre/LICENSE.txt",
    "pmtiles/dist/pmtiles.js": "maplibre/pmtiles.js",
    "@fontsource-variable/inter/LICENSE": "fonts/inter-LICENSE",
    "@fontsource/arimo/LICENSE": "fonts/arimo-LICENSE",
    "@fontsource/tinos/LICENSE": "fonts/tinos-LICENSE",
    "idn-area-data/data/provinces.csv": "data/idn-area-data/provinces.csv",
    "idn-area-data/data/regencies.csv": "data/idn-area-data/regencies.csv",
    "idn-area-data/data/LICENSE.md": "data/idn-area-data/LICENSE.md",
}
PRINT_FONTS = ("arimo", "tinos")
PRINT_CUTS = (("400", "normal"), ("400", "italic"), ("700", "normal"), ("700", "italic"))
SCREEN_CUTS = ("normal", "italic")
LATIN = (
    "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, "
    "U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD"
)
SOURCE_MAP = re.compile(rb"\s*(?://[#@]\s*sourceMappingURL=\S+|/\*[#@]\s*sourceMappingURL=[^*]+\*/)\s*$")


def fingerprint() -> str:
    """The checksum of everything the copies depend on."""
    digest = hashlib.sha256()
    for path in INPUTS:
        digest.update(path.read_bytes() if path.exists() else b"-")
    return digest.hexdigest()


def is_fresh() -> bool:
    """Say whether vendor/ was made from exactly these inputs."""
    return STAMP.exists() and STAMP.read_text().strip() == fingerprint()


def icon_names() -> list[str]:
    """The icons the pages ask for, one name per line, comments allowed."""
    lines = (ROOT / "tools" / "icons.txt").read_text(encoding="utf-8").splitlines()
    return sorted({line.split("#")[0].strip() for line in lines} - {""})


def _icon_path(name: str) -> Path:
    """A name ending in -filled is the filled drawing of the same icon."""
    folder, plain = (
        ("filled", name.removesuffix("-filled")) if name.endswith("-filled") else ("outline", name)
    )
    return MODULES / "@tabler" / "icons" / "icons" / folder / f"{plain}.svg"


def _symbol(name: str) -> str:
    """One icon as a sprite symbol that takes its colour from the text around it."""
    drawing = _icon_path(name).read_text(encoding="utf-8")
    inside = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", drawing, flags=re.DOTALL)
    shapes = " ".join(re.sub(r'<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*/>', "", inside).split())
    paint = (
        'fill="currentColor"'
        if name.endswith("-filled")
        else 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    )
    return f'<symbol id="{name}" viewBox="0 0 24 24" {paint}>{shapes}</symbol>'


def sprite() -> str:
    """All icons of tools/icons.txt in one SVG; an unknown name stops the build."""
    names = icon_names()
    unknown = [name for name in names if not _icon_path(name).exists()]
    if unknown:
        raise SystemExit(f"tools/icons.txt: tidak ada di Tabler Icons: {', '.join(unknown)}")
    symbols = "\n".join(_symbol(name) for name in names)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def _face(family: str, file: str, weight: str, style: str, extra: str = "") -> str:
    """One @font-face rule for a file in the same folder."""
    return (
        f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weight}; '
        f'font-display: swap; src: url("{file}") format("woff2");{extra} }}\n'
    )


def _print_fonts(into: Path) -> None:
    """Arimo and Tinos, metric twins of the typefaces official documents ask for."""
    for family in PRINT_FONTS:
        rules = []
        for weight, style in PRINT_CUTS:
            file = f"{family}-latin-{weight}-{style}.woff2"
            shutil.copyfile(MODULES / "@fontsource" / family / "files" / file, into / file)
            rules.append(_face(family.capitalize(), file, weight, style))
        (into / f"{family}.css").write_text("".join(rules), encoding="utf-8")


def _screen_font(into: Path) -> None:
    """Inter, the typeface of the pages."""
    rules = []
    for style in SCREEN_CUTS:
        file = f"inter-latin-wght-{style}.woff2"
        shutil.copyfile(MODULES / "@fontsource-variable" / "inter" / "files" / file, into / file)
        rules.append(_face("Inter", file, "100 900", style, f" unicode-range: {LATIN};"))
    (into / "fonts.css").write_text("".join(rules), encoding="utf-8")


def _copies() -> Iterator[tuple[Path, Path]]:
    """Each plain copy as (from, to)."""
    for source, target in FILES.items():
        yield MODULES / source, VENDOR / target


def build() -> None:
    """Make vendor/ anew and stamp it last, so that a broken run is repeated."""
    STAMP.unlink(missing_ok=True)
    for source, target in _copies():
        target.parent.mkdir(parents=True, exist_ok=True)
        # A hashed static file may not point to a source map that is not shipped.
        target.write_bytes(SOURCE_MAP.sub(b"\n", source.read_bytes()))
    fonts = VENDOR / "fonts"
    _screen_font(fonts)
    _print_fonts(fonts)
    (VENDOR / "icons.svg").write_text(sprite(), encoding="utf-8")
    STAMP.write_text(fingerprint() + "\n")


def main() -> int:
    """Build when something changed; --check only answers (0 fresh, 1 stale)."""
    if "--check" in sys.argv:
        return 0 if is_fresh() else 1
    if is_fresh():
        return 0
    build()
    size = sum(path.stat().st_size for path in VENDOR.rglob("*") if path.is_file())
    print(f"aset: {len(icon_names())} ikon, seluruhnya {size / 1e6:.1f} MB di vendor/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
