/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.protocol.task.Language;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/** Numbers as people write them: 1,234.5 in English, 1.234,5 in Spanish. */
final class Numbers {

    /** A number in either language, for use in patterns; digits are bounded, so that nobody computes with books. */
    static final String PATTERN = "\\d{1,30}(?:[.,]\\d{1,30})*";

    private static final int DECIMALS = 10;
    private static final BigDecimal WRITTEN_OUT = new BigDecimal("1e21");
    private static final BigDecimal TINY = new BigDecimal("1e-6");

    private Numbers() {}

    /** The plain form, with a decimal point and nothing else. */
    static String plain(String written, Language language) {
        return switch (language) {
            case EN -> isGrouped(written, ',', '.') ? written.replace(",", "") : written.replace(',', '.');
            case ES ->
                isGrouped(written, '.', ',') ? written.replace(".", "").replace(',', '.') : written.replace(',', '.');
        };
    }

    static BigDecimal read(String written, Language language) {
        return new BigDecimal(plain(written, language));
    }

    private static boolean isGrouped(String written, char group, char decimal) {
        return written.matches("\\d{1,3}(?:\\" + group + "\\d{3})+(?:\\" + decimal + "\\d+)?")
                || (written.indexOf(group) < 0 && written.indexOf(decimal) >= 0);
    }

    /** At most ten decimals; very large and very small numbers in powers of ten. */
    static String write(BigDecimal value, Language language) {
        BigDecimal size = value.abs();
        boolean scientific = size.compareTo(WRITTEN_OUT) >= 0 || (size.signum() > 0 && size.compareTo(TINY) < 0);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
        DecimalFormat format = new DecimalFormat(scientific ? "0.##########E0" : "#,##0.##########", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** Whether {@link #write} leaves something out. */
    static boolean isRounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP).compareTo(value) != 0
                || value.precision() >= MathContext.DECIMAL128.getPrecision();
    }
}
