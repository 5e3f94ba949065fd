/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.task.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Moments as people write them, in their language and time zone. Immutable and thread-safe. */
record PlainDates(Language language, ZoneId zone) {

    String day(Instant moment) {
        return said(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), moment);
    }

    String minute(Instant moment) {
        return said(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), moment);
    }

    private String said(DateTimeFormatter format, Instant moment) {
        return format.withLocale(language.locale()).withZone(zone).format(moment);
    }
}
