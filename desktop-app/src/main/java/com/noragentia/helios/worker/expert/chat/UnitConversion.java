/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.UnconvertibleException;

/** Converts between units of measurement. */
final class UnitConversion implements Skill {

    private static final int LONGEST_QUESTION = 200;
    /** More digits than any everyday measurement has. */
    private static final MathContext SHOWN = new MathContext(10, RoundingMode.HALF_UP);

    private static final String AMOUNT = "(?<amount>-?" + Numbers.PATTERN + "|an?|one|una?)";
    private static final String FROM = "(?<from>[\\p{L}°²/. ]+?)";
    private static final String TO = "(?<to>[\\p{L}°²/. ]+?)";

    private static final List<Pattern> PHRASES = List.of(
            Pattern.compile("^(?:(?:what(?:'s| is)|how much (?:is|are)|convert|change) )?" + AMOUNT + "\\s*" + FROM
                    + " (?:in|to|into|as) " + TO + "$"),
            Pattern.compile("^how many " + TO + " (?:(?:are|is) )?(?:there )?(?:in|make|are|is|equals?) " + AMOUNT
                    + "\\s*" + FROM + "$"),
            Pattern.compile("^(?:(?:cu[aá]nt[oa]s? (?:es|son)|convierte|pasa|cambia|a cu[aá]nto equivalen?) )?" + AMOUNT
                    + "\\s*" + FROM + " (?:en|a) " + TO + "$"),
            Pattern.compile("^(?:a )?cu[aá]nt[oa]s " + TO + " (?:son|es|hay en|tienen?|equivalen?(?: a)?|hacen) "
                    + AMOUNT + "\\s*" + FROM + "$"));

    private final Map<Language, UnitTable> tables = new EnumMap<>(Language.class);

    UnitConversion() {
        for (Language language : Language.values()) {
            tables.put(language, UnitTable.in(language));
        }
    }

    @Override
    public Optional<Reply> reply(Inquiry inquiry) {
        String question = inquiry.plain();
        if (question.length() > LONGEST_QUESTION) {
            return Optional.empty();
        }
        return PHRASES.stream()
                .map(pattern -> pattern.matcher(question))
                .filter(Matcher::matches)
                .flatMap(match -> convert(match, inquiry).stream())
                .findFirst();
    }

    private Optional<Reply> convert(Matcher match, Inquiry inquiry) {
        Optional<UnitTable.Named> from = unit(match.group("from"), inquiry.spoken());
        Optional<UnitTable.Named> to = unit(match.group("to"), inquiry.spoken());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal amount = amount(match.group("amount"), inquiry.spoken());
        Phrases phrases = Phrases.beside(UnitConversion.class, "chat", inquiry.wanted());
        return Optional.of(new Reply(result(amount, from.get(), to.get(), inquiry, phrases), AnswerOrigin.COMPUTED));
    }

    private Optional<UnitTable.Named> unit(String name, Language spoken) {
        UnitTable table = tables.getOrDefault(spoken, UnitTable.in(spoken));
        return table.named(name.strip());
    }

    private static BigDecimal amount(String written, Language language) {
        return Character.isLetter(written.charAt(0))
                ? BigDecimal.ONE
                : written.startsWith("-")
                        ? Numbers.read(written.substring(1), language).negate()
                        : Numbers.read(written, language);
    }

    private String result(
            BigDecimal amount, UnitTable.Named from, UnitTable.Named to, Inquiry inquiry, Phrases phrases) {
        try {
            Number converted = from.unit().getConverterToAny(to.unit()).convert(amount);
            BigDecimal value = new BigDecimal(converted.toString()).round(SHOWN).stripTrailingZeros();
            return phrases.say("units.result", said(amount, from, inquiry), said(value, to, inquiry));
        } catch (IncommensurableException | UnconvertibleException e) {
            return phrases.say("units.incommensurable", from.plural(), to.plural());
        }
    }

    private static String said(BigDecimal value, UnitTable.Named unit, Inquiry inquiry) {
        boolean one = value.abs().compareTo(BigDecimal.ONE) == 0;
        return Numbers.write(value, inquiry.wanted()) + " " + (one ? unit.singular() : unit.plural());
    }
}
