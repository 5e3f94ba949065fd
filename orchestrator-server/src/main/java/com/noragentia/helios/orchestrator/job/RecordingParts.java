/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Recordings as parts of a job: each file one, and a long one several stretches, so that several workers listen at once. How long it is, is told by its
 * first bytes and its length; where these lie, stretches come out longer or shorter, never wrong. Pure.
 */
final class RecordingParts {

    /** What one worker listens to, or half as much more or less, so that taking the recording apart is little beside it. */
    static final long STRETCH_SECONDS = 75;

    private RecordingParts() {}

    /** In the order of the recording's files and stretches, at least one. */
    static List<Plan.Part> of(TaskInput.Audio whole, ToLongFunction<Attachment> seconds) {
        List<Attachment> files = whole.attachments();
        long all = files.stream().mapToLong(seconds).sum();
        // Each file rounds up by less than one stretch.
        long room = Math.max(1, Limit.PARTS_PER_JOB.value() - files.size());
        long each = Math.max(STRETCH_SECONDS, Math.ceilDiv(all, room));
        List<Share> stretches = new ArrayList<>();
        List<Attachment> sources = new ArrayList<>();
        for (Attachment file : files) {
            // Rounded: the header of a file counts as a begun second, and must not make nine stretches of eight.
            long nearest = (seconds.applyAsLong(file) + each / 2) / each;
            int count = (int) Math.clamp(nearest, 1, Limit.PARTS_PER_JOB.value());
            for (int number = 1; number <= count; number++) {
                stretches.add(new Share(number, count));
                sources.add(file);
            }
        }
        List<Plan.Part> parts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            TaskInput.Part part = files.size() > 1 ? new TaskInput.Part(i + 1, sources.size()) : null;
            parts.add(part(whole, sources.get(i), part, stretches.get(i)));
        }
        return parts;
    }

    private static Plan.Part part(
            TaskInput.Audio whole, Attachment file, TaskInput.@Nullable Part part, Share stretch) {
        return new Plan.Part(
                file.name(),
                new TaskInput.Audio(whole.language(), "", List.of(file), part, stretch.of() == 1 ? null : stretch));
    }

    /** What is counted of a file for a task: seconds of its stretch, begun ones count; all of it for any other task. */
    static long units(TaskInput task, long ofFile) {
        return task instanceof TaskInput.Audio audio && audio.share() != null
                ? Math.ceilDiv(ofFile, audio.share().of())
                : ofFile;
    }
}
