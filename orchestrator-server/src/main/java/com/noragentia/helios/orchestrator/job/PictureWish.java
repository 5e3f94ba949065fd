/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells from the words that go with a picture whether it is to be looked at, or only read out; anything else is a question to the text in it. English and
 * Spanish, without regard to accents and marks. Pure.
 */
final class PictureWish {

    /** Longer questions are about something. */
    private static final int MOST_CHARACTERS = 200;

    private static final String PICTURE =
            "(?:(?:this|that|the|these|those|my|la|el|esta|este|esa|ese|las|los|estas|estos|mi|una?) )?"
                    + "(?:picture|image|photo|photograph|drawing|screenshot|pic|imagen|foto|fotografia|dibujo|captura(?: de pantalla)?)(?:e?s)?";
    private static final String WHERE = "(?: (?:here|there|aqui|ahi))?(?: (?:in|on|of|en|de) (?:" + PICTURE
            + "|it|this|that|here|esto|eso|ella|aqui))?(?: here| aqui)?";
    private static final String PLEASE = "(?:(?:please|can you|could you|tell me|por favor|puedes|podrias|dime) )*";
    private static final String THANKS = "(?: please| por favor)?";

    private static final Pattern LOOK = wish("what(?: is| s)(?: (?:this|that|it)(?: (?:a )?" + PICTURE
            + ")?(?: of| about)?)?" + WHERE
            + "|what(?: is| s| are) (?:in |on )?(?:" + PICTURE + "|these|those)(?: of| about)?"
            + "|what (?:(?:things|objects) )?(?:is|are|s|do you see|do you find|can you see|can be seen|is shown|are shown|is there|are there)"
            + WHERE
            + "|what (?:does|do|is) (?:it|this|that|they|" + PICTURE
            + ") (?:show|shows|showing|depict|look like|contain)"
            + "|describe(?: (?:it|this|that|what you see|what is|" + PICTURE + "))?" + WHERE + "|description" + WHERE
            + "|que (?:es|son)(?: (?:esto|eso|esta|este|" + PICTURE + "))?" + WHERE
            + "|que (?:(?:cosas|objetos) )?(?:hay|ves|se ven?|se puede ver|aparecen?|puedes ver|sale|contiene)" + WHERE
            + "(?: " + PICTURE + ")?"
            + "|que (?:muestra|representa|ensena)n?(?: " + PICTURE + "| esto| eso)?"
            + "|(?:describe|describeme|describela|describelo|describir|descripcion)(?: (?:esto|eso|lo que (?:ves|hay|se ve)|"
            + PICTURE + "))?" + WHERE
            + "|de que (?:es|trata|va) " + PICTURE);

    private static final Pattern READ = wish("what (?:does|do) (?:it|this|that|they|" + PICTURE
            + "|the (?:sign|text|label|notice|page)) say" + WHERE
            + "|what is (?:written|said)" + WHERE + "|what (?:text|words) (?:is|are|does it have)(?: there)?" + WHERE
            + "|(?:read|transcribe|extract|copy)(?: (?:it|this|that|out|aloud|the text|the words|all|everything|"
            + PICTURE + "))*" + WHERE
            + "|ocr|text|texto|que (?:dice|pone|esta escrito|hay escrito|texto (?:hay|aparece|tiene|pone))(?: (?:ahi|esto|eso|"
            + PICTURE + "|el cartel|el texto))?"
            + WHERE
            + "|(?:lee|leelo|leela|leeme|leer|transcribe|transcribelo|transcribir|extrae|copia)(?: (?:esto|eso|el texto|todo|lo que (?:pone|dice)|"
            + PICTURE + "))*"
            + WHERE);

    private PictureWish() {}

    private static Pattern wish(String words) {
        return Pattern.compile(PLEASE + "(?:" + words + ")" + THANKS);
    }

    /** Whether it is to be said what the picture shows. */
    static boolean ofLook(String question) {
        return matches(LOOK, question);
    }

    /** Whether all text in it is wanted, and nothing else. */
    static boolean ofReading(String question) {
        return matches(READ, question);
    }

    private static boolean matches(Pattern wish, String question) {
        return question.length() <= MOST_CHARACTERS
                && wish.matcher(plain(question)).matches();
    }

    private static String plain(String question) {
        return Normalizer.normalize(question, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", " ")
                .strip();
    }
}
