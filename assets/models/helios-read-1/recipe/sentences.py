# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Running text for the examination, written for it: no line of it is trained on."""

ENGLISH = """
The ferry to the island leaves at 7:45 in the morning and returns shortly before dark.
Please sign both copies of the agreement and send one back to our office by Friday.
She opened the window, and the smell of rain came in from the garden.
Nobody knew why the old clock in the hall had stopped at a quarter past three.
"I have read your letter twice," he said, "and I still do not understand it."
Payment is due within 30 days; after that, interest of 1.5% a month will be charged.
Our neighbours grow tomatoes, beans and strawberries behind the garage.
Have you ever walked along the coast when the tide was so low?
The committee's report (see page 14) recommends a smaller budget for next year.
Warm the milk slowly, stir in the sugar, and leave it to cool for an hour.
A good map is worth more than a dozen hurried explanations.
Trains on platform 9 are delayed by about twenty minutes because of fog.
It wasn't the first time that Oliver had forgotten his keys at the bakery.
The museum is closed on Mondays, except during the school holidays.
Write to support@northern-lights.org or call 555-0173 if anything is missing.
Total for 12 boxes: $1,348.60, including delivery and tax.
What happens next depends on how quickly the river rises tonight.
Children under six travel free; dogs pay half the fare.
They bought a wooden table, six chairs and a lamp with a green shade.
In 1969 the whole village gathered around a single television set.
Do not leave luggage unattended, and keep your ticket until you leave the station.
My grandmother kept every postcard in a tin that once held biscuits.
The quick answer is no; the honest answer takes a little longer.
Version 4.2 fixes an error that deleted drafts when the battery ran low.
Heavy snow fell on Thursday, so the northern road remains shut until further notice.
Every student receives a card, a locker and a list of books.
We couldn't hear the speaker, but the slides were excellent!
Keep this medicine in a dry place below 25 °C and out of the reach of children.
An owl called twice from the dark edge of the wood, then fell silent.
The bridge, built of grey stone, has carried carts and lorries for 300 years.
Mix equal parts of flour and butter; add a pinch of salt & two eggs.
If the red light keeps blinking, switch the machine off and wait ten seconds.
Jack's brother works nights at the hospital and sleeps until noon.
There are exactly 365 steps from the harbour to the chapel on the hill.
Who paid for the extra blankets, and where have they gone?
Meeting moved to Room 3B at 16:30; bring the signed forms and a pen.
""".strip().splitlines()

SPANISH = """
El último autobús sale a las 22:15 desde la estación del norte.
¿Quién dejó la puerta abierta anoche? Entró frío en toda la casa.
Mañana por la mañana iremos al pueblo de mi abuela a recoger castañas.
Según el informe técnico, la presión del depósito aumentó un 12 % en tres días.
¡Qué alegría verte por aquí después de tantos años!
La señora Núñez enseña música a los niños pequeños de la montaña.
El importe total asciende a 1.348,60 €, impuestos y envío incluidos.
No sé si él vendrá, pero mi corazón me dice que sí.
Se alquila habitación con baño, calefacción y jardín; razón: portería, 2.º izquierda.
Aquel otoño llovió tanto que el río inundó el huerto y dañó los árboles.
«La cigüeña», dijo el maestro, «vuelve cada año al mismo campanario».
Escriba a atencion@librosdelsur.es o llame al 91 555 01 73 si falta algún artículo.
¿Por qué no pruebas el pingüino de chocolate que venden en la panadería?
Añada el azúcar poco a poco y deje enfriar la leche durante una hora.
El español, el francés y el alemán se hablan en esta compañía.
Los huéspedes podrán usar la piscina de 9 a 20 h, excepto los miércoles.
Íbamos tan rápido que nadie oyó la última canción de la fiesta.
ATENCIÓN: PROHIBIDO EL PASO A TODA PERSONA AJENA A LA CONSTRUCCIÓN.
Álvaro compró una mesa, seis sillas y una lámpara con pantalla verde.
Érase una vez un dragón que tenía miedo de los ratones.
La reunión se celebrará el jueves 14 de junio de 2018 en el salón de actos.
¿Cuánto cuesta el billete de ida y vuelta? ¡Es carísimo!
Guárdese en un lugar seco, por debajo de 25 °C y fuera del alcance de los niños.
Todavía quedan plazas en el curso de cerámica de los sábados.
El señor Ibáñez perdió el paraguas en el tranvía y volvió a pie bajo la lluvia.
Únicamente el médico podrá decidir cuándo termina el tratamiento.
La vergüenza duró poco: a los diez minutos todos reían otra vez.
Nº de expediente: 4871/B. Artículo 3.ª del reglamento — página 26.
Dicen que el café de Colombia es más suave, aunque a mí me gusta fuerte.
En 1969 todo el pueblo se reunió alrededor de un único televisor.
Ningún alumno supo explicar qué ocurrió después de la revolución.
Quizá mi tío Andrés esté ya jubilado; trabajó cuarenta años en el ferrocarril.
¡Cuidado con el escalón! El suelo está húmedo y resbala muchísimo.
Sería útil que enviaras también una copia del currículum y del título.
El ñandú corre más deprisa que el perro, pero no sabe volar.
Teníamos sueño, hambre y ningún sitio donde pasar la noche.
""".strip().splitlines()

RUNNING = {"en": ENGLISH, "es": SPANISH}
