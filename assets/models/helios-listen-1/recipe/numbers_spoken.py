# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Numbers 0..999 as they are spoken in English and Spanish. A listener writes all of them in figures."""

EN_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
EN_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
ES_SMALL = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte "
    "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
ES_TENS = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
ES_HUNDREDS = "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()


def english(number, with_and=True):
    if number < 20:
        return EN_SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return EN_TENS[tens] + (" " + EN_SMALL[ones] if ones else "")
    hundreds, rest = divmod(number, 100)
    words = EN_SMALL[hundreds] + " hundred"
    return words + ((" and " if with_and else " ") + english(rest) if rest else "")


def spanish(number, gender=""):
    """`gender`: "" counts (uno), "m" stands before a masculine noun (un), "f" before a feminine one (una, doscientas)."""
    if number == 100:
        return "cien"
    if number > 100:
        hundreds, rest = divmod(number, 100)
        word = ES_HUNDREDS[hundreds]
        if gender == "f":
            word = word.replace("cientos", "cientas").replace("quinientos", "quinientas")
        return word + (" " + spanish(rest, gender) if rest else "")
    if number < 30:
        words = ES_SMALL[number]
    else:
        tens, ones = divmod(number, 10)
        words = ES_TENS[tens] + (" y " + ES_SMALL[ones] if ones else "")
    if words.endswith("uno"):
        if gender == "m":
            return "veintiún" if words == "veintiuno" else words[:-1]
        if gender == "f":
            return words[:-1] + "a"
    return words
