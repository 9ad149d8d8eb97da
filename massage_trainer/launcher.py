"""Checks that Qt can start on this machine before Qt is loaded, and says what is missing if not."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

EXIT_ENVIRONMENT: Final = 3
"""Something outside the program is missing: a display, a system library, a Python package."""


class Library(NamedTuple):
    """A shared object that Qt opens, and the Debian package that brings it."""

    soname: str
    package: str


BASE: Final = (
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libX11.so.6", "libx11-6"),
)
X11: Final = (
    Library("libX11-xcb.so.1", "libx11-xcb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-randr.so.0", "libxcb-randr0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
)
WAYLAND: Final = (
    Library("libwayland-client.so.0", "libwayland-client0"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0"),
    Library("libwayland-egl.so.1", "libwayland-egl1"),
)
PYTHON_PACKAGES: Final = frozenset({"PySide6", "shiboken6", "yaml", "platformdirs", "wakepy"})

_NO_QT: Final = frozenset({"--check", "--transcript", "--exam-paper", "--version", "--help", "-h"})
_OFFSCREEN: Final = frozenset({"--tour", "--export", "--handout", "--point-sheet"})
_NO_DISPLAY: Final = _NO_QT | _OFFSCREEN


class Machine(Protocol):
    """What the launcher asks the machine."""

    def can_load(self, soname: str) -> bool: ...

    def x11_answers(self) -> bool: ...

    def wayland_answers(self) -> bool: ...


class LinuxMachine:
    """The real machine, asked the cheap way first.

    Loading ctypes and connecting through it costs 10 ms, a tenth of a start, so it waits until
    the cheap way has failed.
    """

    def can_load(self, soname: str) -> bool:
        if any(os.path.exists(directory + soname) for directory in _library_directories()):  # noqa: PTH110 - pathlib is 20 times slower here
            return True
        import ctypes

        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    def x11_answers(self) -> bool:
        """Connect as a client would: a dead DISPLAY and one that refuses us both count as none."""
        if _local_x11_welcomes_all(os.environ.get("DISPLAY", "")):
            return True
        import ctypes

        try:
            xcb = ctypes.CDLL("libxcb.so.1")
        except OSError:
            return False
        xcb.xcb_connect.restype = ctypes.c_void_p
        connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
        broken: int = xcb.xcb_connection_has_error(connection)
        xcb.xcb_disconnect(connection)
        return broken == 0

    def wayland_answers(self) -> bool:
        import ctypes

        try:
            client = ctypes.CDLL("libwayland-client.so.0")
        except OSError:
            return False
        client.wl_display_connect.restype = ctypes.c_void_p
        display = client.wl_display_connect(None)
        if display is None:
            return False
        client.wl_display_disconnect(ctypes.c_void_p(display))
        return True


def _library_directories() -> tuple[str, ...]:
    triplet: str = getattr(sys.implementation, "_multiarch", "")
    return (f"/usr/lib/{triplet}/", f"/lib/{triplet}/", "/usr/lib64/", "/lib64/")


def _local_x11_welcomes_all(display: str) -> bool:
    """Greet the server behind a name like :0 without a cookie, as most desktops allow."""
    number = display.removeprefix("unix").removeprefix(":").partition(".")[0]
    if not number.isdigit():
        return False
    # The public socket module is three times as dear to load as the rest of this check.
    import _socket

    client = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    client.settimeout(1.0)
    try:
        client.connect(f"/tmp/.X11-unix/X{number}")
        # Byte order, protocol 11.0, no authorisation; the answer begins with 1 if that is enough.
        client.send(b"l\0\x0b\0\0\0\0\0\0\0\0\0")
        return client.recv(1) == b"\x01"
    except OSError:
        return False
    finally:
        client.close()


def missing_libraries(libraries: Iterable[Library], machine: Machine) -> list[Library]:
    return [library for library in libraries if not machine.can_load(library.soname)]


def missing_packages(machine: Machine) -> list[str]:
    """Name the Debian packages that a desktop or a test machine lacks."""
    if not sys.platform.startswith("linux"):
        return []
    lacking = missing_libraries((*BASE, *X11, *WAYLAND), machine)
    return sorted({library.package for library in lacking})


def problem(
    arguments: Sequence[str], environment: Mapping[str, str], machine: Machine
) -> str | None:
    """Say in both languages why Qt could not start, or nothing if it can."""
    options = {argument.partition("=")[0] for argument in arguments}
    if not _NO_QT.isdisjoint(options):
        return None
    needs_display = _NO_DISPLAY.isdisjoint(options)
    if lacking := missing_libraries(BASE, machine):
        # All at once: nobody wants to install one, start again and read of the next.
        if needs_display and environment.get("DISPLAY"):
            lacking += missing_libraries(X11, machine)
        return libraries_missing(lacking)
    return display_problem(environment, machine) if needs_display else None


def display_problem(environment: Mapping[str, str], machine: Machine) -> str | None:
    """Try the displays that Qt would try; one that works is enough."""
    chosen = environment.get("QT_QPA_PLATFORM", "xcb;wayland")
    platforms = {name.partition(":")[0] for name in chosen.split(";") if name}
    if not platforms <= {"xcb", "wayland", "wayland-egl"}:
        return None
    lacking: list[Library] = []
    if "xcb" in platforms and environment.get("DISPLAY") and machine.x11_answers():
        lacking = missing_libraries(X11, machine)
        if not lacking:
            return None
    if platforms - {"xcb"} and _asks_for_wayland(environment):
        lacking_here = missing_libraries(WAYLAND, machine)
        if not lacking_here and machine.wayland_answers():
            return None
        lacking = lacking or lacking_here
    return libraries_missing(lacking) if lacking else no_display(environment)


def _asks_for_wayland(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("WAYLAND_DISPLAY")) or (
        environment.get("XDG_SESSION_TYPE") == "wayland"
    )


def no_display(environment: Mapping[str, str]) -> str:
    name = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or ""
    what_vi = f"Màn hình {name} không trả lời" if name else "Máy này không có màn hình"
    what_en = f"The display {name} does not answer" if name else "This machine has no display"
    return (
        f"{what_vi}; hãy mở chương trình trong phiên làm việc có màn hình, hoặc dùng màn hình ảo:"
        " xvfb-run -a python main.py (gói xvfb, xauth), hoặc chụp mọi trang ra tệp ảnh:"
        " python main.py --tour tour\n"
        f"{what_en}; start the program in a session with a screen, or use a virtual display:"
        " xvfb-run -a python main.py (packages xvfb, xauth), or write every page to picture files:"
        " python main.py --tour tour\n"
    )


def libraries_missing(lacking: Sequence[Library]) -> str:
    names = ", ".join(library.soname for library in lacking)
    packages = " ".join(sorted({library.package for library in lacking}))
    sudo = "" if os.geteuid() == 0 else "sudo "
    command = f"{sudo}apt-get install --no-install-recommends {packages}"
    return (
        f"Máy thiếu thư viện hệ thống {names}; hãy cài bằng lệnh: {command}\n"
        f"The system lacks {names}; install with: {command}\n"
    )


def import_problem(error: ImportError) -> str | None:
    """Explain an import that failed because of the machine; None means a mistake of ours."""
    package = (error.name or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError) and package in PYTHON_PACKAGES:
        return (
            f"Chưa cài gói Python {package}; hãy chạy: make setup"
            " (hoặc: python -m pip install -r requirements.lock)\n"
            f"The Python package {package} is not installed; run: make setup"
            " (or: python -m pip install -r requirements.lock)\n"
        )
    if "cannot open shared object file" in str(error):
        soname = str(error).partition(":")[0]
        return (
            f"Máy thiếu thư viện hệ thống {soname}; hãy cài gói có thư viện này rồi mở lại.\n"
            f"The system lacks {soname}; install the package that brings it and start again.\n"
        )
    return None


def main(argv: Sequence[str] | None = None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    if any(argument.partition("=")[0] in _OFFSCREEN for argument in arguments):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.platform.startswith("linux"):
        trouble = problem(arguments, os.environ, LinuxMachine())
        if trouble is not None:
            return _give_up(trouble)
    try:
        from massage_trainer.app.main import main as run

        return run(arguments)
    except ImportError as error:
        trouble = import_problem(error)
        if trouble is None:
            raise
        return _give_up(trouble)


def _give_up(trouble: str) -> int:
    sys.stderr.write(trouble)
    return EXIT_ENVIRONMENT


if __name__ == "__main__":
    sys.exit(main())
