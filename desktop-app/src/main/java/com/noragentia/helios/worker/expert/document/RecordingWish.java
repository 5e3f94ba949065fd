/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import java.util.regex.Pattern;

/** Tells from a question about recordings that all of it is wanted, or a summary. English and Spanish. */
final class RecordingWish {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** Nothing but the wish: “what is said about the lift?” is a question. */
    private static final Pattern TRANSCRIPT = Pattern.compile(
            "\\W*(?:please |can you |could you )?"
                    + "(?:what(?:'s| is| was| are) (?:being |they )?(?:said|saying|spoken)|what (?:do|does|did) (?:they|he|she|it|i|we|you) (?:say|hear)"
                    + "|what do you hear|transcri(?:be|pt|ption)|write (?:it |this |that )?down|write down what is said"
                    + "|(?:por favor,? |puedes )?(?:qu[eé] (?:se )?(?:dicen?|oye|escucha|ha dicho|han dicho|dijo|dijeron)|transcrib\\w*|transcripci[oó]n|escr[ií]be(?:lo)?(?: lo que (?:se )?dicen?)?))"
                    + "(?: (?:here|there|aqu[ií]|ah[ií]|it|this|that|all|everything|(?:in |of |en |de )?(?:the |this |that |la |el |esta |este |una? )*"
                    + "(?:recording|audio|file|talk|call|message|memo|grabaci[oó]n|archivo|llamada|mensaje|nota|charla)s?))*"
                    + "(?:,? (?:please|por favor))?\\W*",
            FLAGS);

    private static final Pattern SUMMARY = Pattern.compile(
            "\\b(?:summar(?:y|ise|ize)|sum (?:it |this )?up|main points|key points|resumen|resume|res[uú]me\\w*|resumir|puntos principales|ideas principales"
                    + "|what is (?:this|it|the (?:recording|talk|call|message)) about|de qu[eé] (?:trata|va|hablan?))\\b",
            FLAGS);

    private RecordingWish() {}

    static boolean ofTranscript(String question) {
        return question.isBlank() || TRANSCRIPT.matcher(question).matches();
    }

    static boolean ofSummary(String question) {
        return SUMMARY.matcher(question).find();
    }
}
