"""What processes hold and have used, as Linux tells it under /proc."""

import os
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
TICK = os.sysconf("SC_CLK_TCK")


def memory(process: int) -> int:
    """Bytes that a process holds in memory now."""
    return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * PAGE


def processor_seconds(process: int) -> float:
    """Processor time of all threads of a process so far. Other work on the machine lengthens it a little only."""
    # The name of the command comes first, in parentheses, and may have spaces in it.
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def size(folder: Path) -> int:
    """Bytes that the files below a folder take on the disk."""
    return sum(512 * path.stat().st_blocks for path in folder.rglob("*") if path.is_file())
