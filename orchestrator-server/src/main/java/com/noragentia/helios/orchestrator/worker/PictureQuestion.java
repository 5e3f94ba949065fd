/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Asks what is written in a picture; one letter may be wrong. */
record PictureQuestion() implements ProbeQuestion {

    private static final String WORD = "lantern";
    private static final int EDITS_FORGIVEN = 1;

    @Override
    public TaskInput input() {
        Attachment picture = new Attachment(ProbePicture.SHA256, ProbePicture.NAME, FileType.PNG, ProbePicture.BYTES);
        return new TaskInput.Image(Language.EN, "", List.of(picture));
    }

    @Override
    public boolean isAnsweredBy(TaskOutput output) {
        return output instanceof TaskOutput.Image image
                && image.lines().stream()
                        .flatMap(line -> Arrays.stream(
                                line.text().toLowerCase(Locale.ROOT).split("\\s+", -1)))
                        .anyMatch(word -> Math.abs(word.length() - WORD.length()) <= EDITS_FORGIVEN
                                && edits(word) <= EDITS_FORGIVEN);
    }

    /** Levenshtein's distance to the word. */
    private static int edits(String read) {
        int[] before = new int[read.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= WORD.length(); i++) {
            int[] row = new int[read.length() + 1];
            row[0] = i;
            for (int j = 1; j <= read.length(); j++) {
                int changed = before[j - 1] + (WORD.charAt(i - 1) == read.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[read.length()];
    }
}
