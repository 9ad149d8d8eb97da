"""Starts the massage trainer from a checkout: python main.py."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must be told so, not shown a trace
    sys.exit(
        "Cần Python 3.11 trở lên; hãy chạy bằng bản mới hơn.\n"
        "Python 3.11 or newer is needed; please start with a newer one."
    )

from massage_trainer.launcher import main

if __name__ == "__main__":
    sys.exit(main())
