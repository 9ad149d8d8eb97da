"""The wheel carries everything: installed elsewhere, it checks its own lessons."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from massage_trainer import __version__

ROOT = Path(__file__).resolve().parents[2]
DOWNLOADED = Path(sys.prefix) / "wheels"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Without what points back to this checkout or this environment."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DISPLAY", "WAYLAND_DISPLAY"}
    }
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target, cwd=ROOT)
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fresh environment with the wheel and what it asks for; the folder of its programs."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home / "venv", with_pip=True)
    programs = home / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    # The set-up keeps the locked wheels; without them pip fetches what the wheel asks for.
    source = ["--no-index", "--find-links", str(DOWNLOADED)] if DOWNLOADED.is_dir() else []
    run(programs / "python", "-m", "pip", "install", "-q", *source, wheel, cwd=home)
    yield programs
    shutil.rmtree(home)


def test_the_wheel_holds_the_data(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("assets", "protocols"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"massage_trainer/_data/{path.relative_to(ROOT).as_posix()}" in names


def test_the_wheel_holds_the_licences_and_no_rubbish(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("OFL-BeVietnamPro.txt") for name in names)
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests/")]


def test_the_installed_program_tells_its_version(installed, tmp_path):
    done = run(installed / "massage-trainer", "--version", cwd=tmp_path)
    assert __version__ in done.stdout


def test_the_installed_program_finds_and_checks_its_lessons(installed, tmp_path):
    run(installed / "massage-trainer", "--check", cwd=tmp_path)


def test_the_installed_program_runs_its_own_code(installed, tmp_path):
    code = "import massage_trainer as m; print(m.__file__)"
    done = run(installed / "python", "-c", code, cwd=tmp_path)
    assert str(installed.parent) in done.stdout
    assert str(ROOT) not in done.stdout
