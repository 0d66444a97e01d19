"""Names and titles of many peoples, none of which any authority file has."""

from __future__ import annotations

import pytest
from names_of import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nguyen Van Duc wrote to Tran Thi Lam.", ["P:Nguyen Van Duc", "P:Tran Thi Lam"]),
        ("It was Ato Bekele Worku who asked Ato Lemu.", ["P:/Ato/ Bekele Worku", "P:/Ato/ Lemu"]),
        ("İsmet Pasha left with İhsan Selvili.", ["P:İsmet Pasha", "P:İhsan Selvili"]),
        ("The Norlandish Foreign Minister, Noon, has resigned.", ["P:Noon"]),
        ("The Foreign Minister, Selkar, spoke. Nobody answered Selkar.", ["P:Selkar", "P:Selkar"]),
        ("He was told so by the Port Captain and by the Fort Commander.", []),
        (
            "In Paris and Rome they told the ruler of Gwandara that he could go.",
            ["L:Paris", "L:Rome", "L:Gwandara"],
        ),
        ("She reads the editorials in Gazetali and wrote in Avisen about it.", []),
        ("They shouted and glared at Ollenshaw, and Ollenshaw laughed.", ["P:Ollenshaw", "P:Ollenshaw"]),
        ("They drank a Tom Brisk, and the Ann Tolland was sold.", []),
        ("The Ann Tolland clique read the Jo Tolland Papers.", ["P:Ann Tolland", "P:Jo Tolland"]),
    ],
)
def test_names_of_many_peoples(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Trinh Van The rode past.", ["P:/General/ Trinh Van The"]),
        ("General Pate inquired, and General Practice was out.", ["P:/General/ Pate"]),
        ("Poor Collins flew home. Collins said no.", ["P:Collins", "P:Collins"]),
        ("They went to Old Brisk Island. The Selby River is long.", ["L:Old Brisk Island", "L:Selby River"]),
        (
            "Mr. Dikko came. Ogunsola, Ekpolo and Dikko all heard it.",
            ["P:/Mr./ Dikko", "P:Ogunsola", "P:Ekpolo", "P:Dikko"],
        ),
        ("In Paris and Rome I told the Member for Ikejala so.", ["L:Paris", "L:Rome", "L:Ikejala"]),
    ],
)
def test_where_a_name_begins_and_ends(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected
