/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All figures of a picture were told in their order, and no others. Of several figures one may have the wrong colour or be taken for another. Sizes and
 * grounds do not count.
 *
 * @param caption a right one
 */
record KnownCaption(String caption) implements KnownAnswer {

    static final int FORGIVEN = 1;
    /** Nobody says so much of a few figures. */
    static final int MOST_CHARACTERS = 1_000;

    private static final Pattern FIGURE =
            Pattern.compile("\\b(" + any(FigureColour.values()) + ") (" + any(FigureShape.values()) + ")\\b");

    private static String any(Enum<?>[] words) {
        return Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }

    private record Named(String colour, String shape) {

        int differences(Named other) {
            return (colour.equals(other.colour) ? 0 : 1) + (shape.equals(other.shape) ? 0 : 1);
        }
    }

    @Override
    public boolean isGivenBy(TaskOutput output) {
        return output instanceof TaskOutput.Image image
                && image.allSeen().size() == 1
                && isToldBy(image.allSeen().getFirst());
    }

    private boolean isToldBy(Seen seen) {
        String told = seen.description();
        if (seen.sight() != Sight.DESCRIPTION || told == null || told.length() > MOST_CHARACTERS) {
            return false;
        }
        List<Named> right = figures(caption);
        List<Named> named = figures(told);
        return right.size() == named.size()
                && IntStream.range(0, right.size())
                                .map(i -> right.get(i).differences(named.get(i)))
                                .sum()
                        <= (right.size() > 1 ? FORGIVEN : 0);
    }

    private static List<Named> figures(String caption) {
        return FIGURE.matcher(caption.toLowerCase(Locale.ROOT))
                .results()
                .map(figure -> new Named(figure.group(1), figure.group(2)))
                .toList();
    }
}
