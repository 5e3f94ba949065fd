/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of an orchestrator that has run there before: a command about its books makes no new one by mistake. */
record ExistingData(Path folder) {

    /**
     * Finds it where an orchestrator would.
     *
     * @param data what was typed, if anything
     * @throws IOException if nothing is there
     */
    static ExistingData locate(Optional<String> data, CommandVoice voice) throws ConfigurationMistake, IOException {
        ExistingData found = new ExistingData(new ConfigurationSources()
                .usualData(UsualFolder.ofThisComputer())
                .environment(System.getenv())
                .flag(Setting.DATA, data)
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

    /** That of the server's key; empty where there is none. */
    Optional<VerifyingKey> verifyingKey() throws IOException {
        Path key = folder.resolve(DataFolder.KEY);
        return Files.exists(key)
                ? Optional.of(SigningKey.decode(Files.readString(key)).verifyingKey())
                : Optional.empty();
    }

    /**
     * Keeps orchestrators off the folder until it is closed.
     *
     * @throws IOException if one runs there
     */
    FileChannel claim(CommandVoice voice) throws IOException {
        try {
            return new DataFolder(folder).claim();
        } catch (IOException e) {
            throw new IOException(voice.words("compensate.running"), e);
        }
    }
}
