"""The set-up script on machines that lack something, played by small stand-ins on the PATH."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("sh", "dirname", "cat", "sed", "sort", "tr", "env", "cksum", "rm", "mkdir", "true")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="system packages are installed on Linux only"
)


class Bench:
    """A checkout without an environment, and a PATH that holds stand-ins alone."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.programs = folder / "bin"
        self.log = folder / "log"
        shutil.copytree(ROOT / "packaging", self.checkout / "packaging")
        (self.checkout / "requirements.lock").touch()
        (self.checkout / "requirements-dev.lock").touch()
        self.programs.mkdir()
        self.log.touch()
        for name in NEEDED:
            (self.programs / name).symlink_to(shutil.which(name) or name)
        self.add("uname", "echo Linux")

    def add(self, name: str, script: str) -> None:
        """A program that notes how it was called, then does what the script says."""
        path = self.programs / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >>{self.log}\n{script}\n', encoding="utf-8")
        path.chmod(0o755)

    def run(self, what: str = "run") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.checkout / "packaging" / "setup.sh", what],
            env={"PATH": str(self.programs)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()


# A Debian Python as it is before its -venv package: new enough, but it cannot make environments.
BARE_PYTHON = """
case "$*" in
    *ensurepip*) exit 1 ;;
    *-venv*) echo python3.12-venv ;;
    -) echo libgl1 ;;
esac
"""


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def bare_debian(bench: Bench) -> Bench:
    bench.add("python3", BARE_PYTHON)
    bench.add("apt-get", "exit 0")
    bench.add("id", "echo 1000")
    bench.add("sudo", "exit 1")
    return bench


def test_without_a_python_it_says_which_one_is_needed(bench):
    done = bench.run()
    assert done.returncode == 1
    assert "Cần Python từ 3.11" in done.stderr
    assert "Python 3.11 to 3.14 is needed" in done.stderr


def test_an_old_python_is_passed_over(bench):
    bench.add("python3", "exit 1")
    bench.add("python3.12", BARE_PYTHON)
    bench.run()
    assert any(call.startswith("python3.12 -c") and "-venv" in call for call in bench.calls)


def test_who_may_not_install_gets_the_one_line_to_run(bare_debian):
    done = bare_debian.run()
    assert done.returncode == 1
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends"
    assert f"{line} libgl1 python3.12-venv" in done.stderr
    assert not [call for call in bare_debian.calls if call.startswith("apt-get")]


def test_the_tests_need_a_virtual_display_too(bare_debian):
    assert "pulseaudio pulseaudio-utils python3.12-venv xauth xvfb" in bare_debian.run("dev").stderr


def test_without_apt_the_packages_are_named(bare_debian):
    (bare_debian.programs / "apt-get").unlink()
    done = bare_debian.run()
    assert done.returncode == 1
    assert "names as in Debian" in done.stderr
    assert "libgl1 python3.12-venv" in done.stderr


def test_root_installs_without_asking(bare_debian):
    bare_debian.add("id", "echo 0")
    bare_debian.run()
    (install,) = [call for call in bare_debian.calls if call.startswith("apt-get")]
    assert install.endswith("install -y --no-install-recommends libgl1 python3.12-venv")
    assert not [call for call in bare_debian.calls if call.startswith("sudo")]


def test_package_lists_are_fetched_when_the_first_try_fails(bare_debian):
    bare_debian.add("id", "echo 0")
    bare_debian.add("apt-get", f'[ "$(grep -c ^apt-get {bare_debian.log})" -gt 1 ]')
    (bare_debian.programs / "grep").symlink_to(shutil.which("grep") or "grep")
    bare_debian.run()
    words = [call.split() for call in bare_debian.calls if call.startswith("apt-get")]
    assert [next(w for w in call if w in {"install", "update"}) for call in words] == [
        "install",
        "update",
        "install",
    ]


def test_sudo_is_used_only_where_it_asks_for_no_password(bare_debian):
    bare_debian.add("sudo", 'shift; exec "$@"')
    bare_debian.run()
    assert [call for call in bare_debian.calls if call.startswith("sudo -n env")]
    assert [call for call in bare_debian.calls if call.startswith("apt-get")]


def test_a_failed_installation_is_not_passed_over(bare_debian):
    bare_debian.add("id", "echo 0")
    bare_debian.add("apt-get", "exit 100")
    done = bare_debian.run()
    assert done.returncode == 1
    assert "check the network" in done.stderr
