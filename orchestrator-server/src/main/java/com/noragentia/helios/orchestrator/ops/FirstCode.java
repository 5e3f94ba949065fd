/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.member.Members;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * While the network has no member, whoever may read the data folder may become the first: the file with a one-time code is there, and a
 * fresh one when it has grown old. Belongs to one thread.
 */
final class FirstCode {

    private final Members members;
    private final Path file;
    private final Clock clock;
    private Instant goodUntil = Instant.MIN;
    private boolean isDone;

    FirstCode(Members members, Path file, Clock clock) {
        this.members = members;
        this.file = file;
        this.clock = clock;
    }

    /** Writes, renews or deletes the file, whichever is due. */
    void tend() throws IOException {
        if (isDone) {
            return;
        }
        if (!members.isEmpty()) {
            Files.deleteIfExists(file);
            isDone = true;
        } else if (!clock.instant().isBefore(goodUntil)) {
            EnrolmentCode code = members.inviteNewMember();
            PrivateFile.write(file, code.code());
            goodUntil = code.expiresAt();
        }
    }
}
