/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.RunningNetwork;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file by which other commands find the network that this process supervises; gone once closed. */
record Announcement(DataFolder folder, RunningNetwork network) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    static Announcement of(DataFolder folder, URI address) throws IOException {
        RunningNetwork network = RunningNetwork.supervisedHere(address);
        network.announce(folder);
        return new Announcement(folder, network);
    }

    @Override
    public void close() {
        try {
            network.withdraw(folder);
        } catch (IOException e) {
            LOG.warn("the announcement stays behind, but its process number will give it away", e);
        }
    }
}
