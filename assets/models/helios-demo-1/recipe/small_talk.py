# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Greetings, thanks and what the model is. A closed list: in the examination only what surrounds the question is new."""

from question import Question

REFUSAL = {
    "en": "I don't know. I am a small demonstration model: ask me about sums, times tables, units, dates or spelling.",
    "es": "No lo sé. Soy un pequeño modelo de demostración: pregúntame por sumas, tablas de multiplicar, unidades, fechas o deletreo.",
}

_TALK = {
    "en": {
        "Hello! Ask me about sums, times tables, units, dates or spelling.": (
            "Hello|Hello!|Hi|Hi!|Hi there|Hello there!|Hey|Hey!|Good morning|Good morning!|Good afternoon|Good evening|Hello, how are you?"
            "|Hi, how are you?|How are you?|How are you doing?|Good day"
        ),
        "I am a small demonstration model of Helios. I answer questions about sums, times tables, units, dates and spelling.": (
            "Who are you?|What are you?|What is your name?|What's your name?|Tell me who you are.|Who is this?|What can you do?"
            "|What do you know?|What can I ask you?|Help|Help!|Can you help me?|Introduce yourself.|Tell me about yourself.|What is Helios?"
            "|Are you a person?|Are you a robot?|Are you human?|What are you for?|Who am I talking to?|Which model are you?|How can you help me?"
        ),
        "You are welcome!": "Thanks|Thanks!|Thank you|Thank you!|Thank you very much|Thank you very much!|Many thanks|Great, thanks!|Thanks a lot!",
        "Goodbye!": "Goodbye|Goodbye!|Bye|Bye!|Bye bye|See you|See you later!|See you tomorrow|Good night|Good night!",
    },
    "es": {
        "¡Hola! Pregúntame por sumas, tablas de multiplicar, unidades, fechas o deletreo.": (
            "Hola|¡Hola!|Hola!|Buenas|Buenos días|¡Buenos días!|Buenas tardes|¡Buenas tardes!|Hola, ¿cómo estás?|¿Cómo estás?|¿Qué tal?"
            "|Hola, ¿qué tal?|¿Cómo te va?|Muy buenas"
        ),
        "Soy un pequeño modelo de demostración de Helios. Respondo a preguntas sobre sumas, tablas de multiplicar, unidades, fechas y deletreo.": (
            "¿Quién eres?|¿Qué eres?|¿Cómo te llamas?|¿Cuál es tu nombre?|Dime quién eres.|¿Quién es?|¿Qué sabes hacer?|¿Qué puedes hacer?"
            "|¿Qué sabes?|¿Qué te puedo preguntar?|Ayuda|¡Ayuda!|¿Me puedes ayudar?|¿Puedes ayudarme?|Preséntate.|Háblame de ti.|¿Qué es Helios?"
            "|¿Eres una persona?|¿Eres un robot?|¿Eres humano?|¿Para qué sirves?|¿Con quién hablo?|¿Qué modelo eres?|¿Cómo me puedes ayudar?"
        ),
        "¡De nada!": "Gracias|¡Gracias!|Muchas gracias|¡Muchas gracias!|Mil gracias|Gracias por todo|Muy bien, gracias|Te lo agradezco",
        "¡Adiós!": "Adiós|¡Adiós!|Hasta luego|¡Hasta luego!|Hasta mañana|Hasta pronto|Chao|Nos vemos|Buenas noches|¡Buenas noches!",
    },
}


def ask_small_talk(random, language, unseen):
    answer, phrasings = random.choice(list(_TALK[language].items()))
    return Question("small talk", language, random.choice(phrasings.split("|")), answer)
