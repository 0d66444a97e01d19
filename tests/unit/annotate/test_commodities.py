"""Of what a quantity is: behind it, as its label, told by its sentence, carried on."""

from __future__ import annotations

import pytest

from teiedition.annotate.measures import find_measures


def of_what(text: str) -> list[str | None]:
    """What the quantities in a text are of, in order."""
    return [m.attributes.get("commodity") for m in find_measures(text) if m.element == "measure"]


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("In Orel they burnt coal, 300 tons", "coal"),
        ("Oats 300 tons", "Oats"),
        ("cement (about 300 tons)", "cement"),
        ("scrap iron and pig iron, 300 tons", "scrap iron and pig iron"),
        ("They promised 300 tons apatite.", "apatite"),
        ("They promised 300 tons a year of pulp.", "pulp"),
        ("They promised 300 tons/year of rolled steel.", "rolled steel"),
        ("300 hectares of it under rye", "rye"),
        ("The remaining 300 tons will consist of lumber and tar.", "lumber"),
        ("The catch of fish in the lake was 300 tons.", "fish"),
        ("The gross grain harvest came to 300 tons.", "grain"),
        ("Three hundred tons when barley and oats are counted.", "barley and oats"),
        ("There are peas, beans and other vegetables, in all 300 tons.", "peas, beans and other vegetables"),
        ("300 tons of Polish zinc", "Polish zinc"),
    ],
)
def test_goods_are_told_around_a_quantity(text: str, commodity: str) -> None:
    assert of_what(text) == [commodity]


@pytest.mark.parametrize(
    "text",
    [
        "General Clay asked for 300 tons.",  # a person’s name
        "They carried coal for 300 kilometers.",  # a distance
        "They built a 300 ton press for oil.",  # what the press can bear
        "The wheat went by lorry and the sugar by ship, some 300 tons.",  # of two goods none is told
        "Eleven hogsheads, 2 hhds. of Amos Orr’s.",
        "Steel was paid for with 300 rubles.",
    ],
)
def test_what_no_word_tells_is_left_open(text: str) -> None:
    assert not any(of_what(text))


def test_each_of_a_list_has_its_label() -> None:
    text = "Output: coal, 8.9 million tons; pig iron, 694,000 tons; fabrics, 158 million meters; rice 5 tons."
    assert of_what(text) == ["coal", "pig iron", "fabrics", "rice"]


def test_a_commodity_is_carried_on_until_another_is_named() -> None:
    text = "They asked for 5 tons of tin and got 4 tons. Zinc was scarce; 3 tons came. It rained. 2 tons."
    assert of_what(text) == ["tin", "tin", "Zinc", "Zinc"]


def test_the_land_is_measured_in_acres_and_what_it_is_given_in_tons() -> None:
    text = "The fertilizer for an acre of paddy field is 4 tons. "
    text += "Corn fields take 2 tons; there are 9 acres of land."
    assert of_what(text) == ["fertilizer", "fertilizer", "land"]


def test_respectively_gives_each_its_own() -> None:
    assert of_what("Imports of oats and barley came to 14 cwt. and 16 cwt., respectively.") == [
        "oats",
        "barley",
    ]


def test_a_crop_is_an_amount_of_what_grows() -> None:
    assert of_what("The wheat crop of the valley was 300 imperial quarters.") == ["wheat"]


@pytest.mark.parametrize(
    ("text", "commodities"),
    [
        ("It makes 2 tons of finished wooden goods, later 3 tons.", ["finished wooden goods"] * 2),
        ("The stocks (exclusive of coke) fell by 3 tons.", [None]),
        ("In exchange for our tin they give 3 tons.", [None]),
        ("They reaped 3 tons more grain.", ["grain"]),
    ],
)
def test_a_name_of_goods_stands_where_it_belongs(text: str, commodities: list[str | None]) -> None:
    assert of_what(text) == commodities


def test_what_a_unit_is_worth_is_of_nothing() -> None:

    assert of_what("Of cotton every pogon (equal to 5,000 square meters) gives much.") == [None]


@pytest.mark.parametrize(
    ("text", "commodities"),
    [
        ("They ask for 58 guns; hexogen, 5 tons; tinned meat, 4 tons.", ["hexogen", "tinned meat"]),
        ("Food-grain output was 5 tons.", ["Food-grain"]),
        ("They sent 5 tons of tin. A works with a capacity of 4 tons closed.", ["tin", None]),
    ],
)
def test_labels_and_capacities(text: str, commodities: list[str | None]) -> None:
    assert of_what(text) == commodities


@pytest.mark.parametrize(
    ("text", "commodities"),
    [
        ("Metallurgical coke: 5 tons, of which 4 tons in the first quarter.", ["Metallurgical coke"] * 2),
        ("They sent 5 tons of hard coal instead of 4 tons.", ["hard coal", "hard coal"]),
        ("5 tons of rubber and cotton yarn, 4 bales.", ["rubber", "cotton yarn"]),
        ("The total grain harvest was 20 percent up: 5 tons.", [None, "grain"]),
        (
            "Exports of cocoa rose to 5 tons (£400), of palm kernels to 4 tons.",
            ["cocoa", None, "palm kernels"],
        ),
    ],
)
def test_several_goods_in_a_sentence(text: str, commodities: list[str | None]) -> None:
    assert of_what(text) == commodities


def test_a_question_may_name_the_goods_alone() -> None:
    answer = find_measures("We sent 300 tons.", question="We have enough. What about anthracite?")
    assert answer[0].attributes["commodity"] == "anthracite"


@pytest.mark.parametrize(
    ("text", "commodities"),
    [
        ("5 hectares went to wheat, 4 hectares to oats.", ["wheat", "oats"]),
        ("Of land 9 hectares: 5 hectares to wheat, 4 hectares to oats.", ["land", "wheat", "oats"]),
        ("Winter barley was cut on 5 hectares, yielding 4 tons, in all 20 tons.", ["Winter barley"] * 3),
        ("The harvest of grain was 9 tons; per head that is 3 kilograms.", ["grain", "grain"]),
        ("Milk came, 9 tons. Each child gets 40 grams.", ["Milk", None]),
        ("They sent 9 tons of tin in ships (8 tons deadweight) at a dollar the picul of 133 lbs.",
         ["tin", None, None]),
        ("They ask for machines capable of producing 30 tons of pulp, others capable of producing 20 tons.",
         ["pulp", None]),
    ],
)  # fmt: skip
def test_how_far_a_name_of_goods_reaches(text: str, commodities: list[str | None]) -> None:
    assert of_what(text) == commodities
