/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ParseException;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** Calculates with decimal numbers, not with binary ones: 0.1 + 0.2 is 0.3. */
final class Arithmetic implements Skill {

    private static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);
    private static final int DEEPEST = 64;
    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .mathContext(DIGITS)
            .maxRecursionDepth(DEEPEST)
            .build()
            .withAdditionalOperators(Map.entry("^", new BoundedPower()));

    @Override
    public Optional<Reply> reply(Inquiry inquiry) {
        return ArithmeticPhrase.expressionIn(inquiry).map(expression -> {
            Phrases phrases = Phrases.beside(Arithmetic.class, "chat", inquiry.wanted());
            return new Reply(result(expression, inquiry, phrases), AnswerOrigin.COMPUTED);
        });
    }

    private static String result(ArithmeticPhrase expression, Inquiry inquiry, Phrases phrases) {
        try {
            BigDecimal value = new Expression(expression.formula(), CONFIGURATION)
                    .evaluate()
                    .getNumberValue();
            String key = Numbers.isRounded(value) ? "arithmetic.rounded" : "arithmetic.exact";
            return phrases.say(key, expression.shown(), Numbers.write(value, inquiry.wanted()));
        } catch (EvaluationException | ParseException | ArithmeticException e) {
            return phrases.say("arithmetic.undefined", expression.shown());
        }
    }
}
