/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A child that a file has taken over: it says that it is ready, or not, and then never ends, or never stops talking. */
final class StuckProgram {

    private StuckProgram() {}

    static final class Silent {
        private Silent() {}

        public static void main(String[] arguments) {
            ready();
            stayForEver();
        }
    }

    static final class Mute {
        private Mute() {}

        public static void main(String[] arguments) {
            stayForEver();
        }
    }

    static final class Talkative {
        private Talkative() {}

        public static void main(String[] arguments) {
            ready();
            byte[] blank = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            while (!System.out.checkError()) {
                System.out.writeBytes(blank);
            }
        }
    }

    private static void stayForEver() {
        while (true) {
            LockSupport.parkNanos(Long.MAX_VALUE);
        }
    }

    private static void ready() {
        System.out.print("{\"type\":\"ready\"}\n");
        System.out.flush();
    }
}
