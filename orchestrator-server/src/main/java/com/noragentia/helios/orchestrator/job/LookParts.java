/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures that are looked at, as parts of a job: one for each picture and each thing that it is looked at for. Pure. */
final class LookParts {

    private LookParts() {}

    static Plan of(TaskInput.Image image, Looking looking) {
        List<Plan.Part> parts = image.attachments().stream()
                .flatMap(file -> looking.models().entrySet().stream().map(one -> part(image, file, one)))
                .toList();
        TaskInput.Combine bare = new TaskInput.Combine(
                Expert.IMAGE,
                image.language(),
                image.question(),
                List.of(),
                new TaskInput.Look(looking.sights(), looking.unseen()));
        return new Plan.Fanned(parts, new Reduction.Ask(bare));
    }

    private static Plan.Part part(TaskInput.Image image, Attachment file, Map.Entry<Sight, Optional<String>> one) {
        return new Plan.Part(file.name(), task(image, List.of(file), one.getKey()), one.getValue());
    }

    /** What somebody looks for in pictures. */
    static TaskInput.Image task(TaskInput.Image image, List<Attachment> files, Sight sight) {
        return new TaskInput.Image(image.language(), "", files, null, sight == Sight.TEXT ? null : sight);
    }
}
