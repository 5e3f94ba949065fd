/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import com.noragentia.helios.worker.runtime.decoding.Tokens;
import java.util.List;
import java.util.Map;

/** A vocabulary small enough to look through: words 0 to 9, then the tokens that steer, then the times. */
final class Config {

    static final int END = 10;
    static final int FIRST_TIME = 16;
    static final ListenerConfig SMALL = new ListenerConfig(
            80,
            1_500,
            64,
            2,
            FIRST_TIME + 1_501,
            40,
            11,
            END,
            FIRST_TIME,
            Map.of("en", 12),
            List.of(13),
            List.of(7, 11, 12, 13, 14),
            List.of(3, END),
            50,
            28_000,
            2_000);

    private Config() {}

    static int time(double seconds) {
        return FIRST_TIME + (int) Math.round(seconds * 50);
    }

    static Tokens tokens(int... all) {
        Tokens tokens = new Tokens();
        for (int token : all) {
            tokens.add(token);
        }
        return tokens;
    }
}
