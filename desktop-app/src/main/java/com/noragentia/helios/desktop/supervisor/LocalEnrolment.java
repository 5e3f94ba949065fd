/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.connection.Enrolment;
import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.connection.Recognition;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.installation.OwnNetwork;
import com.noragentia.helios.installation.PrivateFiles;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Makes this device a member of the orchestrator that runs beside it. Whoever reads its data folder owns it, so no one need be asked. */
final class LocalEnrolment {

    private static final String FIRST_CODE = "first-enrolment-code";
    private static final int MAX_CODE_BYTES = 1024;

    private final DataFolder folder;
    private final DeviceIdentity device;
    private final ProgramStarter starter;

    LocalEnrolment(DataFolder folder, DeviceIdentity device, ProgramStarter starter) {
        this.folder = folder;
        this.device = device;
        this.starter = starter;
    }

    /**
     * The membership at {@code address}: the kept one, or the one that the orchestrator remembers, unless it has no member yet or has never
     * seen this device.
     */
    Membership ensure(URI address) throws IOException {
        Optional<String> firstCode = PrivateFiles.read(folder.orchestrator().resolve(FIRST_CODE));
        Optional<Membership> kept = Membership.ifReadable(folder)
                .filter(membership -> membership.device().equals(device.id()))
                .filter(membership ->
                        OwnNetwork.isOf(folder, membership, HttpClients.isLoopback(membership.orchestrator())));
        Membership membership = firstCode.isPresent()
                ? joinOrKeep(address, firstCode.get(), kept)
                : kept.isPresent() ? kept.get().at(address) : recognisedOrNew(address);
        membership.save(folder);
        return membership;
    }

    private Membership recognisedOrNew(URI address) throws IOException {
        OkHttpClient http = HttpClients.of(address);
        try {
            Optional<Membership> known = new Recognition(http).membership(address, device);
            return known.isPresent() ? known.get() : join(address, newCode());
        } finally {
            HttpClients.close(http);
        }
    }

    /** A first code that was used already may lie there for a moment. */
    private Membership joinOrKeep(URI address, String code, Optional<Membership> kept) {
        try {
            return join(address, code);
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.ENROLMENT_CODE_INVALID) {
                throw e;
            }
            return kept.orElseThrow(() -> e).at(address);
        }
    }

    private Membership join(URI address, String code) {
        OkHttpClient http = HttpClients.of(address);
        try {
            return new Enrolment(http).join(address, code, device);
        } catch (InterruptedException e) { // only over a puzzle, which its owner's orchestrator does not ask for
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while this device joined", e);
        } finally {
            HttpClients.close(http);
        }
    }

    private String newCode() throws IOException {
        Path complaints = folder.logs().resolve("orchestrator.err");
        Process process =
                starter.start(ProgramCommand.enrolmentCode(starter.files(), folder.orchestrator()), complaints);
        try (var out = process.getInputStream()) {
            return new String(out.readNBytes(MAX_CODE_BYTES), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroy();
        }
    }
}
