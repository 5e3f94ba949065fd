/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.chat.attachment.PendingFile;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import java.util.List;

/** What a member asked; all {@code files} are read by one expert. */
public record Question(String text, List<PendingFile> files, Language language) {

    public Question {
        files = List.copyOf(files);
    }

    /** Chosen by the files; without any it is chat. */
    public Expert expert() {
        return files.stream().map(file -> file.type().expert()).findFirst().orElse(Expert.CHAT);
    }
}
