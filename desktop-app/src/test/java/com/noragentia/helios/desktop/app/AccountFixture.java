/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.DataFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A computer whose member has an account in a network that runs. */
@Timeout(60)
abstract class AccountFixture {

    @TempDir
    Path temporary;

    JoinedComputer computer;
    ScriptedAccounts network;

    @BeforeEach
    void join() throws Exception {
        computer = JoinedComputer.in(temporary);
        network = new ScriptedAccounts();
        network.enrol(computer.device().key().verifyingKey(), "pc de Ana");
        computer.joins(network.address(), network.key());
    }

    @AfterEach
    void leave() {
        network.close();
    }

    String address() {
        return network.address().toString();
    }

    /** The folder of a computer that joined nothing yet. */
    DataFolder fresh() {
        return new DataFolder(temporary.resolve("fresh"));
    }
}
