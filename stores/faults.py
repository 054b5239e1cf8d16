"""The driver's errors as errors of this package."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from stores.errors import (
    AccessRefused,
    CommitUnknown,
    ConstraintViolated,
    QueryError,
    QueryTimeout,
    SettingsError,
    StoreBehind,
    StoreError,
    StoreUnavailable,
    TransactionTooLarge,
    WriteRefused,
)

AWAY = (
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.ConnectionPoolError,
    exceptions.TransientError,
)
# Neo4j's "TransactionTimedOut" and "TransactionTimedOutClientConfiguration"; the embedded engine says the first.
TIMED_OUT = "TransactionTimedOut"
# Some of these count as transient; yet another time the transaction would need as much again.
TOO_LARGE = ("OutOfMemoryError", "TransactionMemoryLimit", "StackOverFlowError")
# "BookmarkTimeout" counts as transient too, after a wait of its own; "InvalidBookmark", "InvalidBookmarkMixture".
BEHIND = "Bookmark"
# By whoever runs the server, or because it shuts down. No fault of the statement.
ENDED = ("Neo.ClientError.Transaction.Terminated", "Neo.ClientError.Transaction.LockClientStopped")
READ_ONLY = "Neo.ClientError.Statement.AccessMode"
DATABASE = "Neo.ClientError.Database."  # there is none of that name, or it takes no questions
MORE_MEMORY = (
    "所需内存超出数据库的限额，请缩小范围，或调高此处所指的限额 / needs more memory than the server gives; "
    "narrow it down, or have the limit named here raised"
)


@contextmanager
def told_apart(place: str) -> Iterator[None]:
    """Raise what happens inside as the StoreError that a caller can react to; `place` says which store it was."""
    try:
        yield
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        raise store_error(place, error) from error


@contextmanager
def hopeless_told(place: str) -> Iterator[None]:
    """Raise at once what the driver would try again and again in vain."""
    try:
        yield
    except exceptions.TransientError as error:
        if _code(error).endswith(TOO_LARGE) or BEHIND in _code(error):
            raise store_error(place, error) from error
        raise


def store_error(place: str, error: Exception) -> StoreError:
    """The error of this package for one of the driver's."""
    if isinstance(error, exceptions.AuthError):
        return AccessRefused(f"{place}: user or password refused")
    if TIMED_OUT in _code(error):
        return QueryTimeout(f"{place}: the statement ran longer than it may ({_message(error)})")
    if _code(error).endswith(TOO_LARGE):
        return TransactionTooLarge(f"{place}: {MORE_MEMORY} ({_message(error)})")
    if BEHIND in _code(error):
        return StoreBehind(f"{place}: {_message(error)}")
    if _code(error) in ENDED:
        return StoreUnavailable(f"{place}: the server ended the transaction ({_message(error)})")
    if isinstance(error, exceptions.IncompleteCommit):
        return CommitUnknown(f"{place}: the connection broke during a commit ({_message(error)})")
    if isinstance(error, exceptions.ConstraintError):
        return ConstraintViolated(f"{place}: {_message(error)}")
    if isinstance(error, exceptions.Forbidden) or _code(error) == READ_ONLY:
        return WriteRefused(f"{place}: {_message(error)}")
    if _code(error).startswith(DATABASE):
        return AccessRefused(f"{place}: {_message(error)}")
    if isinstance(error, exceptions.ConfigurationError):
        return SettingsError(f"{place}: {_message(error)}")
    distrust = _distrust(error)
    if distrust is not None:
        return AccessRefused(
            f"{place}: 服务器证书不受信任 / the server's certificate is not trusted ({distrust.verify_message}); "
            "ZHITU_BOLT_CA names the certificate of who issued it"
        )
    if isinstance(error, AWAY) or (isinstance(error, exceptions.DriverError) and "closed" in str(error).lower()):
        return StoreUnavailable(f"{place}: not reachable ({_message(error)})")
    return QueryError(f"{place}: {_message(error)}")


def _distrust(error: BaseException | None) -> ssl.SSLCertVerificationError | None:
    """What was wrong with a server's certificate, where that is why it could not be reached."""
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__
    return error


def _code(error: Exception) -> str:
    return str(getattr(error, "code", "") or "")


def _message(error: Exception) -> str:
    """The driver has messages of its own for errors that are not the engine's; only their text says something."""
    return str(error.message or error) if isinstance(error, exceptions.Neo4jError) else str(error)
