#!/bin/sh
# Opens the program; on a machine without a display says so and plays every lesson off screen instead.
set -eu
cd "$(dirname "$0")/.."

packaging/setup.sh run
python=.venv/bin/python

if [ "$#" -eq 0 ] && [ -z "${QT_QPA_PLATFORM:-}" ]; then
    trouble=$($python -c 'import os
from massage_trainer.launcher import LinuxMachine, display_problem
import sys
if sys.platform.startswith("linux"):
    print(display_problem(os.environ, LinuxMachine()) or "", end="")')
    if [ -n "$trouble" ]; then
        printf '%s\n' "$trouble" >&2
        printf '%s\n%s\n' \
            "Vì vậy chương trình chạy hết các bài ngoài màn hình và ghi ảnh từng bước vào tour/" \
            "So the program now plays every lesson off screen and writes a picture of each step to tour/" >&2
        exec $python main.py --tour tour
    fi
fi
exec $python main.py "$@"
