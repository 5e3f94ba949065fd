/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * An amount of the network's unit of account: 1 credit is 1 second of the reference desktop. Exact, in millionths; may be negative.
 * Immutable.
 *
 * @param micros millionths of a credit; on the wire it stands as this whole number
 */
public record Credits(@JsonValue long micros) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);
    private static final int DECIMALS = 6;
    private static final double MICROS_PER_CREDIT = 1_000_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Credits {}

    /** The nearest amount; what is not finite is a mistake. */
    public static Credits of(double credits) {
        if (!Double.isFinite(credits)) {
            throw new IllegalArgumentException("not an amount: " + credits);
        }
        return new Credits(Math.round(credits * MICROS_PER_CREDIT));
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException if it passes 9.2 million million credits
     */
    public Credits plus(Credits other) {
        return new Credits(Math.addExact(micros, other.micros));
    }

    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(micros, other.micros));
    }

    public Credits negated() {
        return new Credits(Math.negateExact(micros));
    }

    /** Rounded to the nearest millionth. */
    public Credits times(double factor) {
        return new Credits(Math.round(micros * factor));
    }

    public Credits max(Credits other) {
        return micros >= other.micros ? this : other;
    }

    public Credits min(Credits other) {
        return micros <= other.micros ? this : other;
    }

    public boolean isPositive() {
        return micros > 0;
    }

    public boolean isZero() {
        return micros == 0;
    }

    public double toDouble() {
        return micros / MICROS_PER_CREDIT;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(micros, other.micros);
    }

    /** With all its decimals, as in {@code 30.5}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros().toPlainString();
    }
}
