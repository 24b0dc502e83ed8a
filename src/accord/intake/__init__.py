"""Inputs to Reports: files, folders, standard input, HTML, JSONL."""
