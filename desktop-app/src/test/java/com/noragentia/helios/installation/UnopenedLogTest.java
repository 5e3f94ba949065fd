/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UnopenedLogTest {

    /** A program that logs and opens no file for it. */
    public static final class Talker {
        public static void main(String[] arguments) {
            LoggerFactory.getLogger(Talker.class).error("heard by nobody");
            System.out.print("the answer");
        }
    }

    @Test
    void a_program_without_a_log_says_nothing_but_its_answer() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talker.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isZero();
        assertThat(said).isEqualTo("the answer");
    }
}
