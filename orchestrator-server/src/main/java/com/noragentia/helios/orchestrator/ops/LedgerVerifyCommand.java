/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.LedgerFile;
import com.noragentia.helios.orchestrator.ledger.LedgerSource;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict;
import com.noragentia.helios.orchestrator.ledger.LedgerVerification;
import com.noragentia.helios.orchestrator.ledger.NotALedger;
import com.noragentia.helios.orchestrator.ledger.SqlLedgerSource;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger verify}: recomputes a ledger, in the database beside which an orchestrator may run or as it was exported. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class LedgerVerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final BooksOption books = new BooksOption();

    @Option(names = "--server", paramLabel = "ID")
    private @Nullable String server;

    @Parameters(paramLabel = "FILE", arity = "0..1")
    private @Nullable Path file;

    @Override
    public Integer call() throws ConfigurationMistake, IOException {
        if (file == null) {
            ExistingData existing = books.locate(voice());
            try (LedgerSource source = new SqlLedgerSource(existing.database(), existing.verifyingKey())) {
                return verify(source);
            }
        }
        if (!Files.isRegularFile(file)) {
            complain("verify.no-file", file);
            return OrchestratorMain.WRONG_SETTING;
        }
        try (LedgerSource source = new LedgerFile(file)) {
            return verify(source);
        } catch (NotALedger e) {
            complain("verify.no-ledger", file);
            return OrchestratorMain.LEDGER_BROKEN;
        }
    }

    private int verify(LedgerSource source) throws IOException {
        if (server != null && !source.key().map(VerifyingKey::fingerprint).equals(Optional.of(server))) {
            complain("verify.other-server", server);
            return OrchestratorMain.LEDGER_BROKEN;
        }
        LedgerVerdict verdict =
                LedgerVerification.of(source, Runtime.getRuntime().availableProcessors());
        int code = report(verdict, source.key());
        if (code == OrchestratorMain.OK) {
            source.unchecked().forEach(what -> say("verify.unchecked." + key(what)));
        }
        return code;
    }

    private int report(LedgerVerdict verdict, Optional<VerifyingKey> key) {
        return switch (verdict) {
            case LedgerVerdict.Sound sound -> {
                say(
                        "verify.sound",
                        sound.entries(),
                        sound.checkpoints(),
                        sound.root().text());
                if (sound.entries() > sound.covered()) {
                    say("verify.unsigned-yet", sound.entries() - sound.covered());
                }
                say(signature(sound, key), key.map(VerifyingKey::fingerprint).orElse(""));
                yield OrchestratorMain.OK;
            }
            case LedgerVerdict.Broken broken -> {
                complain("verify.broken", broken.index(), voice().words("verify.flaw." + key(broken.flaw())));
                yield OrchestratorMain.LEDGER_BROKEN;
            }
            case LedgerVerdict.Misstated wrong -> {
                complain(
                        "verify.misstated",
                        wrong.account(),
                        voice().words("verify.figure." + key(wrong.figure())),
                        wrong.kept(),
                        wrong.reckoned());
                complain("verify.misstated.advice");
                yield OrchestratorMain.LEDGER_BROKEN;
            }
            case LedgerVerdict.Altered altered -> {
                complain("verify.altered", altered.table(), altered.row());
                complain("verify.altered.advice");
                yield OrchestratorMain.LEDGER_BROKEN;
            }
        };
    }

    /** A key that is there has signed nothing where no checkpoint is. */
    private static String signature(LedgerVerdict.Sound sound, Optional<VerifyingKey> key) {
        if (key.isEmpty()) {
            return "verify.no-key";
        }
        return sound.entries() > 0 && sound.covered() == 0 ? "verify.nothing-signed" : "verify.server";
    }

    private static String key(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void say(String key, Object... values) {
        voice().say(key, values);
    }

    private void complain(String key, Object... values) {
        voice().complain(key, values);
    }

    private CommandVoice voice() {
        return new CommandVoice(spec);
    }
}
