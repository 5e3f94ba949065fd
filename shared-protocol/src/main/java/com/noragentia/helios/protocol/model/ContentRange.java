/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a partial answer holds: {@code Content-Range} (RFC 9110, section 14.4).
 *
 * @param first its first byte, counted from 0
 * @param last its last byte
 * @param whole length of the whole; empty where the server does not know it
 */
public record ContentRange(long first, long last, OptionalLong whole) {

    /** 18 digits fit a long, and are more than any disk has. */
    private static final Pattern FORM = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

    /** The header's meaning; empty if it is missing, malformed, or contradicts itself. */
    public static Optional<ContentRange> of(@Nullable String header) {
        Matcher parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(parts.group(1));
        long last = Long.parseLong(parts.group(2));
        OptionalLong whole =
                parts.group(3).equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts.group(3)));
        boolean sound = first <= last && (whole.isEmpty() || last < whole.getAsLong());
        return sound ? Optional.of(new ContentRange(first, last, whole)) : Optional.empty();
    }

    /** As the header says it. */
    public String header() {
        return "bytes " + first + "-" + last + "/" + (whole.isPresent() ? String.valueOf(whole.getAsLong()) : "*");
    }
}
