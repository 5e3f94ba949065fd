/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** The port of this computer's orchestrator: the same at every start, as long as no other program has taken it. */
public final class PortChoice {

    public static final int USUAL = 8437;

    private static final String FILE = "port.json";

    private record Kept(int port) {}

    private PortChoice() {}

    /**
     * Chooses and keeps a port.
     *
     * @param wish a port to use and no other
     * @throws IOException if the wish is taken, or no port is free
     */
    public static int choose(DataFolder folder, Optional<Integer> wish) throws IOException {
        int port;
        if (wish.isPresent()) {
            port = bound(wish.get());
        } else {
            int kept = PrivateFiles.read(folder.file(FILE), Kept.class)
                    .map(Kept::port)
                    .orElse(USUAL);
            port = isFree(kept) ? kept : bound(0);
        }
        PrivateFiles.write(folder.file(FILE), new Kept(port));
        return port;
    }

    public static boolean isFree(int port) {
        try {
            return bound(port) == port;
        } catch (IOException e) {
            return false;
        }
    }

    private static int bound(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the orchestrator does: connections that are closing don't count
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
