"""Which store the environment names."""

from pathlib import Path

import platformdirs
import pytest

from stores.errors import SettingsError
from stores.settings import StoreSettings


def test_store_of_the_working_directory_if_there(tmp_path: Path) -> None:
    (tmp_path / ".zhitu").mkdir()
    assert StoreSettings.from_environment({}, tmp_path).folder == tmp_path / ".zhitu"


def test_store_of_the_user_otherwise(tmp_path: Path) -> None:
    folder = StoreSettings.from_environment({}, tmp_path).folder
    assert folder == Path(platformdirs.user_data_dir("zhitu", appauthor=False))


@pytest.mark.parametrize(("given", "below"), [("graph", "graph"), ("./a/../b", "b")])
def test_named_folder_counts_from_the_working_directory(given: str, below: str, tmp_path: Path) -> None:
    assert StoreSettings.from_environment({"ZHITU_STORE": given}, tmp_path).folder == tmp_path / below


def test_server_and_credentials_are_taken_over(tmp_path: Path) -> None:
    environment = {
        "ZHITU_BOLT_URI": "neo4j+s://graph.example:7687",
        "ZHITU_BOLT_USER": "zhitu",
        "ZHITU_BOLT_PASSWORD": "open-sesame",
        "ZHITU_BOLT_DATABASE": "quality",
        "ZHITU_QUERY_TIMEOUT": "2.5",
    }
    settings = StoreSettings.from_environment(environment, tmp_path)
    assert (settings.bolt_uri, settings.user, settings.password, settings.database, settings.query_timeout) == (
        "neo4j+s://graph.example:7687",
        "zhitu",
        "open-sesame",
        "quality",
        2.5,
    )


def test_password_is_not_shown() -> None:
    assert "open-sesame" not in repr(StoreSettings(user="zhitu", password="open-sesame"))  # noqa: S106 - made up here


def test_address_with_a_password_is_refused_without_showing_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        StoreSettings.from_environment({"ZHITU_BOLT_URI": "bolt://zhitu:open-sesame@host"}, tmp_path)
    assert "open-sesame" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ZHITU_BOLT_URI", "http://localhost:7474"),
        ("ZHITU_BOLT_URI", "localhost:7687"),
        ("ZHITU_QUERY_TIMEOUT", "soon"),
        ("ZHITU_QUERY_TIMEOUT", "0"),
        ("ZHITU_QUERY_TIMEOUT", "nan"),
        ("ZHITU_ROW_CAP", "-1"),
        ("ZHITU_POOL_SIZE", "inf"),
    ],
)
def test_unusable_value_is_named(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=f"{name}: '{value}'"):
        StoreSettings.from_environment({name: value}, tmp_path)
