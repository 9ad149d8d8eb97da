"""A virtual X display for the tests and measurements that need a real window."""

import os
import secrets
import subprocess
from pathlib import Path
from types import TracebackType


class VirtualDisplay:
    """Xvfb on a free number; it chooses the number itself and tells when it is ready."""

    def __init__(
        self, directory: Path, *, size: str = "1920x1080x24", needs_cookie: bool = False
    ) -> None:
        self._size = size
        self._needs_cookie = needs_cookie
        self.authority = directory / "authority"
        self.name = ""
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "VirtualDisplay":
        ready, tell = os.pipe()
        # Without -noreset the server restarts whenever its last client leaves, for some 10 ms.
        command = ["Xvfb", "-displayfd", str(tell), "-noreset", "-screen", "0", self._size]
        command += ["-nolisten", "tcp"]
        if self._needs_cookie:
            self._add_cookie(":0")
            command += ["-auth", str(self.authority)]
        self._server = subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(ready) as answer:
            self.name = f":{answer.readline().strip()}"
        if self._needs_cookie:
            self._add_cookie(self.name)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server is not None
        self._server.terminate()
        self._server.wait(timeout=10)

    def _add_cookie(self, display: str) -> None:
        """The server accepts any cookie of its file, the client looks one up by the number."""
        if not self.authority.exists():
            self.authority.touch()
            self._cookie = secrets.token_hex(16)
        subprocess.run(
            ["xauth", "-q", "-f", str(self.authority), "add", display, ".", self._cookie],
            check=True,
        )
