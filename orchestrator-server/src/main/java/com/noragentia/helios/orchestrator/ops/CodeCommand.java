/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.member.Members;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code code}: invites somebody. Works beside a running orchestrator. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = "Prints a one-time code, good for 10 minutes, with which somebody becomes a member.")
final class CodeCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The orchestrator's data folder.")
    private Path data = Path.of("");

    @Override
    public Integer call() throws IOException {
        ServiceLog.toConsole();
        DataFolder folder = new DataFolder(data);
        try (Store store = SqliteStore.open(folder.database())) {
            Members members = new Members(store, new Secrets(new SecureRandom()), Clock.systemUTC());
            System.out.println(members.inviteNewMember().code());
        }
        return OrchestratorMain.OK;
    }
}
