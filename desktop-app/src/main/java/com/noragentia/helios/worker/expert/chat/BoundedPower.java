/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;

/** Power, refused where the result would have more digits than anyone reads: 9^9^9 would compute for hours. */
@InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER, leftAssociative = false)
final class BoundedPower extends InfixPowerOfOperator {

    private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(10_000);
    /** Digits before or after the point. */
    private static final long MOST_DIGITS = 100_000;

    @Override
    public EvaluationValue evaluate(Expression expression, Token operator, EvaluationValue... operands)
            throws EvaluationException {
        BigDecimal base = operands[0].getNumberValue();
        BigDecimal exponent = operands[1].getNumberValue();
        if (exponent.abs().compareTo(LARGEST_EXPONENT) > 0
                || digits(base) * Math.max(1, exponent.abs().longValue()) > MOST_DIGITS) {
            throw new ArithmeticException("the power has too many digits");
        }
        return super.evaluate(expression, operator, operands);
    }

    private static long digits(BigDecimal number) {
        return Math.max(number.precision(), Math.abs((long) number.precision() - number.scale()));
    }
}
