"""What people and programs use: the API, the `zhitu` command, the pages."""

VERSION = "0.1.0"
