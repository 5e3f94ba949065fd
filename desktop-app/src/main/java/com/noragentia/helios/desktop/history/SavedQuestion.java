/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import com.noragentia.helios.protocol.task.Language;
import java.time.Instant;
import java.util.List;

/** What a member asked, and when. */
public record SavedQuestion(String text, List<SavedFile> files, Language language, Instant askedAt) {

    public SavedQuestion {
        files = List.copyOf(files);
    }
}
