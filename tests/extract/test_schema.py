"""The output contract: records are closed and checked, and every line validates against `extract schema`."""

import json
from dataclasses import FrozenInstanceError
from decimal import Decimal

import jsonschema
import pytest
from pydantic import TypeAdapter, ValidationError
from records import FULL, event, extraction, figure, quote

from extract.catalogue import event_types, figure_kinds
from extract.export import json_line
from extract.schema import Evidence, Extraction, Status
from extract.wire import from_json, json_schema, to_json


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    contract = json_schema([kind.kind for kind in figure_kinds()], [type_.type for type_ in event_types()])
    jsonschema.Draft202012Validator.check_schema(contract)
    return jsonschema.Draft202012Validator(contract)


RECORDS = [
    pytest.param(FULL, id="every slot"),
    pytest.param(extraction(), id="nothing found"),
    pytest.param(extraction(figure(value=Decimal(1) / 3)), id="a fraction"),
    pytest.param(extraction(status=Status.FAILED, error="no text"), id="a failure"),
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_line_validates(record: Extraction, validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(json.loads(json_line(record)))


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(extraction(figure(kind="unicorns")), id="unknown kind"),
        pytest.param(extraction(events=(event(type="miracle"),)), id="unknown type"),
    ],
)
def test_a_name_outside_the_ontology_does_not(record: Extraction, validator: jsonschema.Draft202012Validator) -> None:
    with pytest.raises(jsonschema.ValidationError, match="is not one of"):
        validator.validate(json.loads(json_line(record)))


def test_an_extra_key_does_not(validator: jsonschema.Draft202012Validator) -> None:
    line = json.loads(json_line(FULL)) | {"mood": "good"}
    with pytest.raises(jsonschema.ValidationError, match="'mood' was unexpected"):
        validator.validate(line)


def test_the_version_of_the_contract_stands_first_in_the_line() -> None:
    assert json_line(FULL).startswith(b'{"schema":"hasila/1",')


def test_records_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        FULL.status = Status.FAILED  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "start", "end"), [("abc", 0, 2), ("abc", 0, 4), ("", 3, 3)], ids=["short", "long", "empty"]
)
def test_a_quote_spans_what_it_quotes(text: str, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="cannot span"):
        Evidence(text=text, start=start, end=end)


@pytest.mark.parametrize("record", RECORDS)
def test_writer_and_contract_agree(record: Extraction) -> None:
    line = to_json(record)
    assert line == TypeAdapter(Extraction).dump_json(record).decode()
    assert to_json(from_json(line)) == line


BROKEN = [
    pytest.param(("evidence", "end"), 99, "cannot span", id="a quote that does not fit its offsets"),
    pytest.param(("evidence", "start"), -3, "greater than or equal to 0", id="an offset before the text"),
    pytest.param(("evidence", "mood"), "good", "evidence", id="an extra key deep inside"),
    pytest.param(("qualifier",), "maybe", "qualifier", id="an unknown qualifier"),
    pytest.param(("when", "first"), "2025-13-01", "when.first", id="a day that is not"),
]


@pytest.mark.parametrize(("path", "value", "why"), BROKEN)
def test_a_changed_line_is_refused(path: tuple[str, ...], value: object, why: str) -> None:
    line = json.loads(json_line(FULL))
    place = line["figures"][0]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(ValidationError, match=why):
        from_json(json.dumps(line))


@pytest.mark.parametrize(
    ("written", "value"),
    [("2500", Decimal(2500)), ("0.1", Decimal("0.1")), ("1e3", Decimal(1000)), ('"2.50"', Decimal("2.50"))],
)
def test_numbers_are_read_exactly(written: str, value: Decimal) -> None:
    line = json_line(extraction(figure())).replace(b'"value":2500', f'"value":{written}'.encode())
    assert from_json(line).figures[0].value == value


@pytest.mark.parametrize("written", ["true", '""', '"many"', "NaN", "Infinity", "[]"])
def test_what_is_not_a_number_is_refused(written: str) -> None:
    line = json_line(extraction(figure())).replace(b'"value":2500', f'"value":{written}'.encode())
    with pytest.raises(ValidationError):
        from_json(line)


def test_characters_outside_the_first_plane_count_as_one() -> None:
    assert quote("12 🚁").end == 4
