"""Rules that no linter checks: length, floors, broad excepts, star imports, foreign paths."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "massage_trainer"
SOURCES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted([*(ROOT / "packaging").rglob("*.py"), ROOT / "main.py"])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LINE_LIMIT = 400

QT_FILES = ("PySide6.QtMultimedia", "PySide6.QtNetwork", "PySide6.QtQml")
FORBIDDEN = {
    "domain": (
        "PySide6",
        "shiboken6",
        "yaml",
        "sqlite3",
        "time",
        "datetime",
        "massage_trainer.services",
        "massage_trainer.viewmodels",
        "massage_trainer.widgets",
        "massage_trainer.app",
        "massage_trainer.artwork",
    ),
    "services": (
        "PySide6.QtWidgets",
        "massage_trainer.viewmodels",
        "massage_trainer.widgets",
        "massage_trainer.app",
        "massage_trainer.artwork",
        *QT_FILES,
    ),
    "viewmodels": (
        "PySide6.QtWidgets",
        "PySide6.QtGui",
        "massage_trainer.services",
        "massage_trainer.widgets",
        "massage_trainer.app",
        "massage_trainer.artwork",
        *QT_FILES,
    ),
    "widgets": (
        "massage_trainer.services",
        "massage_trainer.app",
        "massage_trainer.artwork",
        "sqlite3",
        "yaml",
        *QT_FILES,
    ),
    "app": ("massage_trainer.artwork", *QT_FILES),
    "artwork": ("massage_trainer.app",),
}
FOREIGN_PATHS = re.compile(r"\.\./shared\b|/work/|/opt/|/root/|/home/\w|/tmp/(?!\.X11-unix)")
MAY_NAME_PATHS = {Path("tests/test_architecture.py")}


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in nodes(path):
        match node:
            case ast.ImportFrom(module=str(module), names=names):
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in names)
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)


@pytest.fixture(scope="module", autouse=True)
def trees_forgotten_at_the_end() -> Iterator[None]:
    """A million nodes that stayed would be looked through by every collection of garbage."""
    yield
    nodes.cache_clear()
    tree.cache_clear()


def is_below(name: str, roots: tuple[str, ...]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def test_files_stay_short():
    lengths = {
        shown(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCES + SCRIPTS + TESTS
    }
    assert {path: lines for path, lines in lengths.items() if lines > LINE_LIMIT} == {}


def test_floors_import_only_downwards():
    wrong = [
        f"{shown(path)}:{line}: {name}"
        for path in SOURCES
        for line, name in imports(path)
        if is_below(name, FORBIDDEN.get(floor_of(path), ()))
    ]
    assert not wrong


def test_every_module_says_in_one_sentence_what_it_is():
    silent = [
        shown(path)
        for path in SOURCES
        if path.read_text(encoding="utf-8").strip()
        and not first_line(ast.get_docstring(tree(path))).endswith(".")
    ]
    assert not silent


def first_line(docstring: str | None) -> str:
    return (docstring or "").partition("\n")[0]


def test_only_the_crash_report_catches_everything():
    broad = [
        f"{shown(path)}:{handler.lineno}"
        for path in SOURCES
        if path != PACKAGE / "services" / "crash.py"
        for handler in nodes(path)
        if isinstance(handler, ast.ExceptHandler)
        and (
            handler.type is None
            or any(
                isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"}
                for name in ast.walk(handler.type)
            )
        )
    ]
    assert not broad


def test_nothing_is_imported_with_a_star():
    starred = [
        f"{shown(path)}:{line}: {name}"
        for path in SOURCES + SCRIPTS + TESTS
        for line, name in imports(path)
        if name.endswith(".*")
    ]
    assert not starred


def test_nobody_looks_up_the_application():
    """The application is handed down; looking it up is a hidden global."""
    looked_up = [
        f"{shown(path)}:{node.lineno}"
        for path in SOURCES
        if floor_of(path) != "app"
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr in {"instance", "topLevelWidgets", "activeWindow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"QApplication", "QGuiApplication", "QCoreApplication"}
    ]
    assert not looked_up


def test_modules_build_nothing_while_they_are_imported():
    """A Qt object made at import time exists before the application does."""
    made = [
        f"{shown(path)}:{statement.lineno}"
        for path in SOURCES
        for statement in tree(path).body
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"QObject", "QWidget", "QTimer", "QPixmap", "QFont", "QApplication"}
    ]
    assert not made


def floor_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def tracked_files() -> list[Path]:
    """What git holds; an unpacked archive or a machine without git has the sources alone."""
    git = shutil.which("git")
    if git is not None:
        command = [git, "ls-files", "-z", "--cached"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout
        if names := [Path(name) for name in listed.decode().split("\0") if name]:
            return names
    return [path.relative_to(ROOT) for path in SOURCES + SCRIPTS + TESTS]


def test_no_tracked_text_names_a_place_on_somebodys_machine():
    found: list[str] = []
    for name in tracked_files():
        path = ROOT / name
        if name in MAY_NAME_PATHS or not path.is_file():
            continue
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8").splitlines(), start=1):
            if FOREIGN_PATHS.search(line):
                found.append(f"{name}:{number}: {line.strip()[:80]}")
    assert not found


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_locks_carry_hashes_and_no_registry(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^\w\S*==\S+", text, flags=re.MULTILINE)
    assert pinned
    assert len(re.findall(r"^\w\S*==.*\\\n    --hash=sha256:", text, re.MULTILINE)) == len(pinned)
    assert "://" not in text
    assert "-index" not in text
    assert "--find-links" not in text


def test_the_runtime_lock_is_part_of_the_development_lock():
    runtime, development = (
        set(re.findall(r"^\w\S*==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime <= development


def test_the_top_level_holds_only_what_a_repository_needs():
    allowed = {
        *(".ci", ".gitattributes", ".gitignore", "LICENSE", "Makefile", "README.md", "assets"),
        *(
            "docs",
            "main.py",
            "massage_trainer",
            "packaging",
            "protocols",
            "pyproject.toml",
            "tests",
        ),
    }
    listed = {name.parts[0] for name in tracked_files()}
    extra = {
        name
        for name in listed - allowed
        if not re.fullmatch(r"requirements[\w-]*\.(lock|in)", name)
    }
    assert not extra
