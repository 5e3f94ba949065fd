/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that could be pages of a PDF (ISO 32000-1, 7.7.3), and how often its trees name them: no tree is believed to be the only one. Not thread-safe. */
final class PdfPages {

    private static final int MOST_ANCESTORS = 64;
    private static final int RECTANGLE = 4;
    /** What a page without a size has: 8.5 by 11 inches, in points. */
    private static final double USUAL_AREA = 612 * 792;

    private final PdfObjects objects;
    private final ScanBudget scan;
    private final Map<Long, Long> named = new HashMap<>();
    private boolean isUnseen;

    PdfPages(PdfObjects objects, ScanBudget scan) {
        this.objects = objects;
        this.scan = scan;
        objects.byNumber().values().forEach(this::nameFrom);
    }

    /** Whether there may be more. */
    boolean isUnseen() {
        return isUnseen;
    }

    /** How often trees name the object with this number; 1 for one that none does. */
    long times(long number) {
        return Math.max(1, named.getOrDefault(number, 1L));
    }

    private void nameFrom(List<PdfObject> versions) {
        Map<Long, Long> most = new HashMap<>();
        for (PdfObject version : versions) {
            Map<Long, Long> here = new HashMap<>();
            dictionaries(version.value()).forEach(node -> kids(node, here));
            here.forEach((number, times) -> most.merge(number, times, Math::max));
        }
        most.forEach((number, times) -> named.merge(number, times, Long::sum));
    }

    private void kids(PdfValue.Dictionary node, Map<Long, Long> times) {
        for (PdfObject list : objects.all(node, "Kids")) {
            if (list.value() instanceof PdfValue.Array kids) {
                for (PdfValue kid : kids.items()) {
                    scan.step();
                    if (kid instanceof PdfValue.Reference page) {
                        times.merge(page.number(), 1L, Long::sum);
                    }
                }
            }
        }
    }

    /** A dictionary with whatever other dictionaries lie within it. */
    static List<PdfValue.Dictionary> dictionaries(PdfValue value) {
        List<PdfValue.Dictionary> found = new ArrayList<>(1);
        gather(value, found);
        return found;
    }

    private static void gather(PdfValue value, List<PdfValue.Dictionary> found) {
        if (value instanceof PdfValue.Dictionary dictionary) {
            found.add(dictionary);
            dictionary.entries().values().forEach(one -> gather(one, found));
        } else if (value instanceof PdfValue.Array array) {
            array.items().forEach(one -> gather(one, found));
        }
    }

    /** What the contents of a page may be; empty for what is no page: those of notes are words. */
    List<PdfObject> contents(PdfValue.Dictionary page) {
        List<PdfObject> found = new ArrayList<>(1);
        for (PdfObject one : objects.all(page, "Contents")) {
            if (one.value() instanceof PdfValue.Array || one.value() instanceof PdfValue.Dictionary) {
                found.add(one);
            } else {
                isUnseen |= !(one.value() instanceof PdfValue.Text || one.value() instanceof PdfValue.Word);
            }
        }
        return found;
    }

    /** What a page says, or else the branches that it hangs on. */
    List<PdfObject> inherited(PdfValue.Dictionary page, String key) {
        List<PdfValue.Dictionary> nodes = List.of(page);
        for (int up = 0; up < MOST_ANCESTORS && !nodes.isEmpty(); up++) {
            List<PdfObject> found = new ArrayList<>(1);
            List<PdfValue.Dictionary> above = new ArrayList<>(1);
            for (PdfValue.Dictionary node : nodes) {
                found.addAll(objects.all(node, key));
                for (PdfObject parent : objects.all(node, "Parent")) {
                    if (parent.value() instanceof PdfValue.Dictionary branch) {
                        above.add(branch);
                    }
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
            nodes = above;
        }
        return List.of();
    }

    /** In square points. */
    double area(PdfValue.Dictionary page) {
        List<PdfObject> boxes = inherited(page, "CropBox");
        for (PdfObject box : boxes.isEmpty() ? inherited(page, "MediaBox") : boxes) {
            if (box.value() instanceof PdfValue.Array sides && sides.items().size() == RECTANGLE) {
                double[] of = sides.items().stream()
                        .mapToDouble(one -> one instanceof PdfValue.Amount number ? number.value() : 0)
                        .toArray();
                return Math.max(1, Math.abs((of[2] - of[0]) * (of[3] - of[1])));
            }
        }
        return USUAL_AREA;
    }
}
