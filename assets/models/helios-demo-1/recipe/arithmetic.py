# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Sums and differences of 0..99, times tables 0..12."""

from numbers_in_words import in_words
from question import Question, capitalised, drawn
from unseen import is_unseen

LARGEST = 99
LARGEST_FACTOR = 12
# Factors beyond the tables that the units need: trained here, never asked in the examination.
UNIT_FACTORS = (24, 60)

_SUM = {
    "en": (
        "What is {a} plus {b}?|How much is {a} plus {b}?|{a} plus {b}|{a} + {b}|{a}+{b}|{a} + {b} = ?|What is {a} + {b}?|How much is {a} + {b}?"
        "|Add {a} and {b}.|Add {b} to {a}.|What is the sum of {a} and {b}?|Calculate {a} + {b}.|What do {a} and {b} make?|What's {a} + {b}?"
        "|What's {a} plus {b}?|How much do {a} and {b} add up to?|I have {a} apples and get {b} more. How many apples do I have?"
    ),
    "es": (
        "¿Cuánto es {a} más {b}?|¿Cuánto son {a} más {b}?|{a} más {b}|{a} + {b}|{a}+{b}|{a} + {b} = ?|¿Cuánto es {a} + {b}?|Suma {a} y {b}."
        "|¿Cuál es la suma de {a} y {b}?|Calcula {a} + {b}.|¿Cuánto suman {a} y {b}?|¿Qué da {a} más {b}?|¿Cuántos son {a} y {b}?"
        "|Tengo {a} manzanas y me dan {b} más. ¿Cuántas manzanas tengo?"
    ),
}
_DIFFERENCE = {
    "en": (
        "What is {a} minus {b}?|How much is {a} minus {b}?|{a} minus {b}|{a} - {b}|{a}-{b}|{a} - {b} = ?|What is {a} - {b}?|How much is {a} - {b}?"
        "|Subtract {b} from {a}.|Take {b} away from {a}.|Calculate {a} - {b}.|What's {a} - {b}?|What's {a} minus {b}?|{b} less than {a}"
    ),
    "es": (
        "¿Cuánto es {a} menos {b}?|¿Cuánto son {a} menos {b}?|{a} menos {b}|{a} - {b}|{a}-{b}|{a} - {b} = ?|¿Cuánto es {a} - {b}?"
        "|Resta {b} de {a}.|Resta {b} a {a}.|Calcula {a} - {b}.|¿Qué da {a} menos {b}?|Quita {b} a {a}."
    ),
}
_PRODUCT = {
    "en": (
        "What is {a} times {b}?|How much is {a} times {b}?|{a} times {b}|{a} × {b}|{a} x {b}|{a} * {b}|{a}*{b}|{a}x{b}|What is {a} × {b}?"
        "|What is {a} multiplied by {b}?|Multiply {a} by {b}.|What is the product of {a} and {b}?|Calculate {a} × {b}.|Calculate {a} * {b}."
        "|{a} x {b} = ?|What's {a} times {b}?|How much is {a} * {b}?"
    ),
    "es": (
        "¿Cuánto es {a} por {b}?|¿Cuánto son {a} por {b}?|{a} por {b}|{a} × {b}|{a} x {b}|{a} * {b}|{a}*{b}|{a}x{b}|¿Cuánto es {a} × {b}?"
        "|¿Cuánto es {a} multiplicado por {b}?|Multiplica {a} por {b}.|¿Cuál es el producto de {a} y {b}?|Calcula {a} × {b}.|Calcula {a} * {b}."
        "|{a} x {b} = ?|¿Qué da {a} por {b}?|¿Cuánto es {a} x {b}?"
    ),
}


def ask_sum(random, language, unseen):
    a, b = drawn(lambda: (_operand(random), _operand(random)), unseen, key=lambda pair: ("+", *pair))
    return Question("sum", language, _worded(random, language, _phrasing(random, language, _SUM), a, b), f"{a} + {b} = {_by_tens(a, '+', b, a + b)}{a + b}.")


def ask_difference(random, language, unseen):
    a, b = drawn(lambda: (_operand(random), _operand(random)), unseen, key=lambda pair: ("-", *pair))
    return Question("difference", language, _worded(random, language, _phrasing(random, language, _DIFFERENCE), a, b), _difference(a, b))


def ask_product(random, language, unseen):
    """The tables are learnt by heart: what is kept out is the combination of the factors with the phrasing."""
    while True:
        a, b = random.randint(0, LARGEST_FACTOR), random.randint(0, LARGEST_FACTOR)
        if not unseen and random.random() < 0.12:
            a, b = random.sample([a, random.choice(UNIT_FACTORS)], 2)
        phrasing = random.choice(_PRODUCT[language].split("|"))
        if is_unseen("by heart", phrasing, a, b) == unseen:
            return Question("product", language, _worded(random, language, phrasing, a, b), f"{a} × {b} = {a * b}.")


def _difference(a, b):
    if a >= b:
        return f"{a} - {b} = {_by_tens(a, '-', b, a - b)}{a - b}."
    step = _by_tens(b, "-", a, b - a)
    inner = f"-({step[:-3]}) = " if step else ""
    return f"{a} - {b} = -({b} - {a}) = {inner}-{b - a}."


def _by_tens(a, sign, b, result):
    """The step that one would write down: first the tens of the second number, then its units."""
    units = b % 10
    if b < 10 or units == 0:
        return ""
    return f"{result - units if sign == '+' else result + units} {sign} {units} = "


def _phrasing(random, language, phrasings):
    return random.choice(phrasings[language].split("|"))


def _operand(random):
    return random.randint(0, LARGEST)


def _worded(random, language, phrasing, a, b):
    if " " in phrasing and random.random() < 0.3:
        a, b = in_words(a, language), in_words(b, language)
    return capitalised(phrasing.format(a=a, b=b))
