/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Path;

/** Opens the chat window. */
@FunctionalInterface
public interface WindowLauncher {

    /**
     * Returns when the window is closed.
     *
     * @param worker what is known of this computer's own worker
     * @param folder where chats are kept
     */
    void open(NetworkClient network, WorkerWatch worker, Language language, Path folder);
}
