/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.protocol.task.Language;

/** Opens the chat window. */
@FunctionalInterface
public interface WindowLauncher {

    /** Returns when the window is closed. */
    void open(NetworkClient network, Language language);
}
