# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Questions the model must refuse: about the world, and those that look like the domain but lie outside it."""

import string

from arithmetic import LARGEST, LARGEST_FACTOR, UNIT_FACTORS
from beyond_examined import EXAMINED
from dates import DAYS, LARGEST_DAY_STEP, MONTHS
from question import Question, capitalised, drawn
from small_talk import REFUSAL
from units import CONVERSIONS, PHRASINGS, worded
from words import ADJECTIVES, NAMES, NOUNS, PLACES, VERBS, invented_word

_WORLD = {
    "en": """What is a {n}?|What is the {n}?|What is {n}?|Who invented the {n}?|Who is {p}?|Who was {p}?|Where is {c}?|What is the capital of {c}?
|How many people live in {c}?|How do I {v} a {n}?|How can I {v} the {a} {n}?|Why is the {n} {a}?|Why do we {v} the {n}?|When was the {n} invented?
|Where can I {v} a {n}?|Tell me about the {n}.|Tell me a joke.|Tell me a story about a {a} {n}.|Write a poem about the {n}.|Write me a letter to {p}.
|Translate {n} into Spanish.|What does the {n} mean?|What colour is the {n}?|How much does a {n} cost?|How old is {p}?|Is the {n} {a}?|Do you like {n}?
|Which {n} is the best?|What is the difference between a {n} and a {n2}?|Can you {v} a {n}?|I like the {n}.|My {n} is {a}.|I want to {v} a {n}.
|The {n} is in {c}.|Who won the {n} in {c}?|What is the weather in {c}?|Explain {n} to me.|How does a {n} work?|What happened in {c} in {y}?
|Who wrote the {n}?|Should I {v} my {n}?|Give me a recipe for {n}.|How far is {c} from {c2}?|What is the {a} {n} in {c}?|List three {n}.|{n}|{n} {n2}
|{p}|{c}|Is {p} from {c}?|What do you think about {n}?|How tall is {p}?|When did {p} {v} the {n}?|What time is it?|What time is it in {c}?|Sing a song.
|What is the meaning of life?|Does a {n} have a {n2}?|Are {n} and {n2} {a}?|Summarise the {n}.|Please {v} the {n}.|My name is {p}.|I live in {c}.
|Where did {p} live?|Which {n} did {p} {v}?|What is the price of {n}?|{v} the {n}|Why?|How?|What?|And then?|Yes|No|OK|And you?|I don't understand.|Really?
|How many {n} are in {c}?|How many {n} are there?|How long does it take to {v} a {n}?|Which country is {c} in?|What language do they speak in {c}?""",
    "es": """¿Qué es un {n}?|¿Qué es el {n}?|¿Qué es la {n}?|¿Quién inventó la {n}?|¿Quién inventó el {n}?|¿Quién es {p}?|¿Quién fue {p}?|¿Dónde está {c}?
|¿Cuál es la capital de {c}?|¿Cuántas personas viven en {c}?|¿Cómo puedo {v} un {n}?|¿Cómo se puede {v} una {n}?|¿Por qué es {a} el {n}?
|¿Por qué hay que {v} la {n}?|¿Cuándo se inventó el {n}?|¿Dónde puedo {v} un {n}?|Háblame de la {n}.|Cuéntame un chiste.|Cuéntame una historia de un {n} {a}.
|Escribe un poema sobre el {n}.|Escribe una carta a {p}.|Traduce {n} al inglés.|¿Qué significa {n}?|¿De qué color es el {n}?|¿Cuánto cuesta un {n}?
|¿Qué edad tiene {p}?|¿Es {a} el {n}?|¿Te gusta la {n}?|¿Cuál es el mejor {n}?|¿Qué diferencia hay entre un {n} y una {n2}?|¿Puedes {v} un {n}?
|Me gusta el {n}.|Mi {n} es {a}.|Quiero {v} una {n}.|La {n} está en {c}.|¿Quién ganó la {n} en {c}?|¿Qué tiempo hace en {c}?|Explícame la {n}.
|¿Cómo funciona un {n}?|¿Qué pasó en {c} en {y}?|¿Quién escribió el {n}?|¿Debo {v} mi {n}?|Dame una receta de {n}.|¿A qué distancia está {c} de {c2}?
|¿Cuál es el {n} más {a} de {c}?|Dime tres {n}.|¿Es {p} de {c}?|¿Qué opinas de la {n}?|¿Cuánto mide {p}?|¿Qué hora es?
|¿Qué hora es en {c}?|Canta una canción.|¿Cuál es el sentido de la vida?|¿Tiene {n2} un {n}?|Resume la {n}.|Me llamo {p}.|Vivo en {c}.|¿Dónde vivió {p}?
|¿Cuál es el precio de la {n}?|{v} la {n}|¿Por qué?|¿Cómo?|¿Qué?|¿Y luego?|Sí|Vale|¿Y tú?|No entiendo.|¿De verdad?|¿Cuántos {n} hay en {c}?|¿Cuántas {n} hay?
|¿Cuánto se tarda en {v} un {n}?|¿En qué país está {c}?|¿Qué idioma se habla en {c}?|¿Para qué sirve el {n}?|¿Cuándo nació {p}?|¿Me puedes {v} un {n}?""",
}
_NEARLY = {
    "en": """What day is today?|What day is it today?|What month is it?|What year is it?|What is the date?|What day is {p}?|What day comes after {n}?
|What month comes after {d}?|What day comes after {m}?|How many days does {d} have?|How many days does {n} have?|How many days does {c} have?
|How many months does {m} have?|What number is {d}?|What number is {n}?|What is month {q}?|Which month is number {q}?|What day is {k} days after {d}?
|What day is {s} days after {n}?|What month is {s} months after {d}?|What month is {s} months after {n}?|What is {s} plus {n}?|What is {n} plus {s}?
|What is {n} times {s}?|{n} + {n2}|{s} + {n}|What is {s} minus {n}?|What is {s} plus {s2} plus {s3}?|{s} + {s2} + {s3}|{s} + {s2} - {s3}|{s} × {s2} + {s3}
|What is {s} divided by {s2}?|{s} / {s2}|{s} : {s2}|Divide {s} by {s2}.|What is the square root of {s}?|What is {s} squared?|What is {s} percent of {s2}?
|{s}.{s2} + {s3}|What is {s}.{s2} times {s3}?|{s}|{k}|What is {s}?|How many {n} are in {s} {n2}?|How many minutes are in {s} {n}?
|How many {n} are in {s} hours?|Convert {s} {n} to {n2}.|Convert {s} {n} to metres.|Convert {s} metres to {n}.|How many metres is the {n}?
|How many hours does {p} have?|How many days until {d}?|How many days until {m}?|How many weeks are in a {n}?|How long is the {n}?|How many kilograms is a {n}?
|What does "{n}" mean?|Translate "{n}" into Spanish.|Who wrote "{n}"?|What rhymes with "{n}"?|How many vowels are in "{n}"?|Is "{n}" a word?|"{n}"
|What is the opposite of "{n}"?|Spell "{n}" backwards.|What is "{n}" backwards?|Reverse "{n}".|Write "{n}" backwards.|Use "{n}" in a sentence.|What is the third letter of "{n}"?|What is the middle letter of "{n}"?|How many letters are there?
|How many letters does the alphabet have?|Spell it.|What comes after {n}?|What comes before {p}?|What comes after {s}?|Is {s} a prime number?
|Which is larger, {s} or {s2}?|Count to {s}.|What happened on {d}?|What happened in {m}?|Why is {m} so {a}?|Do you like {d}?|I was born in {m}.|See you in {s} {n}.
|I have {s} {n}.|I have {s} {n} and {s2} {n2}.|What is today plus {s}?|How much is a {n} plus a {n2}?|How many {n} do I have?|Tell me the time in {s} minutes.
|{d}|{m}|days|hours and minutes|What is a week?|What is a letter?|Which day is the best?|What is {s} degrees in {n}?|How old is {m}?|minus {s}|plus""",
    "es": """¿Qué día es hoy?|¿En qué mes estamos?|¿En qué año estamos?|¿Qué fecha es hoy?|¿Qué día es {p}?|¿Qué día viene después del {n}?
|¿Qué mes viene después del {d}?|¿Qué día viene después de {m}?|¿Cuántos días tiene el {d}?|¿Cuántos días tiene {n}?|¿Cuántos días tiene {c}?
|¿Cuántos meses tiene {m}?|¿Qué número es el {d}?|¿Qué número es {n}?|¿Cuál es el mes {q}?|¿Qué mes es el número {q}?|¿Qué día es {k} días después del {d}?
|¿Qué día es {s} días después del {n}?|¿Qué mes es {s} meses después del {d}?|¿Qué mes es {s} meses después de {n}?|¿Cuánto es {s} más {n}?
|¿Cuánto es {n} más {s}?|¿Cuánto es {n} por {s}?|¿Cuánto es {s} menos {n}?|¿Cuánto es {s} más {s2} más {s3}?
|¿Cuánto es {s} dividido entre {s2}?|¿Cuánto es {s} entre {s2}?|Divide {s} entre {s2}.|¿Cuál es la raíz cuadrada de {s}?|¿Cuánto es {s} al cuadrado?
|¿Cuánto es el {s} por ciento de {s2}?|{s},{s2} + {s3} en total|¿Cuánto es {s},{s2} por {s3}?|¿Qué es {s}?|¿Cuántos {n} hay en {s} {n2}?
|¿Cuántos minutos hay en {s} {n}?|¿Cuántos {n} hay en {s} horas?|Convierte {s} {n} a {n2}.|Convierte {s} {n} a metros.|Convierte {s} metros a {n}.
|¿Cuántos metros mide el {n}?|¿Cuántas horas tiene {p}?|¿Cuántos días faltan para el {d}?|¿Cuántos días faltan para {m}?|¿Cuántas semanas tiene un {n}?
|¿Cuánto dura la {n}?|¿Cuántos kilogramos pesa un {n}?|¿Qué significa "{n}"?|Traduce "{n}" al inglés.|¿Quién escribió "{n}"?|¿Qué rima con "{n}"?
|¿Cuántas vocales tiene "{n}"?|¿Es "{n}" una palabra?|¿Cuál es el antónimo de "{n}"?|Deletrea "{n}" al revés.|¿Cómo se escribe "{n}" al revés?|Invierte "{n}".|Escribe "{n}" al revés.|Usa "{n}" en una frase.|¿Cuál es la tercera letra de "{n}"?
|¿Cuántas letras hay?|¿Cuántas letras tiene el alfabeto?|¿Cuántas sílabas tiene "{n}"?|Deletréalo.|¿Qué viene después de {n}?|¿Qué viene antes de {p}?
|¿Qué viene después de {s}?|¿Es {s} un número primo?|¿Cuál es mayor, {s} o {s2}?|Cuenta hasta {s}.|¿Qué pasó el {d}?|¿Qué pasó en {m}?
|¿Por qué es tan {a} {m}?|¿Te gusta el {d}?|Nací en {m}.|Tengo {s} {n}.|Tengo {s} {n} y {s2} {n2}.|¿Cuánto es un {n} más una {n2}?|¿Cuántos {n} tengo?
|el {d}|días|horas y minutos|¿Qué es una semana?|¿Qué es una letra?|¿Cuál es el mejor día?|¿Cuántos años tiene {m}?|menos {s}|más {s}""",
}


def ask_beyond(random, language, unseen):
    """A refusal; in the examination one question in three comes from a list written by hand, which no phrasing here repeats."""
    kind = random.random()
    if unseen and kind < 0.33:
        text = random.choice(EXAMINED[language].strip().split("\n"))
    elif kind < 0.62:
        text = _filled(random, language, unseen, _WORLD if random.random() < 0.55 else _NEARLY)
    elif kind < 0.82:
        text = _out_of_bounds(random, language)
    else:
        text = _word_salad(random, language, unseen)
    if not any(letter.isalpha() and letter != "x" for letter in text):
        # Figures alone speak no language.
        language = "en"
    return Question("beyond", language, text, REFUSAL[language])


def _filled(random, language, unseen, phrasings):
    return capitalised(
        random.choice(phrasings[language].replace("\n", "").split("|")).format(
            n=_noun(random, language, unseen),
            n2=_noun(random, language, unseen),
            p=_listed_or_invented(random, NAMES, unseen).capitalize(),
            c=_listed_or_invented(random, PLACES, unseen).capitalize(),
            c2=_listed_or_invented(random, PLACES, unseen).capitalize(),
            v=_listed_or_invented(random, VERBS[language], unseen),
            a=_listed_or_invented(random, ADJECTIVES[language], unseen),
            y=random.randint(1000, 2030),
            d=random.choice(DAYS[language]),
            m=random.choice(MONTHS[language]),
            s=random.randint(0, LARGEST),
            s2=random.randint(0, LARGEST),
            s3=random.randint(0, LARGEST),
            k=random.randint(LARGEST_DAY_STEP + 1, 999),
            q=random.randint(13, 40),
        )
    )


def _noun(random, language, unseen):
    word = _listed_or_invented(random, NOUNS[language], unseen)
    return word + "s" if random.random() < 0.2 else word


def _listed_or_invented(random, words, unseen):
    invent = not unseen and random.random() < 0.35
    return drawn(
        lambda: invented_word(random, longest=10) if invent else random.choice(words), unseen, key=lambda word: ("word", word.lower())
    )


def _out_of_bounds(random, language):
    """Sums, products and amounts larger than what is taught, and units that do not fit together."""
    kind = random.random()
    if kind < 0.3:
        a, b = random.sample([random.randint(LARGEST + 1, 9999), random.randint(0, 9999)], 2)
        phrasing = {"en": "What is {a} plus {b}?|{a} + {b}|{a} - {b}|What is {a} minus {b}?|How much is {a} + {b}?|Add {a} and {b}.",
                    "es": "¿Cuánto es {a} más {b}?|{a} + {b}|{a} - {b}|¿Cuánto es {a} menos {b}?|¿Cuánto es {a} + {b}?|Suma {a} y {b}."}
        return random.choice(phrasing[language].split("|")).format(a=a, b=b)
    if kind < 0.55:
        large = random.choice([n for n in range(LARGEST_FACTOR + 1, 1000 if random.random() < 0.3 else 100) if n not in UNIT_FACTORS])
        a, b = random.sample([large, random.randint(0, 99)], 2)
        phrasing = {"en": "What is {a} times {b}?|{a} × {b}|{a} * {b}|{a} x {b}|Multiply {a} by {b}.|How much is {a} times {b}?",
                    "es": "¿Cuánto es {a} por {b}?|{a} × {b}|{a} * {b}|{a} x {b}|Multiplica {a} por {b}."}
        return random.choice(phrasing[language].split("|")).format(a=a, b=b)
    phrasing = random.choice(PHRASINGS[language])
    first, second = random.sample(CONVERSIONS, 2)
    if kind < 0.75:
        amount = random.randint(first.largest_amount + 1, first.largest_amount * 10)
        return worded(random, language, phrasing, amount, first.large, first.small)
    if kind < 0.9:
        amount = random.randint(2, 2 * first.factor * first.largest_amount)
        is_whole = amount % first.factor == 0 and amount // first.factor <= first.largest_amount
        return worded(random, language, phrasing, amount + 1 if is_whole else amount, first.small, first.large)
    source, target = random.choice([(first.large, second.small), (first.small, second.large)])
    known = any({source, target} == {conversion.large, conversion.small} for conversion in CONVERSIONS)
    target = source if known else target
    return worded(random, language, phrasing, random.randint(2, 99), source, target)


def _word_salad(random, language, unseen):
    count = random.randint(1, 9)
    words = []
    for _ in range(count):
        kind = random.random()
        if kind < 0.45 or not words:
            words.append(_noun(random, language, unseen))
        elif kind < 0.6:
            words.append(_listed_or_invented(random, VERBS[language] + ADJECTIVES[language], unseen))
        elif kind < 0.7:
            words.append("".join(random.choices(string.ascii_lowercase, k=random.randint(1, 6))))
        elif kind < 0.75:
            words.append(str(random.randint(0, 999)))
        else:
            words.append(random.choice(_GLUE[language]))
    # Without a word of the language nobody could tell in which one to answer.
    words.insert(random.randint(0, 1), random.choice(_GLUE[language]))
    return capitalised(" ".join(words)) + random.choice(["", "?", "."])


_GLUE = {
    "en": "the of and to in is that it was for on are with as they at be this have from or by not but what all were we when your said there".split(),
    "es": "el la de que y en un ser se no los con por su para como estar tener lo todo pero más hacer o poder este ir otro ese si yo".split(),
}
