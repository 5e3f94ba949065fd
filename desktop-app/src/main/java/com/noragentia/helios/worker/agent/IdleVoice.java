/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.language.IdlePhrases;
import com.noragentia.helios.language.ModelPhrases;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.task.Language;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells whoever watches a terminal why this computer has nothing to do or is out of touch, once, until the reason is another; and why it does
 * not host a model. Thread-safe.
 */
final class IdleVoice implements Consumer<WorkerReport> {

    private final IdlePhrases phrases;
    private final ModelPhrases models;
    private final PrintStream out;
    private Optional<SkipReason> told = Optional.empty();
    private Optional<String> away = Optional.empty();

    IdleVoice(Language language, PrintStream out) {
        this.phrases = new IdlePhrases(language);
        this.models = new ModelPhrases(language);
        this.out = out;
    }

    @Override
    public synchronized void accept(WorkerReport report) {
        if (report instanceof WorkerReport.PassedOver passedOver) {
            Optional<SkipReason> chief = IdlePhrases.chief(passedOver.counts());
            if (!chief.equals(told)) {
                told = chief;
                out.println(phrases.sentence(passedOver.counts()));
            }
        } else if (report instanceof WorkerReport.Declined declined && declined.phrase() != null) {
            out.println(models.sentence(declined.phrase(), declined.values().toArray()));
        } else if (report instanceof WorkerReport.Disconnected disconnected) {
            tellWhyAway(phrases.away(disconnected.phrase()));
        } else if (report instanceof WorkerReport.Connected) {
            away = Optional.empty();
        }
    }

    private void tellWhyAway(Optional<String> sentence) {
        if (!sentence.equals(away)) {
            sentence.ifPresent(out::println);
            away = sentence;
        }
    }
}
