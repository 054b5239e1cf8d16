"""Who extracts: the options `--workers` and `--dask`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from loaders.cluster import cluster
from loaders.crew import Crew, processes

WorkersOption = Annotated[
    int | None, typer.Option("--workers", metavar="N", help="抽取进程数；默认 1 / Processes that extract; else 1")
]
DaskOption = Annotated[
    str | None,
    typer.Option("--dask", metavar="tcp://HOST:PORT", help="由 Dask 集群抽取 / A Dask cluster extracts; its scheduler"),
]


@contextmanager
def crew(workers: int | None, dask: str | None) -> Iterator[Crew]:
    """Those who extract. Raises BadParameter where both are given or none can be; LoadError where none answers."""
    if workers is not None and dask is not None:
        raise typer.BadParameter("--workers, --dask: 只能选一个 / choose one")
    if workers is not None and workers < 1:
        raise typer.BadParameter(f"--workers {workers}: 至少为 1 / expected at least 1")
    with processes(workers or 1) if dask is None else cluster(dask) as hands:
        yield hands
