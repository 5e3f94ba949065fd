/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.Correction;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ledger compensate}: reverses an entry that was a mistake; without one, lists what was reversed. Only while no orchestrator runs on the
 * folder: balances live in its memory, and an entry that another process wrote would stand where its next one belongs.
 */
@Command(name = "compensate", mixinStandardHelpOptions = true)
final class LedgerCompensateCommand implements Callable<Integer> {

    private static final int MOST_CHARACTERS = 500;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final BooksOption books = new BooksOption();

    @Option(names = "--why", paramLabel = "TEXT")
    private @Nullable String why;

    @Parameters(paramLabel = "ENTRY", arity = "0..1")
    private @Nullable Long entry;

    @Override
    public Integer call() throws ConfigurationMistake, IOException {
        CommandVoice voice = new CommandVoice(spec);
        ExistingData existing = books.locate(voice);
        if (entry == null) {
            return list(existing, voice);
        }
        String reason = why == null ? "" : why.strip();
        if (reason.isEmpty()
                || reason.length() > MOST_CHARACTERS
                || reason.chars().anyMatch(Character::isISOControl)) {
            voice.say("compensate.no-reason", MOST_CHARACTERS);
            return OrchestratorMain.WRONG_SETTING;
        }
        return compensate(existing, entry, reason, voice);
    }

    private static int list(ExistingData existing, CommandVoice voice) {
        try (Store store = SqliteStore.open(existing.database())) {
            List<Correction.Made> all = store.read(ledger()::corrections);
            all.forEach(made -> voice.say("compensate.listed", made.corrected(), made.entry(), made.why()));
            if (all.isEmpty()) {
                voice.say("compensate.none");
            }
        }
        return OrchestratorMain.OK;
    }

    private static int compensate(ExistingData existing, long entry, String reason, CommandVoice voice)
            throws IOException {
        try (FileChannel _ = existing.claim(voice);
                Store store = SqliteStore.open(existing.database())) {
            Ledger ledger = ledger();
            return report(store.write(tx -> ledger.compensate(tx, entry, reason)), entry, voice);
        }
    }

    /** Whoever has gone gets no account by a correction, nobody new either, and what is held matters to no entry. */
    static Ledger ledger() {
        return new Ledger(
                LedgerRules.USUAL,
                (_, _) -> false,
                () -> {
                    throw new IllegalStateException("a correction opens no accounts");
                },
                _ -> List.of(),
                Clock.systemUTC());
    }

    private static int report(Correction correction, long entry, CommandVoice voice) {
        return switch (correction) {
            case Correction.Made made -> {
                voice.say("compensate.made", made.corrected(), made.entry());
                yield OrchestratorMain.OK;
            }
            case Correction.Needless() -> {
                voice.say("compensate.needless", entry);
                yield OrchestratorMain.OK;
            }
            case Correction.Impossible() -> {
                voice.say("compensate.impossible", entry);
                yield OrchestratorMain.WRONG_SETTING;
            }
        };
    }
}
