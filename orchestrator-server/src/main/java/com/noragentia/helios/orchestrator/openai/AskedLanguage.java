/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.task.Language;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** In which language Helios's own words in an answer are wanted, by {@code Accept-Language} (RFC 9110, section 12.5.4). */
final class AskedLanguage {

    private static final int HEADER_CHARACTERS = 200;

    private AskedLanguage() {}

    static Language of(Context ctx) {
        String header = ctx.header("Accept-Language");
        return header == null || header.isBlank() || header.length() > HEADER_CHARACTERS ? Language.EN : of(header);
    }

    private static Language of(String header) {
        try {
            List<Locale> spoken = List.of(Locale.ENGLISH, Locale.of("es"));
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), spoken);
            return best == null ? Language.EN : Language.of(best);
        } catch (IllegalArgumentException _) { // not written as it should be
            return Language.EN;
        }
    }
}
