"""The program as it is run, and the sample reports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ACCORD = str(Path(sys.executable).parent / "accord")
SAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"
TEXT = "LIMA (The Harbour Gazette) — Peru recalled its ambassador to Chile on Monday, officials said."


def accord(*arguments: str | Path, text: str | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [ACCORD, *map(str, arguments)],
        input=None if text is None else text.encode(),
        stdin=subprocess.DEVNULL if text is None else None,
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1"},
    )
