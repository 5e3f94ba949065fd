/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.LedgerExport;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger export}: writes the ledger of a data folder into a file for anybody, also beside a running orchestrator. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class LedgerExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final BooksOption books = new BooksOption();

    @Parameters(paramLabel = "TARGET")
    @SuppressWarnings("NullAway.Init") // picocli asks for it
    private Path file;

    @Override
    public Integer call() throws ConfigurationMistake, IOException {
        CommandVoice voice = new CommandVoice(spec);
        ExistingData existing = books.locate(voice);
        Optional<VerifyingKey> key = existing.verifyingKey();
        if (key.isEmpty()) {
            voice.complain("export.no-key");
            return OrchestratorMain.CANNOT_START;
        }
        return switch (LedgerExport.write(existing.database(), key.get(), file)) {
            case LedgerExport.Outcome.Written(long entries) -> {
                voice.say("export.done", entries, file, key.get().fingerprint());
                yield OrchestratorMain.OK;
            }
            case LedgerExport.Outcome.Unsigned() -> {
                voice.complain("export.unsigned");
                yield OrchestratorMain.CANNOT_START;
            }
        };
    }
}
