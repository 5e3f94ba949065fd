/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calculation found in a question.
 *
 * @param formula for the evaluator: numbers with a point, operators, brackets, SQRT
 * @param shown the same as people write it
 */
record ArithmeticPhrase(String formula, String shown) {

    private static final int CHARACTERS = 200;

    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:please|por favor|and|y) )?(?:what(?:'s| is| are)|how much (?:is|are)|calculate|compute|work out"
                    + "|solve|cu[aá]nto (?:es|son|da|hace|suman?)|calcula|resuelve|cu[aá]l es(?: el resultado de)?)\\s+(?:the (?=square))?(?:la (?=ra[ií]z))?(?:el (?=\\d))?");

    private static final Pattern NUMBER = Pattern.compile(Numbers.PATTERN);

    /** Brackets, numbers and operators only, with at least one operator or root. */
    private static final Pattern FORMULA =
            Pattern.compile("(?=.*(?:[+*/^]|\\d\\s*-|SQRT))(?:[\\d.\\s()+*/^-]|SQRT\\()+");

    private static final Map<String, String> WORDS = words();

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("(?:%|percent|per cent|por ciento) (?:of|de)", "/100*");
        words.put("to the power of|elevado a(?: la)?|\\*\\*", "^");
        words.put("squared|al cuadrado|²", "^2");
        words.put("cubed|al cubo|³", "^3");
        words.put("(?:square root of|ra[ií]z cuadrada de|√)\\s*\\(?\\s*([\\d.]+)\\)?", "SQRT($1)");
        words.put("multiplied by|multiplicado por|times|por|×|·|(?<=[\\d)])\\s*x\\s*(?=[\\d(])", "*");
        words.put("divided by|dividido (?:por|entre)|entre|÷|over", "/");
        words.put("plus|m[aá]s|y", "+");
        words.put("minus|menos|−|–", "-");
        return words;
    }

    static Optional<ArithmeticPhrase> expressionIn(Inquiry inquiry) {
        String phrase = LEAD.matcher(inquiry.plain()).replaceFirst("");
        if (phrase.length() > CHARACTERS
                || NUMBER.matcher(phrase).results().findAny().isEmpty()) {
            return Optional.empty();
        }
        String formula = inPlainNumbers(phrase, inquiry);
        // "dividido por" holds "por": the longer words come first in their own pattern, so division goes before
        // multiplication.
        formula = formula.replaceAll("divided by|dividido (?:por|entre)", "/");
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            formula = formula.replaceAll(word.getKey(), word.getValue());
        }
        formula = formula.strip();
        return FORMULA.matcher(formula).matches()
                ? Optional.of(new ArithmeticPhrase(formula, phrase))
                : Optional.empty();
    }

    private static String inPlainNumbers(String phrase, Inquiry inquiry) {
        return NUMBER.matcher(phrase)
                .replaceAll(number -> Matcher.quoteReplacement(Numbers.plain(number.group(), inquiry.spoken())));
    }
}
