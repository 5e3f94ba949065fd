/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** A picture of a sign with invented facts, to be read out. */
final class PictureKind implements CanaryKind {

    private static final int LEAST_LINES = 3;
    private static final int MOST_LINES = 6;

    private final Templates templates = Templates.load();
    private final Glyphs glyphs = Glyphs.load();

    @Override
    public Canary draw(RandomGenerator random, CanaryFiles files) {
        List<Templates.Line> signs = new ArrayList<>(templates.pictures());
        Collections.shuffle(signs, random);
        List<String> lines = new ArrayList<>();
        List<String> invented = new ArrayList<>();
        for (Templates.Line line : signs.subList(0, random.nextInt(LEAST_LINES, MOST_LINES + 1))) {
            String fact = line.fact().draw(Language.EN, random);
            lines.add(Templates.filled(line.sentence(), fact));
            invented.addAll(words(fact));
        }
        Attachment picture = files.offer(Facts.fileName("png", random), SignPicture.of(lines, glyphs, random));
        List<String> words =
                lines.stream().flatMap(line -> words(line).stream()).toList();
        Language language = Facts.oneOf(List.of(Language.values()), random);
        return new Canary(new TaskInput.Image(language, "", List.of(picture)), new KnownWords(words, invented));
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }
}
