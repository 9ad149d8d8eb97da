"""Runs the benchmarks of this folder and prints one JSON object: python -m tests.benchmarks."""

import importlib
import json
import os
import pkgutil
import platform
import sys
from pathlib import Path
from typing import Any

from massage_trainer import __version__

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def benchmarks() -> list[str]:
    """Every module here that is not private; each has a function run() that returns a dict."""
    return sorted(
        module.name
        for module in pkgutil.iter_modules([str(Path(__file__).parent)])
        if not module.name.startswith("_")
    )


def main(names: list[str]) -> int:
    unknown = set(names) - set(benchmarks())
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are {benchmarks()}")
        return 2
    report: dict[str, Any] = {
        "program": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count(),
    }
    for name in names or benchmarks():
        print(f"{name} ...", file=sys.stderr, flush=True)
        report[name] = importlib.import_module(f"tests.benchmarks.{name}").run()
    print(json.dumps(report, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
