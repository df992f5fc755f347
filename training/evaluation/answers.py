"""What was answered so far, kept line by line, so a stopped evaluation goes on."""

import json
from pathlib import Path
from typing import Any

Key = tuple[str, str, float]
# set, photo, degradation, severity, and answers: one for each prompt and model.
Line = dict[str, Any]


class Answers:
    """`answers.jsonl` in a folder; its first line says what all others are answers to."""

    def __init__(self, folder: Path, *, asked: dict[str, Any]):
        """`asked` must be that of the answers that are there: mixed ones are answers to neither."""
        self.path = folder / "answers.jsonl"
        self.lines: dict[Key, Line] = {}
        folder.mkdir(parents=True, exist_ok=True)
        # A run that was ended while it wrote leaves half a line.
        whole = self.path.read_text().rpartition("\n")[0] if self.path.exists() else ""
        if not whole:
            self.path.write_text(json.dumps(asked) + "\n")
            return
        first, *rest = map(json.loads, whole.splitlines())
        differing = sorted(key for key in {*first, *asked} if first.get(key) != asked.get(key))
        if differing:
            raise ValueError(f"{folder} holds answers of another {', '.join(differing)}")
        self.path.write_text(whole + "\n")
        self.lines = {_key(line): line for line in rest}

    def add(self, line: Line) -> None:
        with self.path.open("a") as file:
            file.write(json.dumps(line) + "\n")
        self.lines[_key(line)] = line


def _key(line: Line) -> Key:
    return line["photo"], line["degradation"], line["severity"]
