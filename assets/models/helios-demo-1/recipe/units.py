# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Conversions between units of time, length, mass and volume, where the result is a whole number."""

import dataclasses

from arithmetic import LARGEST_FACTOR
from numbers_in_words import in_words
from question import Question, capitalised
from unseen import is_unseen, is_unseen_wording

LARGEST_DECIMAL_AMOUNT = 99


@dataclasses.dataclass(frozen=True)
class Unit:
    """Names in English and Spanish, singular and plural; symbol, where one is usual; gender in Spanish."""

    en: tuple
    es: tuple
    symbol: str = ""
    feminine: bool = False

    def name(self, language, amount):
        return (self.en if language == "en" else self.es)[0 if amount == 1 else 1]


@dataclasses.dataclass(frozen=True)
class Conversion:
    large: Unit
    small: Unit
    factor: int

    @property
    def is_decimal(self):
        return self.factor in (10, 100, 1000)

    @property
    def largest_amount(self):
        return LARGEST_DECIMAL_AMOUNT if self.is_decimal else LARGEST_FACTOR


SECOND = Unit(("second", "seconds"), ("segundo", "segundos"))
MINUTE = Unit(("minute", "minutes"), ("minuto", "minutos"))
HOUR = Unit(("hour", "hours"), ("hora", "horas"), feminine=True)
DAY = Unit(("day", "days"), ("día", "días"))
WEEK = Unit(("week", "weeks"), ("semana", "semanas"), feminine=True)
MONTH = Unit(("month", "months"), ("mes", "meses"))
YEAR = Unit(("year", "years"), ("año", "años"))
MILLIMETRE = Unit(("millimetre", "millimetres"), ("milímetro", "milímetros"), "mm")
CENTIMETRE = Unit(("centimetre", "centimetres"), ("centímetro", "centímetros"), "cm")
METRE = Unit(("metre", "metres"), ("metro", "metros"), "m")
KILOMETRE = Unit(("kilometre", "kilometres"), ("kilómetro", "kilómetros"), "km")
GRAM = Unit(("gram", "grams"), ("gramo", "gramos"), "g")
KILOGRAM = Unit(("kilogram", "kilograms"), ("kilogramo", "kilogramos"), "kg")
MILLILITRE = Unit(("millilitre", "millilitres"), ("mililitro", "mililitros"), "ml")
LITRE = Unit(("litre", "litres"), ("litro", "litros"), "l")

CONVERSIONS = (
    Conversion(MINUTE, SECOND, 60),
    Conversion(HOUR, MINUTE, 60),
    Conversion(DAY, HOUR, 24),
    Conversion(WEEK, DAY, 7),
    Conversion(YEAR, MONTH, 12),
    Conversion(CENTIMETRE, MILLIMETRE, 10),
    Conversion(METRE, CENTIMETRE, 100),
    Conversion(KILOMETRE, METRE, 1000),
    Conversion(KILOGRAM, GRAM, 1000),
    Conversion(LITRE, MILLILITRE, 1000),
)

PHRASINGS = {
    "en": (
        "How many {to} are in {amount}?|How many {to} are there in {amount}?|Convert {amount} to {to}.|What is {amount} in {to}?|{amount} in {to}"
        "|{amount} is how many {to}?|How many {to} is {amount}?|{amount} to {to}|How many {to} are {amount}?|How many {to} do {amount} have?"
    ).split("|"),
    "es": (
        "¿Cuánt{o}s {to} hay en {amount}?|¿Cuánt{o}s {to} son {amount}?|Convierte {amount} a {to}.|¿Cuánto son {amount} en {to}?|{amount} en {to}"
        "|¿Cuánt{o}s {to} tienen {amount}?|Pasa {amount} a {to}.|{amount} a {to}|¿{amount} cuánt{o}s {to} son?|¿A cuánt{o}s {to} equivalen {amount}?"
    ).split("|"),
}


def ask_larger_to_smaller(random, language, unseen):
    conversion, amount, phrasing = _drawn(random, language, unseen, "amount")
    text = worded(random, language, phrasing, amount, conversion.large, conversion.small)
    result = amount * conversion.factor
    large, small = conversion.large.name(language, amount), conversion.small.name(language, result)
    step = "" if amount == 1 else f"{amount} × {conversion.factor} {small} = "
    return Question("unit to a smaller one", language, text, f"{amount} {large} = {step}{result} {small}.")


def ask_smaller_to_larger(random, language, unseen):
    conversion, result, phrasing = _drawn(random, language, unseen, "back")
    amount = result * conversion.factor
    text = worded(random, language, phrasing, amount, conversion.small, conversion.large)
    answer = f"{amount} {conversion.small.name(language, amount)} = {result} {conversion.large.name(language, result)}."
    return Question("unit to a larger one", language, text, answer)


def _drawn(random, language, unseen, direction):
    """What is kept out is the amount; of the twelve amounts of a table, learnt by heart, only some of the phrasings."""
    while True:
        conversion, phrasing = random.choice(CONVERSIONS), random.choice(PHRASINGS[language])
        amount = random.randint(1, conversion.largest_amount)
        content = (direction, conversion.large.en[0], amount)
        if (is_unseen(*content) if conversion.is_decimal else is_unseen_wording(phrasing, *content)) == unseen:
            return conversion, amount, phrasing


def worded(random, language, phrasing, amount, source, target):
    """The question that turns an amount of one unit into another."""
    use_symbols = source.symbol and target.symbol and random.random() < 0.4
    number = in_words(amount, language) if 2 <= amount <= 20 and random.random() < 0.25 else amount
    if amount == 1 and not use_symbols and random.random() < 0.6:
        number = _indefinite(language, source)
    if use_symbols:
        quantity = f"{amount}{random.choice(['', ' '])}{source.symbol}"
    else:
        quantity = f"{number} {source.name(language, amount)}"
    text = phrasing.format(
        to=target.symbol if use_symbols else target.name(language, 2), amount=quantity, o="a" if target.feminine else "o"
    )
    return text if text.startswith("¿") else capitalised(text)


def _indefinite(language, unit):
    if language == "es":
        return "una" if unit.feminine else "un"
    return "an" if unit is HOUR else "a"
