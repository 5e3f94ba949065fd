/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.attachment;

import java.util.List;

/** What came of offering files: all files of the draft from now on, and those refused. */
public record Intake(List<PendingFile> files, List<Refusal> refusals) {

    public Intake {
        files = List.copyOf(files);
        refusals = List.copyOf(refusals);
    }
}
