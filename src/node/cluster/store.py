"""Folders on a disk or in an object store, alike: whatever pyarrow reads (a path, s3://, gs://, ...)."""

import json
from pathlib import Path
from typing import Any

from pyarrow import fs

LINK_ROOT = Path("/")


class Store:
    """A folder by its path or address."""

    def __init__(self, address: str):
        is_address = "://" in address
        self.address = address if is_address else str(Path(address).absolute())
        self._files, self._root = fs.FileSystem.from_uri(
            address if is_address else Path(self.address).as_uri()
        )

    def names(self) -> list[str]:
        """Lists the files in it and below, with forward slashes, ordered. Raises FileNotFoundError."""
        found = self._files.get_file_info(fs.FileSelector(self._root, recursive=True))
        start = len(self._root.rstrip("/")) + 1
        return sorted(one.path[start:] for one in found if one.type == fs.FileType.File)

    def fetch(self, name: str, target: Path) -> None:
        """A link where the file is on a disk, else a copy."""
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(self._files, fs.LocalFileSystem):
            target.symlink_to(LINK_ROOT / self._path(name))
        else:
            target.write_bytes(self.read(name))

    def read(self, name: str) -> bytes:
        with self._files.open_input_stream(self._path(name)) as stream:
            return stream.read()

    def read_json(self, name: str) -> Any | None:
        """None where there is no such file."""
        if self._files.get_file_info(self._path(name)).type != fs.FileType.File:
            return None
        return json.loads(self.read(name))

    def write(self, name: str, content: bytes) -> None:
        """All of it or nothing."""
        path = self._path(name)
        self._files.create_dir(path.rpartition("/")[0], recursive=True)
        unfinished = f"{path}.unfinished"
        with self._files.open_output_stream(unfinished) as stream:
            stream.write(content)
        self._files.move(unfinished, path)

    def remove(self, name: str) -> None:
        """Nothing where there is no such file."""
        if self._files.get_file_info(self._path(name)).type == fs.FileType.File:
            self._files.delete_file(self._path(name))

    def write_json(self, name: str, content: Any) -> None:
        self.write(name, (json.dumps(content) + "\n").encode())

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"
