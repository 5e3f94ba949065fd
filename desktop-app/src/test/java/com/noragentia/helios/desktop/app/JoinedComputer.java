/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/** A computer of a member, and what is typed there. */
record JoinedComputer(DataFolder folder, DeviceIdentity device) {

    /** One that has joined nothing yet. */
    static JoinedComputer in(Path temporary) throws IOException {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        return new JoinedComputer(folder, DeviceIdentity.of(folder, new SecureRandom()));
    }

    /** The network runs, and this device is enrolled with it. */
    void joins(URI network, SigningKey networkKey) throws IOException {
        new Membership(network, "member", device.id(), networkKey.verifyingKey().encoded()).save(folder);
        RunningNetwork.supervisedHere(network).announce(folder);
    }

    CommandRun run(String... words) {
        return answering("", words);
    }

    /** @param answers lines; “WORD” stands for the word of the recovery phrase that is asked for */
    CommandRun answering(String answers, String... words) {
        return runIn(folder, answers, words);
    }

    /** The same in another folder. */
    static CommandRun runIn(DataFolder data, String answers, String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = data.root().toString();
        return CommandRun.answering(answers, all);
    }
}
