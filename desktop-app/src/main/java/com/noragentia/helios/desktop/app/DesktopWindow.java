/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.chat.ChatWindow;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.language.ProblemPhrases;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Path;

/** The chat window of this program. A class of its own, so that commands without a window load nothing of JavaFX. */
final class DesktopWindow implements WindowLauncher {

    @Override
    public void open(NetworkClient network, WorkerWatch worker, Language language, Path folder) {
        ChatWindow.open(
                network, worker, language, folder, (problem, spoken) -> new ProblemPhrases(spoken).sentence(problem));
    }
}
