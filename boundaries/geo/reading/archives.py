"""Opening ZIP packages from strangers: no path out of the folder, no bomb, no package inside a package."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from boundaries.geo.reading.features import UnreadableError

MOST_MEMBERS = 200
MOST_UNPACKED = 300 * 1024 * 1024
# A shapefile packs about 3 : 1, text about 10 : 1; bombs pack hundreds to one.
MOST_RATIO = 120
SMALL = 1024 * 1024
PACKAGES = (".zip", ".kmz", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".jar", ".zipx")
_SYMLINK = 0o120000
_PACK_AGAIN = "Kemas ulang hanya berkas yang diperlukan dengan ZIP biasa, tanpa folder dan tanpa sandi, lalu unggah lagi."


class Archive:
    """The members of a package that has been found harmless."""

    def __init__(self, package: zipfile.ZipFile, names: list[str]) -> None:
        self._package, self.names = package, names

    def ending(self, *suffixes: str) -> list[str]:
        """Members whose name ends so, whatever the case."""
        return [name for name in self.names if name.lower().endswith(suffixes)]

    def size(self, name: str) -> int:
        """How large a member says it is, unpacked."""
        return self._package.getinfo(name).file_size

    def read(self, name: str) -> bytes:
        """One member, unpacked; never more than it said it was."""
        try:
            return self._package.read(name)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ):
            raise UnreadableError(f"Isi “{_shown(name)}” dalam berkas ZIP rusak.", _PACK_AGAIN) from None


def open_archive(content: bytes, *, nested: bool = False, members: int = MOST_MEMBERS) -> Archive:
    """Open a package, or refuse it in words; `nested` only for office files, whose parts are never opened."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        entries = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, IndexError):
        raise UnreadableError("Berkas ZIP rusak atau tidak lengkap.", _PACK_AGAIN) from None
    if len(entries) > members:
        raise UnreadableError(f"Berkas ZIP memuat {len(entries)} isi, paling banyak {members}.", _PACK_AGAIN)
    for entry in entries:
        _check(entry, nested=nested)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _bomb()
    return Archive(package, [entry.filename for entry in entries if not _is_clutter(entry)])


def _check(entry: zipfile.ZipInfo, *, nested: bool) -> None:
    name = entry.filename
    if _leads_out(name) or entry.external_attr >> 16 & 0o170000 == _SYMLINK:
        raise UnreadableError(
            f"Nama “{_shown(name)}” dalam berkas ZIP menunjuk ke luar foldernya.", _PACK_AGAIN
        )
    if entry.flag_bits & 0x1:
        raise UnreadableError(f"“{_shown(name)}” dalam berkas ZIP bersandi.", _PACK_AGAIN)
    if name.lower().endswith(PACKAGES) and not nested:
        raise UnreadableError(
            f"Berkas ZIP memuat paket lain (“{_shown(name)}”).",
            "Buka paket di dalamnya, lalu unggah isinya satu per satu.",
        )
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        raise _bomb()


def _bomb() -> UnreadableError:
    return UnreadableError(
        f"Isi berkas ZIP membengkak tidak wajar setelah dibuka (batas {MOST_UNPACKED // 1024 // 1024} MB, "
        f"{MOST_RATIO} kali ukuran kemasan).",
        "Periksa asal berkas. Bila berkasnya memang sah, sederhanakan datanya, lalu kemas ulang.",
    )


def _leads_out(name: str) -> bool:
    """Whether a member's name could land outside the folder it is unpacked in."""
    plain = name.replace("\\", "/")
    path = PurePosixPath(plain)
    return path.is_absolute() or ".." in path.parts or ":" in plain.split("/")[0] or "\0" in name


def _is_clutter(entry: zipfile.ZipInfo) -> bool:
    """Folders, and what a Mac adds by itself."""
    base = PurePosixPath(entry.filename).name
    return (
        entry.is_dir()
        or entry.filename.startswith("__MACOSX/")
        or base.startswith("._")
        or base == ".DS_Store"
    )


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:80]
