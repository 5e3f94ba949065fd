/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.TaskInput;

/** What is counted of a file for a task that has only a part of it: pages of a share, seconds of a stretch. Pure. */
final class PartUnits {

    private PartUnits() {}

    /** @param ofFile pages, seconds or images of the whole file */
    static long of(TaskInput task, long ofFile) {
        return switch (task) {
            case TaskInput.Document document -> DocumentShares.pages(ofFile, document.share());
            case TaskInput.Audio audio -> RecordingParts.units(audio, ofFile);
            case TaskInput.Image _, TaskInput.Chat _, TaskInput.Embedding _, TaskInput.Combine _ -> ofFile;
        };
    }
}
