"""One thread a process for numeric libraries: more only fight for the cores that processes share."""

from __future__ import annotations

import os


def use_one_thread() -> None:
    """Tell the numeric libraries, before they are imported, to run one thread."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
