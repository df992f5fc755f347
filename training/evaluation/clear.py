"""Whether a photo is clear, as the app's report says: RobustSAM may see clear photos as plain SAM does."""

import json
import struct
import subprocess
from functools import cached_property
from typing import Any

import numpy as np

from contract import PROJECT


class PhotoReports:
    """The measures of src/report, in Node; it starts with the first photo."""

    @cached_property
    def _node(self) -> subprocess.Popen:
        command = ["npm", "run", "--silent", "bench:report"]
        return subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def measure(self, photo: np.ndarray) -> dict[str, Any]:
        """Measures uint8 [H, W, 3]; `isClear` is what the app goes by, `milliseconds` what it took."""
        height, width = photo.shape[:2]
        self._node.stdin.write(struct.pack("<II", width, height) + photo.tobytes())
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())

    def is_clear(self, photo: np.ndarray) -> bool:
        return self.measure(photo)["isClear"]
