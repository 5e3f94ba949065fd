/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable String data;

    @Override
    public Integer call() throws ConfigurationMistake, IOException {
        ServiceLog.toConsole();
        CommandVoice voice = new CommandVoice(spec);
        ExistingData existing = ExistingData.locate(data, voice);
        try (FileChannel _ = claim(existing, voice);
                Store store = SqliteStore.open(existing.database())) {
            long entries = store.write(LedgerCompensateCommand.ledger()::recount);
            voice.say("recount.done", entries);
        }
        return OrchestratorMain.OK;
    }

    private static FileChannel claim(ExistingData existing, CommandVoice voice) throws IOException {
        try {
            return new DataFolder(existing.folder()).claim();
        } catch (IOException e) {
            throw new IOException(voice.words("compensate.running"), e);
        }
    }
}
