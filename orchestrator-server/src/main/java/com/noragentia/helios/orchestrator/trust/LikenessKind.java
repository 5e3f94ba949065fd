/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Asks for the vectors of sentences, two pairs of which mean the same. */
final class LikenessKind implements CanaryKind {

    private static final int PAIRS = 2;
    /** With fewer, pairs drawn blindly would be right too often. */
    private static final int LEAST_SINGLES = 2;

    private static final int MOST_SINGLES = 4;

    private final Templates templates = Templates.load();

    private record Text(String text, int meaning) {}

    @Override
    public Canary draw(RandomGenerator random, CanaryFiles files) {
        List<Templates.Pair> pairs = new ArrayList<>(templates.likeness());
        Collections.shuffle(pairs, random);
        List<Text> texts = new ArrayList<>();
        int meanings = PAIRS + random.nextInt(LEAST_SINGLES, MOST_SINGLES + 1);
        for (int meaning = 0; meaning < meanings; meaning++) {
            Templates.Pair pair = pairs.get(meaning);
            String fact = pair.fact().draw(Language.EN, random);
            texts.add(new Text(Templates.filled(pair.one(), fact), meaning));
            if (meaning < PAIRS) {
                texts.add(new Text(Templates.filled(pair.other(), fact), meaning));
            }
        }
        Collections.shuffle(texts, random);
        return new Canary(
                new TaskInput.Embedding(
                        Language.EN, texts.stream().map(Text::text).toList()),
                new KnownLikeness(texts.stream().map(Text::meaning).toList()));
    }
}
