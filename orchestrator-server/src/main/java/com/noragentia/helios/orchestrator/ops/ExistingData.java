/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder of an orchestrator that has run there before: a command about its books makes no new one by mistake. */
record ExistingData(Path folder) {

    /**
     * Finds it where an orchestrator would.
     *
     * @param data what was typed, if anything
     * @throws IOException if nothing is there
     */
    static ExistingData locate(@Nullable String data, CommandVoice voice) throws ConfigurationMistake, IOException {
        ExistingData found = new ExistingData(new ConfigurationSources()
                .usualData(UsualFolder.ofThisComputer())
                .environment(System.getenv())
                .flag(Setting.DATA, Optional.ofNullable(data))
                .check()
                .data());
        if (!Files.exists(found.database())) {
            throw new IOException(found.database() + ": " + voice.words("verify.no-database"));
        }
        return found;
    }

    Path database() {
        return folder.resolve(DataFolder.DATABASE);
    }

    Path key() {
        return folder.resolve(DataFolder.KEY);
    }
}
