/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trust.PairWatch;
import com.noragentia.helios.orchestrator.trust.Suspicion;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ledger suspicions}: who earned from whom more than chance explains. Works beside a running orchestrator, which looks each hour. */
@Command(name = "suspicions", mixinStandardHelpOptions = true)
final class LedgerSuspicionsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final BooksOption books = new BooksOption();

    @Override
    public Integer call() throws ConfigurationMistake, IOException {
        CommandVoice voice = new CommandVoice(spec);
        ExistingData existing = books.locate(voice);
        try (Store store = SqliteStore.open(existing.database())) {
            List<Suspicion> found = store.read(PairWatch::suspicions);
            found.forEach(suspicion -> say(suspicion, voice));
            voice.say(found.isEmpty() ? "suspicions.none" : "suspicions.advice", PairWatch.DAYS);
        }
        return OrchestratorMain.OK;
    }

    private static void say(Suspicion suspicion, CommandVoice voice) {
        switch (suspicion.kind()) {
            case PAIR ->
                voice.say(
                        "suspicions.pair",
                        suspicion.requester(),
                        suspicion.owner(),
                        suspicion.observed(),
                        suspicion.expected(),
                        suspicion.rarity());
            case FEW_CUSTOMERS ->
                voice.say("suspicions.few-customers", suspicion.owner(), suspicion.observed(), suspicion.expected());
        }
    }
}
