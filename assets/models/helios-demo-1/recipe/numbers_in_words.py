# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Whole numbers from 0 to 99 in English and Spanish words."""

_EN_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ES_SMALL = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
    "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()


def in_words(number, language):
    return _english(number) if language == "en" else _spanish(number)


def _english(number):
    if number < 20:
        return _EN_SMALL[number]
    tens = _EN_TENS[number // 10 - 2]
    return tens if number % 10 == 0 else f"{tens}-{_EN_SMALL[number % 10]}"


def _spanish(number):
    if number < 30:
        return _ES_SMALL[number]
    tens = _ES_TENS[number // 10 - 3]
    return tens if number % 10 == 0 else f"{tens} y {_ES_SMALL[number % 10]}"
