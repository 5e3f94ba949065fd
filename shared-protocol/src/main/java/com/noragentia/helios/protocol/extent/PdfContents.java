/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the contents of pages and forms show, each form as often as it is shown. Not thread-safe. */
final class PdfContents {

    /** Letters in a byte of which nothing is known but that it is packed: text leaves a fifth, and more than that. */
    private static final int UNPACKED = Counting.UNSEEN_LETTERS_PER_BYTE;
    /** A page that is a picture has more; where only its name can be read, that decides. */
    private static final double PIXELS_OF_A_PAGE = 500_000;
    /** As deep as readers follow forms, and a few more. */
    private static final int MOST_NESTED = 60;

    private static final List<PdfValue> NO_MATRIX = List.of();

    private final PdfObjects objects;
    private final ScanBudget scan;
    private final PdfFonts fonts;
    private final Map<Key, Shown> known = new HashMap<>();
    private final Map<PdfObject, PdfResources> own = new HashMap<>();
    private final Set<Key> open = new HashSet<>();

    private record Key(PdfObject content, PdfResources resources) {}

    PdfContents(PdfObjects objects, ScanBudget scan) {
        this.objects = objects;
        this.scan = scan;
        this.fonts = new PdfFonts(objects, scan);
    }

    PdfResources resources(List<PdfObject> candidates) {
        return candidates.size() == 1
                ? own.computeIfAbsent(candidates.getFirst(), one -> new PdfResources(List.of(one), objects, fonts))
                : new PdfResources(candidates, objects, fonts);
    }

    /**
     * What streams show that are read as one.
     *
     * @param pieces of each its versions
     */
    Shown shown(List<List<PdfObject>> pieces, PdfResources resources) {
        ShownText text = new ShownText(resources, name -> drawn(name, resources), scan);
        Shown hidden = Shown.NOTHING;
        long length = 0;
        boolean isOdd = false;
        for (int i = 0; i < pieces.size(); i++) {
            for (PdfObject piece : pieces.get(i)) {
                PdfStreams.Open open = objects.streams().open(piece);
                switch (open.state()) {
                    case WHOLE -> text.read(open.bytes(), i == pieces.size() - 1);
                    case MEASURED -> isOdd = true;
                    case PACKED -> hidden = hidden.plus(packed(open.length(), resources));
                }
                length += open.state() == PdfStreams.State.PACKED ? 0 : open.length();
                if (pieces.get(i).size() > 1 || open.state() != PdfStreams.State.WHOLE) {
                    text.forget();
                }
            }
        }
        return isOdd || text.isOdd()
                ? odd(length, text.shown(), resources).plus(hidden)
                : text.shown().plus(hidden);
    }

    /** Each byte may be a letter of the longest kind. */
    private Shown odd(long length, Shown seen, PdfResources resources) {
        requireNoForms(resources);
        return seen.or(Shown.NOTHING.plusLetters(length * resources.longest()));
    }

    private Shown packed(long length, PdfResources resources) {
        requireNoForms(resources);
        boolean isPicture = resources.drawn().stream().anyMatch(one -> pixels(one) >= PIXELS_OF_A_PAGE);
        return new Shown(length * UNPACKED, isPicture ? Double.POSITIVE_INFINITY : 0, isPicture, 0);
    }

    /** How often they are shown, nobody knows. */
    private void requireNoForms(PdfResources resources) {
        if (resources.drawn().stream().anyMatch(one -> !isPicture(one))) {
            throw scan.spent();
        }
    }

    private Shown drawn(String name, PdfResources resources) {
        scan.step();
        Shown most = Shown.NOTHING;
        for (PdfObject one : resources.drawn(name)) {
            most = most.or(isPicture(one) ? Shown.PICTURE : form(one, resources));
        }
        return most;
    }

    private boolean isPicture(PdfObject one) {
        return one.value() instanceof PdfValue.Dictionary keys && objects.isNamed(keys, "Subtype", "Image");
    }

    private double pixels(PdfObject one) {
        return one.value() instanceof PdfValue.Dictionary keys && isPicture(one)
                ? side(keys, "Width") * side(keys, "Height")
                : 0;
    }

    private double side(PdfValue.Dictionary keys, String name) {
        return objects.all(keys, name).stream()
                .mapToDouble(one -> one.value() instanceof PdfValue.Amount side ? side.value() : 0)
                .max()
                .orElse(0);
    }

    private Shown form(PdfObject form, PdfResources holder) {
        if (!form.isStream() || !(form.value() instanceof PdfValue.Dictionary keys)) {
            return Shown.NOTHING;
        }
        PdfResources resources =
                keys.entries().containsKey("Resources") ? resources(objects.all(keys, "Resources")) : holder;
        Key key = new Key(form, resources);
        Shown before = known.get(key);
        if (before == null) {
            if (open.size() == MOST_NESTED || !open.add(key)) {
                throw scan.spent(); // it shows itself
            }
            before = shown(List.of(List.of(form)), resources).scaled(ShownText.stretch(matrix(keys)));
            open.remove(key);
            known.put(key, before);
        }
        return before;
    }

    private List<PdfValue> matrix(PdfValue.Dictionary keys) {
        return objects.all(keys, "Matrix").stream()
                .map(one -> one.value() instanceof PdfValue.Array list ? list.items() : NO_MATRIX)
                .findFirst()
                .orElse(NO_MATRIX);
    }

    /** The streams that the contents of a page are made of, each with its versions. */
    static List<List<PdfObject>> pieces(PdfObjects objects, PdfObject contents) {
        if (contents.isStream()) {
            return List.of(List.of(contents));
        }
        List<List<PdfObject>> pieces = new ArrayList<>();
        if (contents.value() instanceof PdfValue.Array list) {
            for (PdfValue item : list.items()) {
                pieces.add(
                        objects.all(item).stream().filter(PdfObject::isStream).toList());
            }
        }
        return pieces;
    }
}
