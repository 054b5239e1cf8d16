"""Which store the environment names."""

from pathlib import Path
from typing import Any

import platformdirs
import pytest

from stores.bolt import connect
from stores.errors import SettingsError, StoreUnavailable
from stores.open import open_store
from stores.settings import StoreSettings, fields, variables


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
        ("ZHITU_POOL_SIZE", "2.5"),
        ("ZHITU_CONNECT_TIMEOUT", "-1"),
        ("ZHITU_ACQUIRE_TIMEOUT", "0"),
        ("ZHITU_RETRY_TIME", "inf"),
    ],
)
def test_unusable_value_is_named(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=f"{name}: '{value}'"):
        StoreSettings.from_environment({name: value}, tmp_path)


def test_every_setting_has_a_variable_of_its_own_and_a_meaning() -> None:
    names = [variable.name for variable in variables().values()]
    assert len(set(names)) == len(names)
    assert all(info.description for info in fields().values())


def test_a_password_without_a_user_is_refused_without_showing_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ZHITU_BOLT_USER") as caught:
        StoreSettings.from_environment({"ZHITU_BOLT_PASSWORD": "open-sesame"}, tmp_path)
    assert "open-sesame" not in str(caught.value)


def test_the_driver_is_given_what_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("neo4j.GraphDatabase.driver", lambda _, **options: options)
    settings = StoreSettings(pool_size=3, connect_timeout=1.5, acquire_timeout=2.5, retry_time=4.5)
    given: Any = connect("bolt://graph.example", "zhitu", "open-sesame", settings)
    assert {
        "auth": ("zhitu", "open-sesame"),
        "max_connection_pool_size": 3,
        "connection_timeout": 1.5,
        "connection_acquisition_timeout": 2.5,
        "max_transaction_retry_time": 4.5,
    }.items() <= given.items()


def test_a_full_pool_is_waited_for_no_longer_than_set(tmp_path: Path) -> None:
    settings = StoreSettings(folder=tmp_path / "store", pool_size=1, acquire_timeout=2)
    with open_store(settings) as store, store.stream("UNWIND range(1, 5000) AS n RETURN n") as rows:
        next(iter(rows))
        with pytest.raises(StoreUnavailable, match="pool"):
            store.read("RETURN 1 AS one")
