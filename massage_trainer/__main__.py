"""Starts the program as python -m massage_trainer."""

import sys

from massage_trainer.launcher import main

if __name__ == "__main__":
    sys.exit(main())
