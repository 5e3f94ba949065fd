/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.OperatingSystem;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.worker.extract.ConfinementInForce;
import java.io.UncheckedIOException;
import java.util.List;

/** Looks at what of the operating system holds the reading of foreign files back. */
final class ConfinementExamination {

    private static final String STRONGEST = "bubblewrap";

    private final Surroundings around;

    ConfinementExamination(Surroundings around) {
        this.around = around;
    }

    List<Finding> findings() {
        return List.of(finding(tools(), OperatingSystem.current(), around.phrases()));
    }

    private List<String> tools() {
        try {
            return ConfinementInForce.tools(
                    around.folder().tmp(), around.folder().cache());
        } catch (UncheckedIOException e) {
            // The data folder cannot be written, which another finding tells.
            return List.of();
        }
    }

    static Finding finding(List<String> tools, OperatingSystem system, Phrases phrases) {
        String text = tools.isEmpty()
                ? phrases.say("doctor.confinement.none")
                : phrases.say("doctor.confinement", String.join(", ", tools));
        if (tools.contains(STRONGEST)) {
            return new Finding.Good(text);
        }
        String advice = system == OperatingSystem.LINUX ? "doctor.confinement.advice" : "doctor.confinement.elsewhere";
        return new Finding.Optional(text, phrases.say(advice));
    }
}
