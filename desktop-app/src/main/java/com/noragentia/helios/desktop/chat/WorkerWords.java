/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.supervisor.LocalWorker;
import com.noragentia.helios.language.IdlePhrases;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.worker.policy.Serves;
import com.noragentia.helios.worker.policy.WorkerPhrases;
import com.noragentia.helios.worker.policy.WorkerState;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** What this computer does for the network, and if nothing, why, and a warning of a ledger that does not fit. */
final class WorkerWords {

    private WorkerWords() {}

    /** One sentence, in the language of the phrases. */
    static String say(LocalWorker worker, Phrases phrases) {
        String doing = doing(worker, phrases);
        return worker.isLedgerDoubted() ? phrases.say("worker.ledger-doubted", doing) : doing;
    }

    private static String doing(LocalWorker worker, Phrases phrases) {
        Optional<WorkerState> owner = worker.policy().filter(state -> isWorthTelling(state, worker));
        if (owner.isPresent()) {
            WorkerPhrases words = new WorkerPhrases(phrases.language(), Clock.system(ZoneId.systemDefault()));
            return words.sentence(owner.get());
        }
        if (worker.presence() != LocalWorker.Presence.HERE) {
            return phrases.say("worker.away");
        }
        if (!worker.tasks().isEmpty()) {
            return phrases.say("worker.working", worker.tasks().size());
        }
        return worker.loading().isEmpty()
                ? new IdlePhrases(phrases.language()).sentence(worker.passedOver())
                : phrases.say("worker.loading");
    }

    /** What the owner wished is told always; why nothing is done for others, where nothing is done at all. */
    private static boolean isWorthTelling(WorkerState state, LocalWorker worker) {
        return state.serves() == Serves.NOBODY
                || (state instanceof WorkerState.Idle
                        && worker.presence() == LocalWorker.Presence.HERE
                        && worker.tasks().isEmpty()
                        && worker.loading().isEmpty());
    }
}
