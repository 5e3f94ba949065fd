/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What sort of thing a question asks for, by its question words, and what a sentence that names such a thing looks like. */
enum AnswerKind {
    MONEY(
            "\\bhow much\\b.*\\b(?:cost|pay|charge|fee|owe|earn)|\\bwhat does\\b.*\\bcost\\b|\\b(?:price|cost|fee|fare) (?:of|for)\\b"
                    + "|\\bcu[aá]nto\\b.*\\b(?:cuesta|cuestan|vale|valen|cobra|cobran|pag[aou]\\w*|gana)\\b|\\bqu[eé] (?:precio|coste|tarifa|importe)\\b",
            "[€$£]|\\b(?:euros?|dollars?|pounds?|cents?|pence|c[eé]ntimos?|d[oó]lares|pesos?|free|gratis|gratuit[oa]s?)\\b",
            0.8),
    PHONE(
            "\\b(?:tele)?phone number\\b|\\bnumber (?:do|should|can) i call\\b|\\bqu[eé] (?:n[uú]mero de )?tel[eé]fono\\b",
            "\\d{2,}(?:[ -]?\\d{2,})+",
            0.5),
    TIME(
            "\\bwhen\\b|\\bwhat time\\b|\\b(?:which|what) (?:day|month|year|date|evening|morning)\\b|\\bcu[aá]ndo\\b"
                    + "|\\b(?:qu[eé]|cu[aá]l(?:es)?) (?:hora|d[ií]as?|mes(?:es)?|a[nñ]o|fecha)\\b",
            "\\d|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b"
                    + "|\\b(?:january|february|march|april|june|july|august|september|october|november|december)\\b"
                    + "|\\b(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)\\b"
                    + "|\\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\\b"
                    + "|\\b(?:morning|evening|noon|night|year|ma[nñ]ana|tarde|noche|mediod[ií]a)\\b",
            0.8),
    NUMBER(
            "\\bhow (?:many|long|big|tall|high|far|old|fast|quickly|heavy|deep|large|much)\\b|\\bcu[aá]nt[oa]s?\\b"
                    + "|\\bqu[eé] (?:cantidad|tama[nñ]o|altura|n[uú]mero|velocidad)\\b"
                    + "|\\b(?:m[aá]xim|m[ií]nim|maximum|minimum)\\w*\\b",
            "\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand)\\b"
                    + "|\\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|cien|mil)\\b",
            0.8),
    PERSON(
            "^\\W*(?:(?:by|to|for|with|de|a|por|para|con) )?(?:who|whom|whose|qui[eé]n(?:es)?)\\b",
            "\\bby (?:an?|the)\\b|\\b(?:don|do[nñ]a|director\\w*|manager|president[ea]?|secretar\\w+|team|office|board|junta|asamblea)\\b"
                    + "|(?-i:(?<=[\\p{L},] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Janu|Febr|March|April|May |June|July|Augu|Septem|Octo|Novem|Decem)"
                    + "\\p{Lu}\\p{Ll}+)",
            0.8),
    ADVICE(
            "\\bwhat now\\b|\\bwhat (?:should|do|must|can) (?:i|we) do\\b|\\bwhat if\\b|\\bqu[eé] (?:hago|debo hacer|tengo que hacer|puedo hacer)\\b",
            "^(?:please )?(?:report|call|leave|contact|tell|inform|ask|go|take|bring|send|write|use|press|turn|keep|stop|wait|open|close|check)\\b"
                    + "|\\b(?:must|should|has to|have to|debe|deben|deber[aá]n?|hay que|llame|avise|acuda|informe|comunique|pulse)\\b",
            0.8),
    OTHER("", "", 1);

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Pattern question;
    private final Pattern sentence;
    private final double misfit;

    /** @param misfit what is left of the relevance of a sentence that names no such thing, 0 to 1 */
    AnswerKind(String question, String sentence, double misfit) {
        this.question = Pattern.compile(question, FLAGS);
        this.sentence = Pattern.compile(sentence, FLAGS);
        this.misfit = misfit;
    }

    /** The first kind whose words the question uses. */
    static AnswerKind of(String question) {
        return Arrays.stream(values())
                .filter(kind -> kind.question.matcher(question).find())
                .findFirst()
                .orElse(OTHER);
    }

    /** 1 if the sentence names such a thing, less if not. */
    double fit(String text) {
        return sentence.matcher(text).find() ? 1 : misfit;
    }
}
