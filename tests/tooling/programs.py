"""Starting the project's own tools as a person at the keyboard would."""

import importlib
import os
import socket
import subprocess
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent


def tool(name: str) -> ModuleType:
    """A module of tools/, which is a folder of programs."""
    return importlib.import_module(f"tools.{name}")


def free_port() -> int:
    """A port of the loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run to the end and keep what it said."""
    return subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=60,
    )
