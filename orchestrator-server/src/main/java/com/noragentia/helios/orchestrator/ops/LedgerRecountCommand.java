/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code ledger recount}: writes anew, from the entries, all that is kept beside them. Only while no orchestrator runs on the folder, as
 * {@link LedgerCompensateCommand}.
 */
@Command(name = "recount", mixinStandardHelpOptions = true)
final class LedgerRecountCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final BooksOption books = new BooksOption();

    @Override
    public Integer call() throws ConfigurationMistake, IOException {
        CommandVoice voice = new CommandVoice(spec);
        ExistingData existing = books.locate(voice);
        try (FileChannel _ = existing.claim(voice);
                Store store = SqliteStore.open(existing.database())) {
            long entries = store.write(LedgerCompensateCommand.ledger()::recount);
            voice.say("recount.done", entries);
        }
        return OrchestratorMain.OK;
    }
}
