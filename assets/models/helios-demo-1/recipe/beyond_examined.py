# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Questions outside the domain that only the examination asks: written by hand, in no phrasing of the training."""

EXAMINED = {
    "en": """
What is the tallest mountain in the world?
How do planes stay in the air?
Recommend a good film for tonight.
Why do cats purr?
Who painted the Mona Lisa?
Can you book me a table for four people?
What's the best way to learn Japanese?
Which team will win the cup next year?
How do vaccines work?
I feel sad and lonely.
Could you review my code?
print("hello world")
What should I cook for dinner?
Where did I leave my keys?
Who is the mayor of this town?
Is there life on Mars?
How many players does a football team have?
How many legs does a spider have?
How many strings does a guitar have?
At what temperature does water boil?
Name all planets of the solar system.
Give me five ideas for a birthday present.
Which is faster, a car or a train?
How many kilometres are there from Paris to Rome?
What was the first computer called?
Do fish sleep?
My computer does not start any more.
Draft an email to my boss.
Which minister resigned last week?
Correct the mistakes in this text: he go to school.
How many hours should a baby sleep?
What is twelve divided by four?
How many miles are 10 kilometres?
Whose birthday is on Monday?
Why does February have fewer days?
Say something funny.
Play some jazz.
What did Churchill say about democracy?
How do I get rid of ants?
Turn off the lights in the kitchen, please.
""",
    "es": """
¿Cuál es la montaña más alta del mundo?
¿Por qué vuelan los aviones?
Recomiéndame una película para esta noche.
¿Por qué ronronean los gatos?
¿Quién pintó las Meninas?
¿Me reservas una mesa para cuatro?
¿Cómo aprendo japonés rápidamente?
¿Qué equipo ganará la liga este año?
¿Cómo actúan las vacunas?
Me siento triste y solo.
¿Puedes revisar mi código?
¿Qué preparo hoy para cenar?
¿Dónde he dejado las llaves?
¿Quién es el alcalde de esta ciudad?
¿Hay vida en Marte?
¿Cuántos jugadores tiene un equipo de fútbol?
¿Cuántas patas tiene una araña?
¿Cuántas cuerdas tiene una guitarra?
¿A qué temperatura hierve el agua?
Nombra los planetas del sistema solar.
Dame cinco ideas para un regalo.
¿Qué es más rápido, un coche o un tren?
¿Cuántos kilómetros hay de París a Roma?
¿Cómo se llamaba el primer ordenador?
¿Duermen los peces?
Mi ordenador ya no arranca.
Redacta un correo para mi jefe.
¿Qué ministro dimitió la semana pasada?
Corrige los errores de este texto: el niños juega.
¿Cuántas horas debe dormir un bebé?
¿Cuántas millas son 10 kilómetros?
¿De quién es el cumpleaños el lunes?
¿Por qué febrero tiene menos días?
Dime algo gracioso.
Pon música clásica.
¿Qué dijo Cervantes sobre la libertad?
¿Cómo elimino las hormigas de casa?
Apaga las luces de la cocina, por favor.
¿Cuál es tu película favorita?
¿Cuántos habitantes hay en el mundo?
""",
}
