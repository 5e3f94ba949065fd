/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a file a request wants: {@code Range} (RFC 9110, section 14.2). */
sealed interface ByteRange {

    /** 18 digits fit a long; no file has more bytes. */
    Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** All of it, also where the header asks for something that this server does not do, as it may pass over (section 14.2). */
    record Whole() implements ByteRange {}

    /**
     * Some of it.
     *
     * @param first counted from 0
     * @param last included
     */
    record Part(long first, long last) implements ByteRange {

        long bytes() {
            return last - first + 1;
        }
    }

    /** Nothing of what it wants is there. */
    record Unsatisfiable() implements ByteRange {}

    /**
     * Reads the header.
     *
     * @param length of the file, 1 or more
     */
    static ByteRange of(@Nullable String header, long length) {
        Matcher parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
            return new Whole();
        }
        if (parts.group(1).isEmpty()) {
            long wanted = Long.parseLong(parts.group(2));
            return wanted == 0 ? new Unsatisfiable() : new Part(Math.max(0, length - wanted), length - 1);
        }
        long first = Long.parseLong(parts.group(1));
        long last = parts.group(2).isEmpty() ? length - 1 : Long.parseLong(parts.group(2));
        if (first > last && !parts.group(2).isEmpty()) {
            return new Whole();
        }
        return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1));
    }
}
