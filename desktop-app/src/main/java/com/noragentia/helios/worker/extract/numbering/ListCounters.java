/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts the paragraphs of lists, in their order, and gives each its number as Word shows it. Not thread-safe. */
public final class ListCounters {

    /** Word counts no further. */
    private static final int MOST_NUMBER = 32_767;
    /** More than nine levels of three digits. */
    private static final int MOST_CHARACTERS = 60;

    private static final int NOT_BEGUN = -1;
    private static final String BULLET = "•";

    private final Numbering numbering;
    private final Map<Integer, int[]> counts = new HashMap<>();
    private final Set<Numbering.Place> begun = new HashSet<>();

    public ListCounters(Numbering numbering) {
        this.numbering = numbering;
    }

    /** Counts the next paragraph and gives what stands before it; empty where nothing does. */
    public String next(ListProperties paragraph) {
        return numbering.place(paragraph.reference()).map(this::next).orElse("");
    }

    private String next(Numbering.Place place) {
        ListShape shape = numbering.shape(place.list());
        return shape.at(place.level())
                .map(level -> {
                    int[] numbers = counts.computeIfAbsent(shape.definition(), list -> unbegun());
                    count(numbers, shape, place);
                    String label = label(numbers, shape, level);
                    return label.substring(0, Math.min(label.length(), MOST_CHARACTERS));
                })
                .orElse("");
    }

    private static int[] unbegun() {
        int[] numbers = new int[ListLevel.LEVELS];
        Arrays.fill(numbers, NOT_BEGUN);
        return numbers;
    }

    private void count(int[] numbers, ListShape shape, Numbering.Place place) {
        int level = place.level();
        boolean startsAnew = shape.starts().containsKey(level) && begun.add(place);
        numbers[level] = startsAnew || numbers[level] == NOT_BEGUN
                ? first(shape, level)
                : Math.min(numbers[level] + 1, MOST_NUMBER);
        for (int deeper = level + 1; deeper < numbers.length; deeper++) {
            boolean restarts =
                    shape.at(deeper).map(it -> level <= it.restartLevel()).orElse(true);
            numbers[deeper] = restarts ? NOT_BEGUN : numbers[deeper];
        }
    }

    private static int first(ListShape shape, int level) {
        return Math.min(shape.start(level), MOST_NUMBER);
    }

    private static String label(int[] numbers, ListShape shape, ListLevel own) {
        if (own.format() == NumberFormat.BULLET) {
            return own.text().isBlank() ? "" : BULLET; // its sign may be one of a font's own
        }
        StringBuilder label = new StringBuilder();
        String text = own.text();
        for (int i = 0; i < text.length(); i++) {
            int level = text.charAt(i) == '%' && i + 1 < text.length() ? text.charAt(i + 1) - '1' : NOT_BEGUN;
            if (level < 0 || level >= numbers.length) {
                label.append(text.charAt(i));
            } else {
                label.append(number(numbers, shape, level, own.isPlain()));
                i++;
            }
        }
        return label.toString().strip();
    }

    /** A level that has not begun is shown as if it had. */
    private static String number(int[] numbers, ListShape shape, int level, boolean isPlain) {
        NumberFormat format = shape.at(level).map(ListLevel::format).orElse(NumberFormat.NONE);
        int number = numbers[level] == NOT_BEGUN ? first(shape, level) : numbers[level];
        boolean isShown = format != NumberFormat.BULLET && format != NumberFormat.NONE;
        return (isPlain && isShown ? NumberFormat.DECIMAL : format).written(number);
    }
}
