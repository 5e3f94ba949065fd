/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.FloatTensor;
import com.noragentia.helios.worker.runtime.Scores;
import java.util.ArrayList;
import java.util.List;

/**
 * From the classes of each time step to text: the likeliest of each step, repetitions and blanks left out (connectionist temporal
 * classification, Graves et al. 2006, best path). Immutable and thread-safe.
 */
final class CtcDecoder {

    private static final int BLANK = 0;
    private static final String SPACE = " ";

    /**
     * From this probability on a space wins over a blank. Between narrow words the network, trained on Chinese, hesitates between the two;
     * by the likelier alone it lost 35 spaces in 264 lines, this way 2, and invented none.
     */
    private static final float LIKELY_SPACE = 0.1f;

    private final String[] characters;

    /** @param listed the characters of classes 1, 2 and so on; the last class is the space, which some lists have and some leave out */
    CtcDecoder(List<String> listed) {
        List<String> all = new ArrayList<>(listed);
        all.addFirst("");
        if (!all.getLast().equals(SPACE)) {
            all.add(SPACE);
        }
        characters = all.stream().map(Width::halved).toArray(String[]::new);
    }

    /**
     * Decodes one line of a batch.
     *
     * @param probabilities [lines, steps, classes]
     * @throws ModelFailure if the classes are not as many as the characters
     */
    Decoded decode(FloatTensor probabilities, int line) throws ModelFailure {
        int steps = probabilities.size(1);
        int classes = probabilities.size(2);
        if (classes != characters.length) {
            throw new ModelFailure(classes + " classes for " + characters.length + " characters");
        }
        StringBuilder text = new StringBuilder();
        double sum = 0;
        int kept = 0;
        int previous = BLANK;
        for (int step = 0; step < steps; step++) {
            int from = (line * steps + step) * classes;
            int best = chosen(probabilities.values(), from, classes);
            if (best != BLANK && best != previous) {
                text.append(characters[best]);
            }
            if (best != BLANK && best != previous && best != classes - 1) {
                sum += probabilities.values()[from + best];
                kept++;
            }
            previous = best;
        }
        return new Decoded(text.toString().strip(), kept == 0 ? 0 : sum / kept);
    }

    private static int chosen(float[] values, int from, int classes) {
        int best = Scores.likeliest(values, from, classes);
        int space = classes - 1;
        return best == BLANK && values[from + space] >= LIKELY_SPACE ? space : best;
    }

    /** Text, and the mean probability of its characters other than spaces. */
    record Decoded(String text, double confidence) {}
}
