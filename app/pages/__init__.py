"""The explorer's page, and the files that it loads."""
