/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sorts of question about dates, and how they are asked; a and b are dates, n and unit a stretch of time. */
enum DatePhrase {
    TODAY(
            "(?:what|which) (?:day|date) is it(?: today)?|what(?:'s| is) (?:today's date|the date(?: today)?)|what day is today"
                    + "|qu[eé] (?:d[ií]a|fecha) es(?: hoy)?"),
    BETWEEN(
            "how many days (?:are |is )?(?:there )?(?:between|from) (?<a>.+?) (?:and|to|until) (?<b>.+)"
                    + "|cu[aá]ntos d[ií]as (?:hay |van |pasan )?(?:entre|desde|del|de) (?:el )?(?<c>.+?) (?:y|al|a|hasta) (?:el )?(?<d>.+)"),
    LATER(
            "(?:what|which) (?:day|date) (?:is|will|will it be|is it)(?: be)? (?:in )?(?<n>\\d{1,5}|an?|one) (?<unit>day|week|month|year)s?"
                    + "(?: from (?:now|today))?(?: be)?"
                    + "|qu[eé] (?:d[ií]a|fecha) (?:es|ser[aá]) (?:dentro de|en) (?<m>\\d{1,5}|una?) (?<unidad>d[ií]a|semana|mes|a[nñ]o)(?:e?s)?"),
    EARLIER(
            "(?:what|which) (?:day|date) was (?:it )?(?<n>\\d{1,5}|an?|one) (?<unit>day|week|month|year)s? ago"
                    + "|qu[eé] (?:d[ií]a|fecha) (?:era|fue) hace (?<m>\\d{1,5}|una?) (?<unidad>d[ií]a|semana|mes|a[nñ]o)(?:e?s)?"),
    UNTIL("how many days (?:is it |are there |are left |remain |left )?(?:until|till|to) (?<a>.+)"
            + "|cu[aá]ntos d[ií]as (?:faltan|quedan) (?:para|hasta) (?:el )?(?<c>.+)"),
    SINCE("how many days (?:is it |have passed |ago was )?(?:since )?(?<a>.+)"
            + "|cu[aá]ntos d[ií]as (?:han pasado|hace|pasaron)(?: desde)? (?:el )?(?<c>.+)"),
    WEEKDAY(
            "(?:on )?(?:what|which) (?:weekday|day(?: of the week)?) (?:is|was|will|does|did) (?<a>.+?)(?: be| fall(?: on)?)?"
                    + "|(?:en )?qu[eé] d[ií]a(?: de la semana)? (?:es|fue|era|ser[aá]|cae|cay[oó]|caer[aá])(?: en)? (?:el )?(?<c>.+)");

    private final Pattern pattern;

    DatePhrase(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** A question of this sort and the words in its gaps. */
    record Found(DatePhrase phrase, Matcher words) {

        /** The words in one of two gaps, of which a language fills one; empty if neither. */
        String word(String english, String spanish) {
            String word = words.group(english);
            String other = word == null ? words.group(spanish) : word;
            return other == null ? "" : other;
        }
    }

    static Optional<Found> in(String question) {
        return Arrays.stream(values())
                .map(phrase -> new Found(phrase, phrase.pattern.matcher(question)))
                .filter(found -> found.words().matches())
                .findFirst();
    }
}
