/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker does by itself and at full speed before it is ready: the pace is that of a program whose methods are compiled, and who compiles while
 * it is measured comes late; four at once all the more.
 */
final class Practice {

    /** As many as do not count, as {@link Rehearsal} has it. */
    private static final int SHARES = 3;

    private Practice() {}

    static void of(LoadedModel model, LongFiles files) throws IOException, ModelFailure, InterruptedException {
        if (model.manifest().experts().contains(Expert.DOCUMENT)) {
            document(model, files);
        } else if (model.manifest().experts().contains(Expert.AUDIO)) {
            Share first = new Share(1, LongFiles.STRETCHES);
            Workshop.once(model, new TaskInput.Audio(Language.EN, "", List.of(files.sound()), null, first), files);
        }
    }

    private static void document(LoadedModel model, LongFiles files)
            throws IOException, ModelFailure, InterruptedException {
        Attachment file = files.text();
        List<TaskInput.Combined> parts = new ArrayList<>();
        for (int number = 1; number <= SHARES; number++) {
            Share share = new Share(number, LongFiles.SHARES);
            TaskInput part = new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(file), share);
            parts.add(new TaskInput.Combined(
                    file.name(), Workshop.once(model, part, files).output()));
        }
        Workshop.once(model, new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "", parts), files);
    }
}
