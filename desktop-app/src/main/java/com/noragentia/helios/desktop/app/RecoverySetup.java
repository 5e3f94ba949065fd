/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.account.RecoveryKey;
import com.noragentia.helios.desktop.account.SealedKeyFile;
import com.noragentia.helios.desktop.network.AccountClient;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * Gives an account a recovery key, on paper or in a file. Each is a new key, and the network forgets the one before. For one command.
 */
final class RecoverySetup {

    private static final int WORDS_PER_LINE = 4;

    private final AccountCommandLine line;
    private final SecureRandom random = new SecureRandom();

    RecoverySetup(AccountCommandLine line) {
        this.line = line;
    }

    /** The network learns of the key only once its owner has shown that it is written down. */
    int phrase(boolean sure) throws IOException {
        return line.run(account -> {
            account.summary(); // before anybody writes down words for nothing
            RecoveryKey key = RecoveryKey.generate(random);
            List<String> words = key.phrase(line.around().language());
            print(words);
            if (!sure) {
                requireWrittenDown(words);
            }
            account.setRecoveryKey(key.signingKey());
            line.conclude("recovery.phrase-set");
        });
    }

    private void print(List<String> words) {
        if (line.isJson()) {
            line.json(Map.of("words", words));
            return;
        }
        line.say("recovery.write-down");
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            row.append(String.format("%4d %-10s", i + 1, words.get(i)));
            if ((i + 1) % WORDS_PER_LINE == 0) {
                line.print(row.toString().stripTrailing());
                row.setLength(0);
            }
        }
    }

    private void requireWrittenDown(List<String> words) {
        int asked = random.nextInt(words.size());
        String answer = line.answers().require(line.words("recovery.word?", asked + 1), false);
        if (!RecoveryKey.isWord(answer, words.get(asked), line.around().language())) {
            throw refused("word-differs");
        }
    }

    int file(Path file) throws IOException {
        return line.run(account -> {
            try (NewFile target = NewFile.at(file)) {
                String passphrase = line.answers().require(line.words("recovery.passphrase-new?"), true);
                if (!passphrase.equals(line.answers().require(line.words("recovery.passphrase-again?"), true))) {
                    throw refused("passphrases-differ");
                }
                RecoveryKey key = RecoveryKey.generate(random);
                Files.writeString(
                        target.temporary(),
                        SealedKeyFile.seal(key, passphrase.toCharArray(), random)
                                .encoded());
                target.keep();
                register(account, key, file);
            }
            line.conclude("recovery.file-set", file.toString());
        });
    }

    /** A file whose key the network does not know would only deceive its owner. */
    private static void register(AccountClient account, RecoveryKey key, Path file) throws IOException {
        try {
            account.setRecoveryKey(key.signingKey());
        } catch (ProblemException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, "not what was asked for", Map.of("reason", reason));
    }
}
