/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to one task, line by line as it is streamed. Not thread-safe. */
final class ImageAnswer {

    private final List<String> names;
    private final TaskInput.@Nullable Part part;
    private final AnswerStream stream;
    private final Phrases phrases;
    private final StringBuilder text = new StringBuilder();
    private final List<Source> sources = new ArrayList<>();
    private int pieces;
    private double megapixels;

    /**
     * An answer that is yet to be written.
     *
     * @param names of the pictures
     * @param part which part of a job it will be; null for the whole
     */
    ImageAnswer(Language language, List<String> names, TaskInput.@Nullable Part part, AnswerStream stream) {
        this.names = names;
        this.part = part;
        this.stream = stream;
        this.phrases = Phrases.beside(ImageAnswer.class, "image", language);
    }

    /** Notes pixels for the price. */
    void examined(double moreMegapixels) {
        megapixels += moreMegapixels;
    }

    /**
     * Says all that was read, picture by picture.
     *
     * @param pictures the lines of each attachment, in the order of the task; names may come twice
     */
    void everything(List<List<TextLine>> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            String name = names.get(i);
            List<TextLine> inPicture = pictures.get(i);
            if (inPicture.isEmpty()) {
                say(phrases.say("noText", name));
            } else {
                if (names.size() > 1 || part != null) {
                    say(phrases.say("heading", name));
                }
                inPicture.forEach(this::quote);
            }
        }
    }

    /** Says the lines that answer, or that none does and all there is. */
    void best(List<TextLine> best, List<List<TextLine>> all) {
        if (best.isEmpty()) {
            say(phrases.say("noAnswer"));
            everything(all);
        } else {
            best.forEach(this::quote);
        }
    }

    Answer finish(List<TextLine> lines) {
        return new Answer(
                new TaskOutput.Image(text.toString(), List.copyOf(sources), List.copyOf(lines)),
                new Usage(0, pieces, 0, megapixels, 0));
    }

    private void quote(TextLine line) {
        say(line.text());
        sources.add(new Source(line.file(), null, null, line.text()));
    }

    private void say(String line) {
        String piece = text.isEmpty() ? line : "\n" + line;
        text.append(piece);
        stream.piece(piece);
        pieces++;
    }
}
