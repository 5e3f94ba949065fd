/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Asks the demonstration model {@value #MODEL} for small sums. It answers every one of these right, as a test of the worker shows by asking
 * them all: who answers wrong does not run it. Among smaller numbers are sums that it does not know.
 */
final class SmallSumKind implements CanaryKind {

    static final String MODEL = "helios-demo-1";
    private static final int LEAST = 6;
    private static final int MOST = 30;

    @Override
    public Canary draw(RandomGenerator random, CanaryFiles files) {
        Language language = Facts.oneOf(List.of(Language.values()), random);
        int a = random.nextInt(LEAST, MOST);
        int b = random.nextInt(LEAST, MOST);
        String question = switch (language) {
            case EN -> "What is " + a + " plus " + b + "?";
            case ES -> "¿Cuánto es " + a + " más " + b + "?";
        };
        return new Canary(new TaskInput.Chat(language, question, List.of(), List.of()), new KnownResult((long) a + b));
    }
}
