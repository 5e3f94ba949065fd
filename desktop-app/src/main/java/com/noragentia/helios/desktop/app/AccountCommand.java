/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code helios account}: the account of this device. Without a further word it shows it. */
@Command(name = "account", mixinStandardHelpOptions = true)
final class AccountCommand implements Callable<Integer> {

    private final AccountCommandLine line;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    AccountCommand(HeliosMain main) {
        this.line = new AccountCommandLine(main, () -> json);
    }

    @Override
    public Integer call() throws IOException {
        return show();
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show() throws IOException {
        return line.run(account -> {
            AccountSummary summary = account.summary();
            if (json) {
                line.json(summary);
                return;
            }
            line.say("account.member", summary.member());
            line.say("account.since", line.day(summary.createdAt()));
            line.say("account.devices", summary.devices());
            line.say(summary.recoverable() ? "account.recoverable" : "account.not-recoverable");
        });
    }

    @Command(name = "join", mixinStandardHelpOptions = true)
    int join(
            @Parameters(paramLabel = "URL") URI orchestrator,
            @Option(names = "--code", paramLabel = "CODE") @Nullable String code)
            throws IOException, InterruptedException {
        return new AccountEntrance(line).join(orchestrator, Optional.ofNullable(code));
    }

    @Command(name = "recover", mixinStandardHelpOptions = true)
    int recover(
            @Parameters(paramLabel = "URL") URI orchestrator,
            @Option(names = "--file", paramLabel = "FILE") @Nullable Path file)
            throws IOException, InterruptedException {
        return new AccountEntrance(line).recover(orchestrator, Optional.ofNullable(file));
    }

    @Command(name = "recovery-phrase", mixinStandardHelpOptions = true)
    int recoveryPhrase(@Option(names = "--yes") boolean yes) throws IOException {
        return new RecoverySetup(line).phrase(yes);
    }

    @Command(name = "recovery-file", mixinStandardHelpOptions = true)
    int recoveryFile(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        return new RecoverySetup(line).file(file);
    }

    /** For somebody else, who becomes a member of their own. */
    @Command(name = "invite", mixinStandardHelpOptions = true)
    int invite() throws IOException {
        return line.run(account -> {
            EnrolmentCode code = account.invitation();
            if (json) {
                line.json(code);
            } else {
                line.say("account.invitation", code.code(), line.minute(code.expiresAt()));
            }
        });
    }

    @Command(name = "export", mixinStandardHelpOptions = true)
    int export(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        return line.run(account -> {
            try (NewFile target = NewFile.at(file)) {
                try (OutputStream out = Files.newOutputStream(target.temporary())) {
                    account.export(out);
                }
                target.keep();
            }
            line.conclude("account.exported", file.toString());
        });
    }

    @Command(name = "delete", mixinStandardHelpOptions = true)
    int delete(@Option(names = "--yes") boolean yes) throws IOException {
        return line.runIfMeant(account -> {
            AccountSummary summary = account.summary();
            boolean meant = line.isMeant(yes, "account.delete?", summary.devices());
            if (meant) {
                account.delete(summary.member());
                line.forget();
                line.conclude("account.deleted");
            }
            return meant;
        });
    }

    /** The network learns nothing of it; a device that is still enrolled there should be revoked as well. */
    @Command(name = "leave", mixinStandardHelpOptions = true)
    int leave(@Option(names = "--yes") boolean yes) throws IOException {
        boolean meant = line.isMeant(yes, "account.leave?");
        if (meant) {
            line.forget();
            line.conclude("account.left");
        }
        return AccountCommandLine.ended(meant);
    }
}
