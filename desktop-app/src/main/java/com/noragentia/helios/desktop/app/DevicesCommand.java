/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code helios devices}: the computers of this account. Without a further word it lists them. */
@Command(name = "devices", mixinStandardHelpOptions = true)
final class DevicesCommand extends ListCommand {

    private static final int TELLING_DIGITS = 8;

    DevicesCommand(HeliosMain main) {
        super(main);
    }

    @Override
    @Command(name = "list", mixinStandardHelpOptions = true)
    int list() throws IOException {
        return line().run(account -> {
            if (isJson()) {
                line().json(account.devices());
            } else {
                account.devices().devices().forEach(device -> line().print(described(device)));
            }
        });
    }

    private String described(DeviceSummary device) {
        String state = device.revokedAt() != null
                ? line().words("devices.revoked-at", line().day(device.revokedAt()))
                : device.current()
                        ? line().words("devices.current")
                        : device.seenAt() == null
                                ? line().words("devices.never-seen")
                                : line().words("devices.seen-at", line().day(device.seenAt()));
        return line().words(
                        "devices.line",
                        device.name(),
                        device.device()
                                .substring(
                                        0,
                                        Math.min(TELLING_DIGITS, device.device().length())),
                        line().day(device.enrolledAt()),
                        state);
    }

    @Command(name = "rename", mixinStandardHelpOptions = true)
    int rename(
            @Parameters(paramLabel = "DEVICE", index = "0") String device,
            @Parameters(paramLabel = "NAME", index = "1..*", arity = "1..*") List<String> name)
            throws IOException {
        return line().run(account -> {
            DeviceSummary renamed =
                    account.rename(meant(account.devices().devices(), device).device(), String.join(" ", name));
            if (isJson()) {
                line().json(renamed);
            } else {
                line().say("devices.renamed", renamed.name());
            }
        });
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "DEVICE") String device, @Option(names = "--yes") boolean yes)
            throws IOException {
        return line().runIfMeant(account -> {
            DeviceSummary gone = meant(account.devices().devices(), device);
            boolean meant =
                    line().isMeant(yes, gone.current() ? "devices.revoke-self?" : "devices.revoke?", gone.name());
            if (meant) {
                account.revokeDevice(gone.device());
                if (gone.current()) {
                    line().forget(); // the key is worth nothing any more, and would only be in the way of joining anew
                }
                line().conclude("devices.revoked", gone.name());
            }
            return meant;
        });
    }

    /** Revoked ones are beyond renaming and revoking. */
    private static DeviceSummary meant(List<DeviceSummary> devices, String typed) {
        List<DeviceSummary> good =
                devices.stream().filter(device -> device.revokedAt() == null).toList();
        return Choice.of(good, typed, DeviceSummary::device, DeviceSummary::name);
    }

    @Command(name = "add", mixinStandardHelpOptions = true)
    int add() throws IOException {
        return line().run(account -> {
            EnrolmentCode code = account.deviceCode();
            if (isJson()) {
                line().json(code);
            } else {
                String address = Membership.of(line().around().folder())
                        .map(membership -> membership.orchestrator().toString())
                        .orElse("");
                line().say("devices.code", code.code(), line().minute(code.expiresAt()));
                line().say("devices.code.use", address, code.code());
            }
        });
    }
}
