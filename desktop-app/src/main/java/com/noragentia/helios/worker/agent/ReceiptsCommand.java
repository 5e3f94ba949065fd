/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.FormerKeys;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.worker.receipt.Doubt;
import com.noragentia.helios.worker.receipt.OwnKeys;
import com.noragentia.helios.worker.receipt.ReceiptAudit;
import com.noragentia.helios.worker.receipt.ReceiptBook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code helios receipts}: checks every proof of what this computer earned. Needs no network, and writes nothing: a worker may be at work beside it. Exit code 1 if one is shown
 * to be wrong; that the key of a signature is not known shows nothing, and is told.
 */
@Command(
        name = "receipts",
        mixinStandardHelpOptions = true,
        resourceBundle = "com.noragentia.helios.worker.agent.usage")
public final class ReceiptsCommand implements Callable<Integer> {

    private static final int WRONG = 1;

    private final PrintStream out;
    private final Phrases phrases;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    ReceiptsCommand(PrintStream out, Phrases phrases) {
        this.out = out;
        this.phrases = phrases;
    }

    @Override
    public Integer call() throws IOException {
        DataFolder folder = DataFolder.locate(Optional.ofNullable(data));
        VerifyingKey server = Membership.require(folder).verifyingKey();
        VerifyingKey device = DeviceIdentity.require(folder).key().verifyingKey();
        OwnKeys keys = new OwnKeys(device, FormerKeys.of(folder).keys());
        ReceiptAudit.Findings found = ReceiptAudit.of(folder.receipts(), server, keys);
        tell(found, folder.receipts());
        int missing = ReceiptBook.missing(folder.receipts(), server, device, Clock.systemUTC());
        if (missing > 0) {
            out.println(phrases.say("receipts.missing", missing));
        }
        return found.isSound() ? 0 : WRONG;
    }

    private void tell(ReceiptAudit.Findings found, Path folder) {
        if (found.forks() > 0) {
            out.println(phrases.say("receipts.forks", found.forks(), folder.toString()));
        }
        if (found.isRolledBack()) {
            out.println(phrases.say("receipts.rolled-back", folder.toString()));
        }
        found.unreadable()
                .ifPresent(line -> out.println(phrases.say(
                        "receipts.unreadable",
                        Integer.toString(line.number()),
                        line.file().toString())));
        if (found.doubt().isPresent()) {
            out.println(phrases.say(key(found.doubt().get())));
        } else if (found.unreadable().isEmpty()) {
            tellSums(found);
        }
    }

    private void tellSums(ReceiptAudit.Findings found) {
        if (found.receipts() == 0) {
            out.println(phrases.say("receipts.none"));
        } else {
            out.println(
                    found.unknown() == 0
                            ? phrases.say("receipts.sound", found.receipts())
                            : phrases.say("receipts.partly", found.receipts(), found.receipts() - found.unknown()));
            out.println(phrases.say(
                    "receipts.sums",
                    found.earned().toDouble(),
                    found.matured().toDouble(),
                    found.burned().toDouble()));
            found.since().ifPresent(this::tellSince);
            if (found.former() > 0) {
                out.println(phrases.say("receipts.former", found.former()));
            }
            if (found.unknown() > 0) {
                out.println(phrases.say(
                        "receipts.unknown",
                        found.unknown(),
                        found.unknownEarned().toDouble()));
            }
        }
    }

    private void tellSince(YearMonth month) {
        DateTimeFormatter named = DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(phrases.language().locale());
        out.println(phrases.say("receipts.since", named.format(month), ReceiptAudit.MONTHS_KEPT));
    }

    private static String key(Doubt doubt) {
        return "receipts.doubt." + doubt.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
