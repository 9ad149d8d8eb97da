import ast
import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from massage_trainer import launcher
from massage_trainer.launcher import BASE, WAYLAND, X11, LinuxMachine, display_problem, problem
from tests.virtual_display import VirtualDisplay

LINUX_ONLY = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="displays and libraries are checked on Linux only"
)
X_SESSION = {"DISPLAY": ":0"}
WAYLAND_SESSION = {"WAYLAND_DISPLAY": "wayland-0"}


class FakeMachine:
    """A machine that has every library and both displays unless the test takes some away."""

    def __init__(self, *, lacks: tuple[str, ...] = (), x11: bool = True, wayland: bool = True):
        self.lacks = lacks
        self.x11 = x11
        self.wayland = wayland
        self.asked: list[str] = []

    def can_load(self, soname: str) -> bool:
        self.asked.append(soname)
        return soname not in self.lacks

    def x11_answers(self) -> bool:
        self.asked.append("x11")
        return self.x11

    def wayland_answers(self) -> bool:
        self.asked.append("wayland")
        return self.wayland


def sentences(text: str | None) -> list[str]:
    assert text is not None
    return text.splitlines()


@LINUX_ONLY
class TestDisplay:
    @pytest.mark.parametrize("session", [X_SESSION, WAYLAND_SESSION, X_SESSION | WAYLAND_SESSION])
    def test_a_desktop_is_fine(self, session):
        assert problem([], session, FakeMachine()) is None

    def test_no_display_says_so_once_per_language_with_the_way_out(self):
        vi, en = sentences(problem([], {}, FakeMachine()))
        assert "không có màn hình" in vi
        assert "no display" in en
        assert all("xvfb-run" in line and "--tour" in line for line in (vi, en))

    def test_a_display_that_does_not_answer_is_named(self):
        vi, en = sentences(problem([], {"DISPLAY": ":7"}, FakeMachine(x11=False)))
        assert ":7" in vi
        assert "The display :7 does not answer" in en

    def test_wayland_helps_out_when_x11_is_dead(self):
        assert problem([], X_SESSION | WAYLAND_SESSION, FakeMachine(x11=False)) is None

    def test_x11_helps_out_when_wayland_is_dead(self):
        assert problem([], X_SESSION | WAYLAND_SESSION, FakeMachine(wayland=False)) is None

    def test_a_wayland_session_without_a_name_still_has_the_default_one(self):
        assert problem([], {"XDG_SESSION_TYPE": "wayland"}, FakeMachine()) is None

    @pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "offscreen:configfile=a"])
    def test_platforms_without_a_screen_are_honoured(self, platform):
        assert problem([], {"QT_QPA_PLATFORM": platform}, FakeMachine(x11=False)) is None

    @pytest.mark.parametrize(
        ("platform", "session"), [("xcb", WAYLAND_SESSION), ("wayland", X_SESSION)]
    )
    def test_a_chosen_platform_is_the_only_one_tried(self, platform, session):
        assert display_problem({"QT_QPA_PLATFORM": platform, **session}, FakeMachine()) is not None

    @pytest.mark.parametrize(
        "option",
        ["--check", "--version", "--help", "--tour", "--tour=d", "--export", "--exam-paper"],
    )
    def test_commands_without_a_window_need_no_display(self, option):
        assert problem([option], {}, FakeMachine(x11=False, wayland=False)) is None


@LINUX_ONLY
class TestLibraries:
    @pytest.mark.parametrize("library", [*BASE, *X11], ids=lambda library: library.soname)
    def test_each_missing_library_is_named_with_its_package(self, library):
        for line in sentences(problem([], X_SESSION, FakeMachine(lacks=(library.soname,)))):
            assert library.soname in line
            assert f"install --no-install-recommends {library.package}" in line

    @pytest.mark.parametrize("library", WAYLAND, ids=lambda library: library.soname)
    def test_a_wayland_session_needs_the_wayland_libraries(self, library):
        machine = FakeMachine(lacks=(library.soname,))
        assert library.package in (problem([], WAYLAND_SESSION, machine) or "")
        assert problem([], X_SESSION, machine) is None

    def test_libraries_are_checked_before_any_display(self):
        machine = FakeMachine(lacks=("libGL.so.1",))
        problem([], X_SESSION, machine)
        assert "x11" not in machine.asked

    def test_all_missing_libraries_are_named_at_once(self):
        machine = FakeMachine(lacks=("libEGL.so.1", "libxcb-cursor.so.0"))
        assert "libegl1 libxcb-cursor0" in (problem([], X_SESSION, machine) or "")

    def test_the_tour_needs_the_drawing_libraries_alone(self):
        assert problem(["--tour", "d"], {}, FakeMachine(lacks=("libGL.so.1",))) is not None
        assert problem(["--tour", "d"], {}, FakeMachine(lacks=("libxcb-cursor.so.0",))) is None

    def test_checking_lessons_needs_no_library(self):
        assert problem(["--check"], {}, FakeMachine(lacks=tuple(x.soname for x in BASE))) is None

    def test_packages_to_install_are_unique_and_sorted(self):
        machine = FakeMachine(lacks=("libxcb-cursor.so.0", "libGL.so.1"))
        assert launcher.missing_packages(machine) == ["libgl1", "libxcb-cursor0"]

    def test_every_library_that_qt_itself_needs_here_loads(self):
        assert launcher.missing_libraries((*BASE, *X11), LinuxMachine()) == []

    def test_a_library_that_is_nowhere_does_not_load(self):
        assert not LinuxMachine().can_load("libnothing-of-that-name.so.1")


class TestImports:
    def test_a_missing_python_package_is_explained(self):
        error = ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
        vi, en = sentences(launcher.import_problem(error))
        assert "PySide6" in vi
        assert "make setup" in en

    def test_a_missing_shared_object_is_named(self):
        error = ImportError("libfoo.so.3: cannot open shared object file: No such file")
        for line in sentences(launcher.import_problem(error)):
            assert "libfoo.so.3" in line

    @pytest.mark.parametrize(
        "error",
        [
            ModuleNotFoundError(
                "No module named 'massage_trainer.oops'", name="massage_trainer.oops"
            ),
            ImportError("cannot import name 'x' from 'PySide6.QtCore'", name="PySide6.QtCore"),
        ],
    )
    def test_our_own_mistakes_are_not_explained_away(self, error):
        assert launcher.import_problem(error) is None

    def test_the_launcher_imports_the_standard_library_and_the_app_alone(self):
        tree = ast.parse(Path(launcher.__file__).read_text(encoding="utf-8"))
        names = {
            name
            for node in ast.walk(tree)
            for name in (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else []
            )
        }
        foreign = {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names}
        assert foreign == {"massage_trainer.app.main"}

    def test_checking_loads_no_qt(self):
        code = (
            "import os, sys; from massage_trainer import launcher as l;"
            "l.problem([], os.environ, l.LinuxMachine());"
            "sys.exit(any(m.startswith(('PySide6', 'massage_trainer.app')) for m in sys.modules))"
        )
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@LINUX_ONLY
class TestRealDisplays:
    @pytest.fixture
    def environment(self, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_SESSION_TYPE"):
            monkeypatch.delenv(name, raising=False)
        return monkeypatch

    @pytest.mark.xvfb
    @pytest.mark.parametrize("needs_cookie", [False, True])
    def test_a_virtual_display_answers(self, environment, needs_cookie, tmp_path):
        with VirtualDisplay(tmp_path, needs_cookie=needs_cookie) as display:
            environment.setenv("DISPLAY", display.name)
            if needs_cookie:
                assert not LinuxMachine().x11_answers()
                environment.setenv("XAUTHORITY", str(display.authority))
            assert LinuxMachine().x11_answers()
        assert not LinuxMachine().x11_answers()

    @pytest.mark.parametrize("name", [":65000", "no-such-host.invalid:0", "nonsense", ":x"])
    def test_a_dead_display_does_not_answer(self, environment, name):
        environment.setenv("DISPLAY", name)
        assert not LinuxMachine().x11_answers()

    def test_a_dead_wayland_socket_does_not_answer(self, environment, tmp_path):
        environment.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        environment.setenv("WAYLAND_DISPLAY", "wayland-9")
        assert not LinuxMachine().wayland_answers()

    def test_a_listening_wayland_socket_answers(self, environment, tmp_path):
        with closing(socket.socket(socket.AF_UNIX)) as server:
            server.bind(str(tmp_path / "wayland-9"))
            server.listen()
            environment.setenv("XDG_RUNTIME_DIR", str(tmp_path))
            environment.setenv("WAYLAND_DISPLAY", "wayland-9")
            assert LinuxMachine().wayland_answers()

    def test_the_program_ends_with_a_sentence_and_not_with_an_abort(self, tmp_path):
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"}
        }
        done = subprocess.run(
            [sys.executable, "main.py", "--data-dir", str(tmp_path)],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == launcher.EXIT_ENVIRONMENT
        assert len(done.stderr.splitlines()) == 2
        assert "Traceback" not in done.stderr
