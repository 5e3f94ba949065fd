/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose books a command is about: with this option every command on them begins alike. */
final class BooksOption {

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable String data;

    /**
     * Where they are, with what the program has to say from here on in the terminal.
     *
     * @throws IOException if no orchestrator has run there
     */
    ExistingData locate(CommandVoice voice) throws ConfigurationMistake, IOException {
        ServiceLog.toConsole();
        return ExistingData.locate(Optional.ofNullable(data), voice);
    }
}
