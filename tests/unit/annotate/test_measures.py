"""Quantities with their units, and what they are quantities of."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names_of import document

from teiedition.annotate import annotate
from teiedition.annotate.measures import find_measures


def said(text: str, language: str = "en") -> list[str]:
    """Each quantity with its values: "5 tons: 5 ton of wheat"; ranges as "2..3"."""
    found = []
    for mention in find_measures(text, language):
        if mention.element == "measure":
            values = mention.attributes
            number = values.get("quantity") or f"{values['atLeast']}..{values['atMost']}"
            commodity = f" of {values['commodity']}" if "commodity" in values else ""
            found.append(f"{text[mention.start : mention.end]}: {number} {values['unit']}{commodity}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nearly 40 percent", "40 percent: 40 percent"),
        ("some 3.5%", "3.5%: 3.5 percent"),
        ("1,218.71 kilometers", "1,218.71 kilometers: 1218.71 kilometer"),
        ("a load of 100kg", "100kg: 100 kilogram"),
        ("170m/day", "170m: 170 meter"),
        ("50 tons/hour", "50 tons: 50 ton"),
        ("a 2.5-ton truck", "2.5-ton: 2.5 ton"),
        ("60-cycle motors", "60-cycle: 60 cycle"),
        ("200 million/kWh", "200 million/kWh: 200000000 kWh"),
        ("300 million yuan", "300 million yuan: 300000000 yuan"),
        ("729 million Chinese yuan", "729 million Chinese yuan: 729000000 yuan"),
        ("170 million US dollars (USD)", "170 million US dollars (USD): 170000000 USD"),
        ("USD 3.5 billion", "USD 3.5 billion: 3500000000 USD"),
        ("paid $17.5 million", "$17.5 million: 17500000 USD"),
        ("owed £12 10s. 6d.", "£12 10s. 6d.: 12.525 pound"),
        ("twenty additional sets", "twenty additional sets: 20 set"),
        ("for 12 successive days", "12 successive days: 12 day"),
        ("one million more tons", "one million more tons: 1000000 ton"),
        ("fifty (50) tons", "fifty (50) tons: 50 ton"),
        ("1.5 million 1,500,000 acres", "1.5 million 1,500,000 acres: 1500000 acre"),
        ("five pairs of shoes", "five pairs: 5 pair of shoes"),
        ("20 °C", "20 °C: 20 degree-Celsius"),
        ("five feet 10 inches", "five feet 10 inches: 70 inch"),
        ("2 to 2.5 tons", "2 to 2.5 tons: 2..2.5 ton"),
        ("300-400 tons", "300-400 tons: 300..400 ton"),
        ("20 to 50 million yuan", "20 to 50 million yuan: 20000000..50000000 yuan"),
        ("80 million to one billion yen", "80 million to one billion yen: 80000000..1000000000 yen"),
        ("USD 25-USD 37.50", "USD 25-USD 37.50: 25..37.5 USD"),
        ("between 15 and 30 tons", "15 and 30 tons: 15..30 ton"),
        ("in four or five years", "four or five years: 4..5 year"),
        ("six months to a year", "six months to a year: 6..12 month"),
        ("three hours and 20 minutes", "three hours and 20 minutes: 200 minute"),
        ("one and a half years", "one and a half years: 1.5 year"),
        ("a year and a half", "a year and a half: 1.5 year"),
        ("half a year", "half a year: 0.5 year"),
        ("it takes at least a year", "a year: 1 year"),
        ("three [more] years", "three [more] years: 3 year"),
        ("for three-years", "three-years: 3 year"),
        ("one day before", "one day: 1 day"),
    ],
)
def test_quantity(text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "eighteen factories and 20,000 people",
        "one-third of the land",
        "Five-Year Plan",
        "the first five-year plan",
        "a 12-year-old boy",
        "once a year, twice a day",
        "two second lieutenants",
        "One day he came",
        "pp. 5-8, no. 106-01477-01",
        "the 38th parallel",
        "hundreds of thousands of acres",
        "a few years",
        "five pieces",
    ],
)
def test_no_quantity(text: str) -> None:
    assert said(text) == []


def test_duration_is_typed() -> None:
    assert find_measures("for ten days")[0].attributes["type"] == "duration"
    assert "type" not in find_measures("ten tons")[0].attributes


def test_commodity_stands_behind_or_is_carried_on() -> None:
    text = "They sent 300,000 tons of chemical fertilizer, then 600,000 tons; 20 tons were lost. 4% was sold."
    assert said(text) == [
        "300,000 tons: 300000 ton of chemical fertilizer",
        "600,000 tons: 600000 ton of chemical fertilizer",
        "20 tons: 20 ton of chemical fertilizer",
        "4%: 4 percent",
    ]


def test_commodity_is_what_the_question_asked_for() -> None:
    answer = find_measures("3.7 million tons.", question="How much grain was sown this year?")
    assert answer[0].attributes["commodity"] == "grain"
    assert "commodity" not in find_measures("3.7 million tons.", question="They sowed grain.")[0].attributes


def test_commodity_of_an_amount_stands_before() -> None:
    found = find_measures("The amount of lime per acre is 400 kilograms.")
    assert found[0].attributes["commodity"] == "lime"


def test_unit_of_another_language_is_foreign() -> None:
    text = "50,000 jeongbo, and 200 kilograms per jeongbo"
    found = find_measures(text)
    assert [child.element for child in found[0].children] == ["foreign"]
    apart = [m for m in found if m.element == "foreign"]
    assert [text[m.start : m.end] for m in apart] == ["jeongbo"]
    assert apart[0].attributes == {"xml:lang": "ko-Latn"}


def test_language_without_a_table_has_no_quantities() -> None:
    assert said("5 tonnes", "fr") == []


@given(
    st.decimals(Decimal("0.01"), Decimal("999999"), places=2),
    st.sampled_from(["tons", "yuan", "percent", "acres"]),
)
def test_every_quantity_is_read_back(value: Decimal, unit: str) -> None:
    found = find_measures(f"about {value:,} {unit}")
    assert len(found) == 1
    assert Decimal(found[0].attributes["quantity"]) == value


TOKENS = [
    "5",
    "two",
    "million",
    "tons",
    "-",
    "to",
    "a",
    "year",
    "USD",
    "$",
    "(",
    ")",
    "half",
    ".",
    ",",
    "of",
    "\n",
    "and",
    "£1 2s.",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(TOKENS), max_size=12), st.sampled_from([" ", ""]))
def test_any_text_is_survived(tokens: list[str], gap: str) -> None:
    text = gap.join(tokens)
    for mention in find_measures(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert "\n" not in text[mention.start : mention.end]
        if mention.element == "measure":
            for name in ("quantity", "atLeast", "atMost"):
                assert name not in mention.attributes or Decimal(mention.attributes[name]) >= 0


@pytest.mark.parametrize(
    ("text", "words", "values"),
    [
        ("a duty of 2s. 6d. per cwt.", "2s. 6d.", {"quantity": "2.5", "unit": "shilling"}),
        ("had fallen 3 ft. 6 in. below", "3 ft. 6 in.", {"quantity": "42", "unit": "inch"}),
        ("a loan at 4½% a year", "4½%", {"quantity": "4.5", "unit": "percent"}),
        ("5 per cent. of the crop", "5 per cent.", {"quantity": "5", "unit": "percent"}),
        ("rose by 5 per cent. The crop", "5 per cent", {"quantity": "5", "unit": "percent"}),
        ("took 3 1/2 million tons off", "3 1/2 million tons", {"quantity": "3500000", "unit": "ton"}),
        ("150 long tons", "150 long tons", {"quantity": "150", "unit": "long-ton"}),
        (
            "sent 100 tons of oats and no hay was left",
            "100 tons",
            {"quantity": "100", "unit": "ton", "commodity": "oats"},
        ),
    ],
)
def test_old_and_small_measures(text: str, words: str, values: dict[str, str]) -> None:
    (measure,) = find_measures(text)
    assert (text[measure.start : measure.end], measure.attributes) == (words, values)


def test_one_before_a_verb_is_no_quantity() -> None:
    assert find_measures("To carry it inland one sets up an instrument.") == []


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("20 tons of oats entered the river", "oats"),
        ("20 tons of cotton seed were sold", "cotton seed"),
        ("20 tons of wheat and agreed to more", "wheat"),
        ("20 tons of steel and one hammer", "steel"),
        ("9 sets of five types of equipment", "equipment"),
        ("9 sets of six types equipment", "equipment"),
        ("20 tons of processed fiber", "processed fiber"),
    ],
)
def test_a_commodity_ends_where_the_sentence_goes_on(text: str, commodity: str) -> None:
    assert find_measures(text)[0].attributes["commodity"] == commodity


def test_a_slope_is_a_ratio() -> None:
    (slope,) = find_measures("a slope of 27 per thousand")
    assert slope.attributes == {"quantity": "27", "unit": "per-mille"}


@pytest.mark.parametrize(
    ("text", "words", "least", "most"),
    [
        ("asked for $3-4 million more", "$3-4 million", "3000000", "4000000"),
        ("at $60 to 65 per ton", "$60 to 65", "60", "65"),
        ("at $60-$65 per ton", "$60-$65", "60", "65"),
    ],
)
def test_a_range_of_money_with_one_mark(text: str, words: str, least: str, most: str) -> None:
    (measure,) = find_measures(text)
    assert text[measure.start : measure.end] == words
    assert measure.attributes == {"atLeast": least, "atMost": most, "unit": "USD"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three to four hundred tons", ["three to four hundred tons: 300..400 ton"]),
        ("between two and three hundred tons", ["two and three hundred tons: 200..300 ton"]),
        ("eighty to a hundred tons", ["eighty to a hundred tons: 80..100 ton"]),
        ("a hundred and twenty-five tons", ["a hundred and twenty-five tons: 125 ton"]),
        ("a quarter of a million tons", ["a quarter of a million tons: 250000 ton"]),
        ("two and one-half years", ["two and one-half years: 2.5 year"]),
        ("2-1/2 hours", ["2-1/2 hours: 2.5 hour"]),
        ("three-quarters of an hour", ["three-quarters of an hour: 0.75 hour"]),
        ("½ of one percent", ["½ of one percent: 0.5 percent"]),
        ("one-third of the harvest", []),
        ("$100m and £2bn", ["$100m: 100000000 USD", "£2bn: 2000000000 pound"]),
        ("$100 men", ["$100: 100 USD"]),
        ("$4.5–$5.0 billion", ["$4.5–$5.0 billion: 4500000000..5000000000 USD"]),
        (
            "1.2bn francs, Lit. 100 billion",
            ["1.2bn francs: 1200000000 franc", "Lit. 100 billion: 100000000000 lira"],
        ),
        ("Mex. $50,000", ["Mex. $50,000: 50000 Mexican-dollar"]),
        ("NT$40", ["NT$40: 40 TWD"]),
        ("Rs. 50 crores", ["Rs. 50 crores: 500000000 rupee"]),
        ("nine millions of dollars", ["nine millions of dollars: 9000000 dollar"]),
        ("155-mm guns and a 5-m board", ["155-mm: 155 millimeter"]),
        ("300 quarters of wheat", ["300 quarters: 300 quarter of wheat"]),
        ("three quarters of wheat", []),
        ("£100 : 10s : 6d", ["£100 : 10s : 6d: 100.525 pound"]),
        ("£3:10:6", ["£3:10:6: 3.525 pound"]),
    ],
)
def test_parts_scales_and_money(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 million 200 thousand tons", ["1 million 200 thousand tons: 1200000 ton"]),
        ("2 million 500 thousand rubles", ["2 million 500 thousand rubles: 2500000 ruble"]),
        ("3 mln. tons, 250 thous. tons", ["3 mln. tons: 3000000 ton", "250 thous. tons: 250000 ton"]),
        ("12,5 percent", ["12,5 percent: 12.5 percent"]),
        ("1,250 tons, 1,25 tons", ["1,250 tons: 1250 ton", "1,25 tons: 1.25 ton"]),
        ("in 1961 2 million tons", ["2 million tons: 2000000 ton"]),
    ],
)
def test_numbers_as_translators_leave_them(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "from 317 million tons in 1962 to 342 million tons in 1967",
            ["317 million tons: 317000000 ton", "342 million tons: 342000000 ton"],
        ),
        ("from 5 tons in 1960 to 2,510 tons", ["5 tons: 5 ton", "2,510 tons: 2510 ton"]),
        ("of 1900 to 2000 tons", ["1900 to 2000 tons: 1900..2000 ton"]),
    ],
)
def test_a_year_before_a_quantity_is_no_end_of_a_range(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_week_end_is_no_week() -> None:
    assert said("for a week-end") == []


def test_units_of_old_accounts() -> None:
    assert said("100 fr. and 20 paras") == ["100 fr.: 100 franc", "20 paras: 20 para"]


def test_the_amount_stated_last_tells_what_a_quantity_is_of() -> None:
    text = "The yield per person for tin was 21 kg. The yield per person for flax was 2 kg, ours 13 kg."
    assert [m.attributes.get("commodity") for m in find_measures(text)] == ["tin", "flax", "flax"]


def test_a_question_is_answered_in_the_next_speech() -> None:
    speech = "<sp><speaker>{}:</speaker><stage>(nods)</stage><p>{}</p></sp>"
    asked = speech.format("Orr", "How much barley was sent?") + speech.format("Lee", "300 tons.")
    found = annotate(document(f"<p>It rained.</p>{asked}"), Path("record.xml")).mentions
    assert [m.attributes.get("commodity") for m in found if m.element == "measure"] == ["barley"]
    counted = "How many more will come? 30 tons."
    assert "commodity" not in find_measures(counted, start=25, question=counted[:24])[0].attributes


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("raised from 8.20 RM to 9 RM", ["8.20 RM", "9 RM"]),
        ("raised from 8 to 9 francs", ["8 to 9 francs"]),
        ("four 76.2-mm. guns", ["76.2-mm."]),
        ("They sent 47 cwts. The rest", ["47 cwts"]),
        ("They sent 47 cwts. of it", ["47 cwts."]),
        ("an area of 2.1 million ha", ["2.1 million ha"]),
        ("H-hour 0630 hours", []),
        ("A TWO AND ONE-HALF TON TRUCK", ["TWO AND ONE-HALF TON"]),
        ("400 drums of petrol", ["400 drums"]),
        ("a duty of Tls. 30", ["Tls. 30"]),
    ],
)
def test_where_a_quantity_ends(text: str, measures: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_measures(text) if m.element == "measure"] == measures


def test_what_is_above_plan_is_a_quantity() -> None:
    assert said("It was 66,700 hectares above plan under the five-year agricultural plan.") == [
        "66,700 hectares: 66700 hectare"
    ]
    assert said("2s. 5d. worth of bread") == ["2s. 5d.: 2.4167 shilling"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("send me 20. hhds. of mine", "20. hhds.: 20 hogshead"),
        ("the exchange is 25. per cent", "25. per cent: 25 percent"),
        ("some 14,000 ℔ of it", "14,000 ℔: 14000 pound"),
        ("rose to 10½d. a gallon", "10½d.: 10.5 penny"),
        ("deducting 9d. for credit", "9d.: 9 penny"),
        ("a duty of 3s. on each", "3s.: 3 shilling"),
        ("orders for £16–8–9 in all", "£16–8–9: 16.4375 pound"),
        ("850 standards of deals", "850 standards: 850 standard of deals"),
    ],
)
def test_sums_and_weights_as_old_hands_write_them(text: str, measure: str) -> None:
    assert said(text) == [measure]


def test_ordinals_and_decades_are_no_coins() -> None:
    assert said("on the 3d. of May and the 22d. instant, in the 30s. He came with F–4s. See d. 5") == []


def test_what_a_place_is_away_from_is_not_measured() -> None:
    assert said("within ten miles of the coast") == ["ten miles: 10 mile"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("the sum of 9,000,000 metallic roubles", "9,000,000 metallic roubles: 9000000 ruble"),
        ("1 Indian Rupee is", "1 Indian Rupee: 1 rupee"),
        ("860 miles in 5 hrs. 35 mins.", "5 hrs. 35 mins: 335 minute"),
        ("a harvest of 18.5 centners", "18.5 centners: 18.5 centner"),
    ],
)
def test_what_may_stand_around_a_unit(text: str, measure: str) -> None:
    assert said(text)[-1] == measure


def test_shillings_that_are_no_decade() -> None:
    assert said("Freight is 45s. a ton, in the 40s. It rose") == ["45s.: 45 shilling"]
