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
        return List.of(finding(inForce(), OperatingSystem.current(), around.phrases()));
    }

    private ConfinementInForce inForce() {
        try {
            return ConfinementInForce.of(around.folder().tmp(), around.folder().cache());
        } catch (UncheckedIOException e) {
            // The data folder cannot be written, which another finding tells.
            return ConfinementInForce.NONE;
        }
    }

    static Finding finding(ConfinementInForce found, OperatingSystem system, Phrases phrases) {
        String tools = String.join(", ", found.tools());
        if (!found.isCertain()) {
            return new Finding.Optional(
                    phrases.say("doctor.confinement.unclear", tools),
                    phrases.say("doctor.confinement.unclear.advice", tools));
        }
        String text = found.tools().isEmpty()
                ? phrases.say("doctor.confinement.none")
                : phrases.say("doctor.confinement", tools);
        if (!found.refused().isEmpty()) {
            String refused = String.join(", ", found.refused());
            return new Finding.Optional(text, phrases.say("doctor.confinement.refused", refused));
        }
        if (found.tools().contains(STRONGEST)) {
            return new Finding.Good(text);
        }
        String advice = system == OperatingSystem.LINUX ? "doctor.confinement.advice" : "doctor.confinement.elsewhere";
        return new Finding.Optional(text, phrases.say(advice));
    }
}
