"""Inputs to Reports: files, folders, standard input, HTML, JSONL."""

from accord.intake.intake import Intake, read, stream

__all__ = ["Intake", "read", "stream"]
