"""Several screens without hardware: the off-screen platform lets them be plugged in and out."""

import ctypes
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_AFTER_QOBJECT = 12  # virtual functions of QObject come first; then nativeResourceForIntegration


@dataclass(frozen=True)
class VirtualScreen:
    """A screen at a place of the desktop; with a scale factor of 2 it is half as large."""

    name: str
    x: int
    y: int
    width: int
    height: int
    factor: int = 1


LAPTOP = VirtualScreen("laptop", 0, 0, 1280, 800)
WALL = VirtualScreen("wall", 1280, 0, 1920, 1080)


def run_on(screens, folder: Path, module: str, *arguments: str, timeout=200):
    """Run a module in a process of its own on these screens; the JSON of its last line."""
    file = folder / "screens.json"
    file.write_text(json.dumps(_configuration(screens)))
    factors = ";".join(f"{screen.name}={screen.factor}" for screen in screens)
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCREEN_SCALE_FACTORS": factors,
    }
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=timeout,
    )
    assert done.returncode == 0, f"{done.returncode}: {done.stderr[-4000:]}"
    return json.loads(done.stdout.splitlines()[-1])


def plug(*screens: VirtualScreen) -> None:
    """From now on there are these; the platform tells Qt what came and what went.

    PySide does not name the function, so it is looked up where the platform keeps it.
    """
    import shiboken6
    from PySide6 import QtCore

    folder = Path(QtCore.__file__).parent / "Qt" / "lib"
    gui, core = (ctypes.CDLL(str(folder / f"libQt6{name}.so.6")) for name in ("Gui", "Core"))
    current = gui._ZN15QGuiApplication23platformNativeInterfaceEv
    current.restype = ctypes.c_void_p
    interface = current()
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    find = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        table[_AFTER_QOBJECT]
    )
    name = QtCore.QByteArray(b"setConfiguration")
    function = find(interface, shiboken6.getCppPointer(name)[0])
    assert function, "this platform has no screens to plug"
    wanted = json.dumps(_configuration(screens)).encode()
    document = QtCore.QJsonDocument.fromJson(QtCore.QByteArray(wanted))
    json_object = ctypes.c_void_p()
    core._ZNK13QJsonDocument6objectEv.restype = None
    core._ZNK13QJsonDocument6objectEv(
        ctypes.byref(json_object), ctypes.c_void_p(shiboken6.getCppPointer(document)[0])
    )
    configure = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(function)
    configure(ctypes.addressof(json_object), interface)


def _configuration(screens):
    fixed = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    places = ("name", "x", "y", "width", "height")
    return {
        "screens": [{name: getattr(screen, name) for name in places} | fixed for screen in screens]
    }
