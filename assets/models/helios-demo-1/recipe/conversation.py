# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Conversations: an optional system text, then questions of every category, worded as people type."""

import random as randomness

from arithmetic import ask_difference, ask_product, ask_sum
from beyond import ask_beyond
from dates import (
    ask_days_apart,
    ask_length_of_month,
    ask_months_apart,
    ask_neighbouring_day,
    ask_neighbouring_month,
    ask_number_of_month,
)
from question import Question
from small_talk import ask_small_talk
from spelling import ask_first_letter, ask_last_letter, ask_to_count_letters, ask_to_spell
from units import ask_larger_to_smaller, ask_smaller_to_larger
from words import ADJECTIVES, NOUNS, VERBS, invented_word

# Each way of asking with its share of the training questions.
SHARES = {
    ask_sum: 17,
    ask_difference: 21,
    ask_product: 8,
    ask_larger_to_smaller: 10,
    ask_smaller_to_larger: 8,
    ask_neighbouring_day: 2,
    ask_days_apart: 9,
    ask_neighbouring_month: 2,
    ask_months_apart: 9,
    ask_length_of_month: 3,
    ask_number_of_month: 4,
    ask_to_spell: 4,
    ask_to_count_letters: 5,
    ask_first_letter: 2,
    ask_last_letter: 3,
    ask_small_talk: 3,
    ask_beyond: 25,
}

_SYSTEM_TEXTS = """You are a helpful assistant.|You are a helpful assistant of Helios.|Answer in the language of the question.|Be brief.
|You are Helios, an assistant. Answer briefly and in the language of the question.|You answer questions in English and Spanish.
|Answer in plain words. Say so if you do not know.|Eres un asistente útil.|Eres un asistente de Helios. Responde en el idioma de la pregunta.
|Responde con brevedad.|Eres Helios, un asistente. Responde en español.|Responde con palabras sencillas. Si no lo sabes, dilo.|Helios""".replace("\n", "").split("|")
_BEFORE = {"en": "Please: |Hello! |Hi, |Tell me: |Question: |Please, ".split("|"), "es": "Por favor: |¡Hola! |Hola, |Dime: |Pregunta: |Por favor, ".split("|")}
_AFTER = {"en": " Thanks!| Please.| Thank you.".split("|"), "es": " ¡Gracias!| Por favor.| Gracias.".split("|")}
_PLAIN = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")


def any_question(random, unseen=False):
    ask = random.choices(list(SHARES), list(SHARES.values()))[0]
    return dressed(random, ask(random, random.choice(["en", "es"]), unseen))


def system_text(random):
    """None half the time; else a usual text, or a random one that must change nothing."""
    kind = random.random()
    if kind < 0.5:
        return None
    if kind < 0.75:
        return random.choice(_SYSTEM_TEXTS)
    language = random.choice(["en", "es"])
    words = NOUNS[language] + VERBS[language] + ADJECTIVES[language] + "the of and to in is you are a el la de que y en un es".split()
    return " ".join(random.choice(words) if random.random() < 0.8 else invented_word(random, 8) for _ in range(random.randint(2, 14)))


def dressed(random, question):
    """The question as people type it: a word of politeness, small letters, missing accents and marks."""
    text = question.text
    if question.category != "small talk" and random.random() < 0.12:
        if random.random() < 0.7:
            text = random.choice(_BEFORE[question.language]) + (text if random.random() < 0.5 else text[0].lower() + text[1:])
        elif text[-1] in "?.":
            text += random.choice(_AFTER[question.language])
    if random.random() < 0.15:
        text = text[0].lower() + text[1:] if text[1:2].islower() else text
    if question.language == "es" and random.random() < 0.15:
        text = _outside_quotes(text, lambda part: part.translate(_PLAIN))
    if text[0] in "¿¡" and random.random() < 0.25:
        text = text[1:]
    if text[-1] in "?.!" and len(text) > 2 and random.random() < 0.15:
        text = text[:-1]
    return Question(question.category, question.language, text, question.answer)


def _outside_quotes(text, change):
    """Changes what stands before the first quotation mark; a bare word to spell counts as quoted."""
    for position, letter in enumerate(text):
        if letter in "\"'“«":
            return change(text[:position]) + text[position:]
    return text if "eletre" in text else change(text)


def generator(seed):
    return randomness.Random(seed)
