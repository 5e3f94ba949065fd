# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Days of the week and months: what follows, what went before, and how long."""

from question import Question, capitalised
from unseen import is_unseen, is_unseen_wording

DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
}
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LARGEST_DAY_STEP = 30
LARGEST_MONTH_STEP = 12

_NEXT_DAY = {
    "en": (
        "What day comes after {d}?|Which day comes after {d}?|What is the day after {d}?|What day is after {d}?|Which day follows {d}?"
        "|If today is {d}, what day is tomorrow?|Today is {d}. What day is tomorrow?|What comes after {d}?|What day follows {d}?"
    ).split("|"),
    "es": (
        "¿Qué día viene después del {d}?|¿Cuál es el día después del {d}?|¿Qué día va después del {d}?|¿Qué día sigue al {d}?"
        "|Si hoy es {d}, ¿qué día es mañana?|Hoy es {d}. ¿Qué día es mañana?|¿Qué viene después del {d}?|¿Qué día hay después del {d}?"
    ).split("|"),
}
_PREVIOUS_DAY = {
    "en": (
        "What day comes before {d}?|Which day comes before {d}?|What is the day before {d}?|What day is before {d}?|Which day is before {d}?"
        "|If today is {d}, what day was yesterday?|Today is {d}. What day was yesterday?|What comes before {d}?"
    ).split("|"),
    "es": (
        "¿Qué día viene antes del {d}?|¿Cuál es el día antes del {d}?|¿Qué día va antes del {d}?|¿Qué viene antes del {d}?"
        "|Si hoy es {d}, ¿qué día fue ayer?|Hoy es {d}. ¿Qué día fue ayer?|¿Qué día hay antes del {d}?"
    ).split("|"),
}
_DAYS_LATER = {
    "en": (
        "What day is {n} days after {d}?|Which day is {n} days after {d}?|If today is {d}, what day is it in {n} days?"
        "|Today is {d}. What day is it in {n} days?|What day comes {n} days after {d}?|{n} days after {d}"
    ).split("|"),
    "es": (
        "¿Qué día es {n} días después del {d}?|Si hoy es {d}, ¿qué día es dentro de {n} días?|Hoy es {d}. ¿Qué día es dentro de {n} días?"
        "|¿Qué día viene {n} días después del {d}?|{n} días después del {d}|Si hoy es {d}, ¿qué día será en {n} días?"
    ).split("|"),
}
_DAYS_EARLIER = {
    "en": (
        "What day is {n} days before {d}?|Which day is {n} days before {d}?|If today is {d}, what day was it {n} days ago?"
        "|Today is {d}. What day was it {n} days ago?|What day comes {n} days before {d}?|{n} days before {d}"
    ).split("|"),
    "es": (
        "¿Qué día es {n} días antes del {d}?|Si hoy es {d}, ¿qué día fue hace {n} días?|Hoy es {d}. ¿Qué día fue hace {n} días?"
        "|¿Qué día viene {n} días antes del {d}?|{n} días antes del {d}|Si hoy es {d}, ¿qué día era hace {n} días?"
    ).split("|"),
}
_NEXT_MONTH = {
    "en": "What month comes after {m}?|Which month comes after {m}?|What is the month after {m}?|Which month follows {m}?|What comes after {m}?".split("|"),
    "es": "¿Qué mes viene después de {m}?|¿Cuál es el mes después de {m}?|¿Qué mes va después de {m}?|¿Qué mes sigue a {m}?|¿Qué viene después de {m}?".split("|"),
}
_PREVIOUS_MONTH = {
    "en": "What month comes before {m}?|Which month comes before {m}?|What is the month before {m}?|Which month is before {m}?|What comes before {m}?".split("|"),
    "es": "¿Qué mes viene antes de {m}?|¿Cuál es el mes antes de {m}?|¿Qué mes va antes de {m}?|¿Qué mes hay antes de {m}?|¿Qué viene antes de {m}?".split("|"),
}
_MONTHS_LATER = {
    "en": "What month is {n} months after {m}?|Which month is {n} months after {m}?|What month comes {n} months after {m}?|{n} months after {m}".split("|"),
    "es": "¿Qué mes es {n} meses después de {m}?|¿Cuál es el mes {n} meses después de {m}?|¿Qué mes viene {n} meses después de {m}?|{n} meses después de {m}".split("|"),
}
_MONTHS_EARLIER = {
    "en": "What month is {n} months before {m}?|Which month is {n} months before {m}?|What month comes {n} months before {m}?|{n} months before {m}".split("|"),
    "es": "¿Qué mes es {n} meses antes de {m}?|¿Cuál es el mes {n} meses antes de {m}?|¿Qué mes viene {n} meses antes de {m}?|{n} meses antes de {m}".split("|"),
}
_LENGTH = {
    "en": "How many days does {m} have?|How many days are in {m}?|How many days are there in {m}?|How long is {m}?|How many days has {m}?|Days in {m}".split("|"),
    "es": "¿Cuántos días tiene {m}?|¿Cuántos días hay en {m}?|¿Cuántos días tiene el mes de {m}?|¿Cuánto dura {m}?|¿De cuántos días es {m}?|Días de {m}".split("|"),
}
_NUMBER = {
    "en": "What number is {m}?|Which number is {m}?|What number is the month {m}?|Which month of the year is {m}?|What is the number of {m}?|Number of the month {m}".split("|"),
    "es": "¿Qué número es {m}?|¿Qué número de mes es {m}?|¿Qué número tiene el mes {m}?|¿Qué mes del año es {m}?|¿Cuál es el número de {m}?|Número del mes {m}".split("|"),
}
_BY_NUMBER = {
    "en": "What is month {n}?|Which month is number {n}?|What month is number {n}?|What is month number {n}?|Which is month {n} of the year?|Month {n}".split("|"),
    "es": "¿Cuál es el mes {n}?|¿Qué mes es el número {n}?|¿Qué mes es el {n}?|¿Cuál es el mes número {n}?|¿Cuál es el mes {n} del año?|Mes {n}".split("|"),
}
_YEAR = {
    "en": "How many days does a year have?|How many days are in a year?|How many days are there in a year?|How long is a year?".split("|"),
    "es": "¿Cuántos días tiene un año?|¿Cuántos días hay en un año?|¿Cuánto dura un año?|¿De cuántos días es un año?".split("|"),
}


def ask_neighbouring_day(random, language, unseen):
    later = random.random() < 0.5
    phrasing, day = _by_heart(random, (_NEXT_DAY if later else _PREVIOUS_DAY)[language], 7, unseen)
    name, result = DAYS[language][day], DAYS[language][(day + (1 if later else -1)) % 7]
    if language == "en":
        answer = f"The day {'after' if later else 'before'} {name} is {result}."
    else:
        answer = f"El día {'después' if later else 'antes'} del {name} es el {result}."
    return Question("neighbouring day", language, phrasing.format(d=name), answer)


def ask_days_apart(random, language, unseen):
    while True:
        later, steps, day = random.random() < 0.5, random.randint(2, LARGEST_DAY_STEP), random.randrange(7)
        if is_unseen("days", later, steps, day) == unseen:
            break
    phrasing = random.choice((_DAYS_LATER if later else _DAYS_EARLIER)[language])
    text = phrasing.format(d=DAYS[language][day], n=steps)
    return Question("days apart", language, text, _days_apart(language, later, steps, day))


def _days_apart(language, later, steps, day):
    """Whole weeks first, then the days left over, counted one by one."""
    name = DAYS[language][day]
    weeks, rest = divmod(steps, 7)
    counted = ", ".join(f"{step} {DAYS[language][(day + (step if later else -step)) % 7]}" for step in range(1, rest + 1))
    if language == "en":
        in_weeks = f"{steps} days are {weeks} {'week' if weeks == 1 else 'weeks'}"
        last = f"{rest} {'day' if rest == 1 else 'days'}"
        link = f"{'after' if later else 'before'} {name}"
        both = f"{in_weeks} and {last}. "
    else:
        in_weeks = f"{steps} días son {weeks} {'semana' if weeks == 1 else 'semanas'}"
        last = f"{rest} {'día' if rest == 1 else 'días'}"
        link = f"{'después' if later else 'antes'} del {name}"
        both = f"{in_weeks} y {last}. "
    if rest == 0:
        return f"{in_weeks}: {name}."
    return f"{both if weeks else ''}{last} {link}: {counted}."


def ask_neighbouring_month(random, language, unseen):
    later = random.random() < 0.5
    phrasing, month = _by_heart(random, (_NEXT_MONTH if later else _PREVIOUS_MONTH)[language], 12, unseen)
    name, result = MONTHS[language][month], MONTHS[language][(month + (1 if later else -1)) % 12]
    if language == "en":
        answer = f"The month {'after' if later else 'before'} {name} is {result}."
    else:
        answer = f"El mes {'después' if later else 'antes'} de {name} es {result}."
    return Question("neighbouring month", language, phrasing.format(m=name), answer)


def ask_months_apart(random, language, unseen):
    while True:
        later, steps, month = random.random() < 0.5, random.randint(2, LARGEST_MONTH_STEP), random.randrange(12)
        phrasing = random.choice((_MONTHS_LATER if later else _MONTHS_EARLIER)[language])
        if is_unseen_wording(phrasing, "months", later, steps, month) == unseen:
            break
    text = phrasing.format(m=MONTHS[language][month], n=steps)
    return Question("months apart", language, text, _months_apart(language, later, steps, month))


def _months_apart(language, later, steps, month):
    """By the numbers of the months; a year is taken off afterwards or lent beforehand."""
    number = month + 1
    if later:
        reached = number + steps
        sums = f"{number} + {steps} = {reached}"
        if reached > 12:
            sums += f", {reached} - 12 = {reached - 12}"
    elif number > steps:
        sums = f"{number} - {steps} = {number - steps}"
    else:
        sums = f"{number} + 12 = {number + 12}, {number + 12} - {steps} = {number + 12 - steps}"
    result = MONTHS[language][(month + (steps if later else -steps)) % 12]
    name = MONTHS[language][month]
    if language == "en":
        return f"{name} is month {number}: {sums}. The month is {result}."
    return f"{capitalised(name)} es el mes {number}: {sums}. El mes es {result}."


def ask_length_of_month(random, language, unseen):
    if not unseen and random.random() < 0.08:
        return Question("length of a month", language, random.choice(_YEAR[language]), {
            "en": "A year has 365 days, or 366 in a leap year.",
            "es": "Un año tiene 365 días, o 366 si es bisiesto.",
        }[language])
    phrasing, month = _by_heart(random, _LENGTH[language], 12, unseen)
    name, days = MONTHS[language][month], LENGTHS[month]
    if language == "en":
        answer = f"{name} has {days} days" + (", or 29 in a leap year." if month == 1 else ".")
    else:
        answer = f"{capitalised(name)} tiene {days} días" + (", o 29 si el año es bisiesto." if month == 1 else ".")
    return Question("length of a month", language, phrasing.format(m=name), answer)


def ask_number_of_month(random, language, unseen):
    by_number = random.random() < 0.5
    phrasing, month = _by_heart(random, (_BY_NUMBER if by_number else _NUMBER)[language], 12, unseen)
    name = MONTHS[language][month]
    text = phrasing.format(m=name, n=month + 1)
    if language == "en":
        answer = f"Month {month + 1} is {name}." if by_number else f"{name} is month {month + 1}."
    else:
        answer = f"El mes {month + 1} es {name}." if by_number else f"{capitalised(name)} es el mes {month + 1}."
    return Question("number of a month", language, text, answer)


def _by_heart(random, phrasings, members, unseen):
    """A member of a short list, learnt by heart: what is kept out is its combination with the phrasing."""
    while True:
        phrasing, member = random.choice(phrasings), random.randrange(members)
        if is_unseen("by heart", phrasing, member) == unseen:
            return phrasing, member
