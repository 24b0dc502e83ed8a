"""How many threads the numeric libraries run in a process."""

from __future__ import annotations

import os


def use_one_thread() -> None:
    """Have the numeric libraries, not yet imported, run one thread: processes share the cores as it is."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
