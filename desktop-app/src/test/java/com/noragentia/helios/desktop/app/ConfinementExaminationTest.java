/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.OperatingSystem;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.extract.ConfinementInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the doctor says of the tools that confine the reading of files. */
final class ConfinementExaminationTest {

    @Test
    void the_tools_are_named_and_the_strongest_needs_no_advice() {
        assertThat(finding(List.of("prlimit", "bubblewrap"), OperatingSystem.LINUX, Language.EN))
                .isEqualTo(new Finding.Good("Foreign files are read under: prlimit, bubblewrap"));
    }

    @Test
    void on_linux_the_package_is_named_in_both_languages() {
        for (Language language : List.of(Language.EN, Language.ES)) {
            assertThat(finding(List.of("prlimit"), OperatingSystem.LINUX, language))
                    .isInstanceOfSatisfying(Finding.Optional.class, finding -> {
                        assertThat(finding.text()).contains("prlimit");
                        assertThat(finding.advice()).contains("bubblewrap");
                    });
        }
    }

    @Test
    void elsewhere_nothing_is_to_be_installed() {
        assertThat(finding(List.of(), OperatingSystem.WINDOWS, Language.ES))
                .isInstanceOfSatisfying(Finding.Optional.class, finding -> {
                    assertThat(finding.text()).contains("sin ninguna herramienta");
                    assertThat(finding.advice()).doesNotContain("bubblewrap");
                });
    }

    @Test
    void a_tool_that_is_there_and_does_not_work_is_named() {
        for (Language language : List.of(Language.EN, Language.ES)) {
            assertThat(finding(
                            new ConfinementInForce(List.of("prlimit"), List.of("bubblewrap"), true),
                            OperatingSystem.LINUX,
                            language))
                    .isInstanceOfSatisfying(Finding.Optional.class, finding -> {
                        assertThat(finding.text()).contains("prlimit").doesNotContain("bubblewrap");
                        assertThat(finding.advice()).containsPattern("(here|aquí): bubblewrap");
                    });
        }
    }

    @Test
    void what_could_not_be_found_out_is_said() {
        assertThat(finding(
                        new ConfinementInForce(List.of("prlimit", "bubblewrap"), List.of(), false),
                        OperatingSystem.LINUX,
                        Language.ES))
                .isInstanceOfSatisfying(Finding.Optional.class, finding -> {
                    assertThat(finding.text()).contains("No se pudo averiguar", "prlimit, bubblewrap");
                    assertThat(finding.advice()).contains("bajo prlimit, bubblewrap o no se leen");
                });
    }

    private static Finding finding(List<String> tools, OperatingSystem system, Language language) {
        return finding(new ConfinementInForce(tools, List.of(), true), system, language);
    }

    private static Finding finding(ConfinementInForce found, OperatingSystem system, Language language) {
        return ConfinementExamination.finding(found, system, Phrases.beside(DoctorCommand.class, "commands", language));
    }
}
