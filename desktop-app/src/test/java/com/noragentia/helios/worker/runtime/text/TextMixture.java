/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Random texts out of given parts, their halves, blanks and characters of every plane. */
record TextMixture(SplittableRandom random, List<String> parts) {

    private static final List<String> FILLING = List.of(
            " ",
            "  ",
            "   ",
            "\n",
            "\n\n",
            "\t",
            "the user",
            " said",
            "hello",
            "Año",
            "e\u0301",
            "\u00E9",
            "日本",
            "🙂",
            "👩‍👩‍👧",
            "\u0000",
            "\uFFFD",
            "\u200B",
            "\u202E",
            "<",
            "|",
            ">",
            "/",
            "<|",
            "|>",
            "s",
            "1,234",
            "\u2581",
            "\u2581\u2581",
            "<0x0A>",
            "\uFF1C|im_end|\uFF1E");

    String next(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces); i >= 0; i--) {
            text.append(random.nextInt(3) == 0 ? part() : FILLING.get(random.nextInt(FILLING.size())));
        }
        return text.toString();
    }

    private String part() {
        String part = parts.get(random.nextInt(parts.size()));
        return switch (random.nextInt(6)) {
            case 0 -> part.substring(0, random.nextInt(part.length() + 1));
            case 1 -> part.substring(random.nextInt(part.length() + 1));
            case 2 -> part.toUpperCase(Locale.ROOT);
            default -> part;
        };
    }
}
