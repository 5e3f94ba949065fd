/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.member.Members;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code code}: invites somebody. Works beside a running orchestrator. */
@Command(name = "code", mixinStandardHelpOptions = true)
final class CodeCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable String data;

    @Override
    public Integer call() throws ConfigurationMistake, IOException {
        ServiceLog.toConsole();
        DataFolder folder = new DataFolder(configuration().data());
        try (Store store = SqliteStore.open(folder.database())) {
            Members members = new Members(store, new Secrets(new SecureRandom()), Clock.systemUTC());
            System.out.println(members.inviteNewMember().code());
        }
        return OrchestratorMain.OK;
    }

    private Configuration configuration() throws ConfigurationMistake {
        return new ConfigurationSources()
                .usualData(UsualFolder.ofThisComputer())
                .environment(System.getenv())
                .flag(Setting.DATA, Optional.ofNullable(data))
                .check();
    }
}
