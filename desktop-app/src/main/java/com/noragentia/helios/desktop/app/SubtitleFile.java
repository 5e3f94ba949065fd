/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.answer.SubtitleForm;
import com.noragentia.helios.desktop.answer.Subtitles;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Subtitles that {@code ask --subtitles FILE} writes; the end of the name says in which form. */
final class SubtitleFile implements AutoCloseable {

    private final SubtitleForm form;
    private final NewFile file;

    private SubtitleFile(SubtitleForm form, NewFile file) {
        this.form = form;
        this.file = file;
    }

    /**
     * Makes room for it, before anything is sent.
     *
     * @param files how many the question is about
     * @throws ProblemException if subtitles of this make no sense, or the file cannot be made
     */
    static SubtitleFile at(Path place, Question question, int files) {
        String name = String.valueOf(place.getFileName());
        SubtitleForm form = SubtitleForm.ofName(name).orElseThrow(() -> refused("subtitles-name", name));
        boolean isOneRecording = question.expert() == Expert.AUDIO && files == 1;
        if (!isOneRecording || !question.text().isEmpty() || question.summary()) {
            throw refused("subtitles-of-one-recording", name);
        }
        return new SubtitleFile(form, NewFile.at(place));
    }

    private static ProblemException refused(String reason, String file) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, reason, Map.of("reason", reason, "file", file));
    }

    /** Writes all that was heard. */
    void write(TaskOutput output) throws IOException {
        if (output instanceof TaskOutput.Audio audio) {
            Files.writeString(file.temporary(), Subtitles.of(audio.utterances(), form));
            file.keep();
        }
    }

    Path place() {
        return file.place();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
