"""Whose certificates are believed when a server says who it is."""

from pathlib import Path
from typing import Any

import neo4j

TLS = "+s"


def trusting(uri: str, authorities: Path | None) -> tuple[str, dict[str, Any]]:
    """The address and the driver's options for a server that one of the `authorities` (a PEM file) vouches for.

    Only an address that asks for TLS is changed: in it, `+s` means the authorities that the system trusts.
    """
    scheme, separator, rest = uri.partition("://")
    if authorities is None or not scheme.endswith(TLS):
        return uri, {}
    options = {"encrypted": True, "trusted_certificates": neo4j.TrustCustomCAs(str(authorities))}
    return f"{scheme.removesuffix(TLS)}{separator}{rest}", options
