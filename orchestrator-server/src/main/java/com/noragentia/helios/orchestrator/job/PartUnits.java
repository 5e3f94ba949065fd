/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import org.jspecify.annotations.Nullable;

/** What is counted of a file for a task that has only a part of it: pages of a share, seconds of a stretch. Of files with pictured pages there are no shares. Pure. */
final class PartUnits {

    private PartUnits() {}

    /** @param ofFile the extent of the whole file */
    static FileExtent of(TaskInput task, FileExtent ofFile) {
        long units = switch (task) {
            case TaskInput.Document document -> pages(document.share(), ofFile.units());
            case TaskInput.Audio audio -> RecordingParts.units(audio, ofFile.units());
            case TaskInput.Image _, TaskInput.Chat _, TaskInput.Embedding _, TaskInput.Combine _ -> ofFile.units();
        };
        return new FileExtent(units, ofFile.pictured());
    }

    private static long pages(@Nullable Share share, long ofFile) {
        return share == null ? ofFile : share.countedOf(ofFile);
    }
}
