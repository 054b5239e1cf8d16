"""The workers of a Dask cluster as a crew."""

import logging
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from loaders.crew import Crew
from loaders.errors import LoadError
from loaders.pipeline import pipeline_fingerprint

WAIT = 10.0  # seconds for a scheduler to answer, and for it to have a worker
# A server of another kind may answer, with what Dask takes for the length of a message: more memory than there is.
NO_SCHEDULER = (OSError, ValueError, MemoryError)


@contextmanager
def cluster(scheduler: str) -> Iterator[Crew]:
    """The workers of a Dask cluster, by its scheduler's address; they have this version installed.

    Work of a worker that dies goes to another. Raises LoadError where Dask is not installed, the scheduler does not
    answer, or its workers are none or of another version.
    """
    try:
        # An extra that most do without.
        distributed = import_module("distributed")
    except ImportError as error:
        raise LoadError(
            f"{scheduler}: 未安装 Dask / Dask is not installed; expected: pip install -e '.[cluster]'"
        ) from error
    # What goes wrong is told by our errors; Dask would print the tracebacks of its own attempts besides.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        client = distributed.Client(scheduler, timeout=WAIT, set_as_default=False)
    except NO_SCHEDULER as error:
        raise LoadError(
            f"{scheduler}: 调度器没有应答 / no scheduler answers; expected an address such as tcp://host:8786 ({error})"
        ) from error
    with client:

        def look_after() -> None:
            _wait_for_worker(client, scheduler)

        look_after()
        _expect_this_version(client, scheduler)
        lost = (BrokenExecutor, CancelledError, distributed.KilledWorker)
        # Not pure: a document's work needs no name by its content, which would be computed and looked up each time.
        yield Crew(client.get_executor(pure=False), sum(client.nthreads().values()), lost, look_after)


def _wait_for_worker(client: Any, scheduler: str) -> None:
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except OSError as error:
        raise LoadError(
            f"{scheduler}: {WAIT:.0f} 秒内没有工作进程 / no worker within {WAIT:.0f} s; "
            f"expected: dask worker {scheduler} --nthreads 1"
        ) from error


def _expect_this_version(client: Any, scheduler: str) -> None:
    def at_worker() -> str:
        """Travels by value: what a worker cannot import it could not tell of otherwise."""
        return str(import_module("loaders.pipeline").pipeline_fingerprint())

    try:
        found = client.run(at_worker)
    except ImportError as error:
        raise LoadError(
            f"{scheduler}: 工作进程上未安装质图 / its workers do not have Zhitu: {error}; expected this version there"
        ) from error
    here = pipeline_fingerprint()
    for worker, there in sorted(found.items()):
        if there != here:
            raise LoadError(
                f"{worker}: 版本 {there} 与本机 {here} 不同 / extracts by version {there}; expected {here}, as here"
            )
