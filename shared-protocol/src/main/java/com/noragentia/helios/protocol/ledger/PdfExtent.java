/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.api.Limit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much there is to read in a PDF: the letters that its pages show, each as often as it is shown, and the pages that show hardly any, but pictures or
 * shapes. Nothing is laid out and no font is opened. What cannot be seen so, such as the inside of a file with a password, is counted by its bytes,
 * at less than packed text has. Not thread-safe.
 */
final class PdfExtent {

    /** As workers have it: fewer are a stamp or a page number. */
    private static final int FEW_LETTERS = 60;
    /** Letters may be drawn as shapes, each filled on its own. */
    private static final int SHAPES = 50;
    /** What cannot be unpacked here may be text, of which packing leaves a quarter. */
    private static final int UNPACKED = 4;
    /** A page that is a picture has more; where only its name can be read, that decides. */
    private static final long PIXELS_OF_A_PAGE = 500_000;

    private static final int MOST_NESTED = 8;

    private static final Pattern REFERENCE = Pattern.compile("(\\d{1,9})\\s+\\d{1,5}\\s+R");
    private static final Pattern CONTENTS =
            Pattern.compile("/Contents\\s*(?:(\\d{1,9}\\s+\\d{1,5}\\s+R)|\\[([^\\]]*)\\]|([^\\s(<]))");

    private static final FileExtent LONGEST =
            new FileExtent(Counting.textPages(Limit.DOCUMENT_CHARACTERS.value()), Counting.PICTURED_PAGES);

    private final InflateBudget budget = new InflateBudget();
    private final ScanBudget scan = new ScanBudget();
    private final ByteBuffer file;
    private final PdfObjects objects;
    private final PdfDrawables drawables;
    private final IdentityHashMap<PdfObject, Shown> known = new IdentityHashMap<>();
    private final IdentityHashMap<PdfObject, Long> pixels = new IdentityHashMap<>();
    private boolean isUnseen;
    private int nested;

    private PdfExtent(ByteBuffer file) {
        this.file = file;
        this.objects = new PdfObjects(file, budget);
        this.drawables = new PdfDrawables(objects, scan);
    }

    /** What is shown: letters, and whether something is drawn that may be letters. */
    private record Shown(long letters, boolean isDrawn) {

        static final Shown NOTHING = new Shown(0, false);
        static final Shown PICTURE = new Shown(0, true);

        Shown plus(Shown other) {
            return new Shown(letters + other.letters, isDrawn || other.isDrawn);
        }

        boolean isPictured() {
            return letters < FEW_LETTERS && isDrawn;
        }
    }

    /** @param file all of it, from 0 on */
    static FileExtent of(ByteBuffer file) {
        try {
            return new PdfExtent(file).extent();
        } catch (ScanBudget.SpentException e) {
            return LONGEST;
        }
    }

    private FileExtent extent() {
        long letters = 0;
        long pages = 0;
        long pictured = 0;
        for (List<PdfObject> versions : objects.byNumber().values()) {
            List<Shown> shown = new ArrayList<>();
            versions.forEach(version -> addPage(version, shown));
            letters += shown.stream().mapToLong(Shown::letters).max().orElse(0);
            pictured += shown.stream().anyMatch(Shown::isPictured) ? 1 : 0;
            pages += shown.isEmpty() ? 0 : 1;
        }
        if (budget.isSpent()) {
            letters = Limit.DOCUMENT_CHARACTERS.value();
        } else if (pages == 0 || isUnseen || objects.isUnseen()) {
            letters = Math.max(letters, Counting.unseenText(file.limit()));
        }
        return new FileExtent(Counting.textPages(letters), pictured);
    }

    /** Pages have contents that are objects; those of notes are words. */
    private void addPage(PdfObject object, List<Shown> shown) {
        if (!object.text().contains("/Contents")) {
            return;
        }
        Matcher contents = CONTENTS.matcher(scan.of(object.text()));
        while (contents.find()) {
            if (contents.group(3) != null) {
                isUnseen = true;
            } else {
                shown.add(page(object, contents.group(1) != null ? contents.group(1) : contents.group(2)));
            }
        }
    }

    private Shown page(PdfObject page, String contents) {
        Shown all = Shown.NOTHING;
        for (PdfObject content : followed(contents)) {
            List<PdfObject> streams = content.isStream() ? List.of(content) : followed(content.text());
            for (PdfObject stream : streams) {
                all = all.plus(shown(stream, page));
            }
        }
        return all;
    }

    private List<PdfObject> followed(String references) {
        List<PdfObject> found = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(scan.of(references));
        while (reference.find()) {
            scan.step();
            found.addAll(objects.all(Integer.parseInt(reference.group(1))));
        }
        return found;
    }

    private long pixels(PdfObject one) {
        scan.step();
        Long known = pixels.get(one);
        if (known == null) {
            known = one.pixels(scan);
            pixels.put(one, known);
        }
        return known;
    }

    /** @param holder the page or form whose resources count where it has none */
    private Shown shown(PdfObject content, PdfObject holder) {
        if (!content.isStream()) {
            return Shown.NOTHING;
        }
        Shown before = known.get(content);
        if (before == null) {
            known.put(content, Shown.NOTHING); // should it show itself
            before = content.isReadable(scan) && !objects.isEncrypted()
                    ? read(content, holder)
                    : unread(content, holder);
            known.put(content, before);
        }
        return before;
    }

    private Shown unread(PdfObject content, PdfObject holder) {
        boolean isPicture = drawables.of(holder).values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> pixels(one) >= PIXELS_OF_A_PAGE);
        return isPicture ? Shown.PICTURE : new Shown(UNPACKED * content.streamBytes(), false);
    }

    private Shown read(PdfObject content, PdfObject holder) {
        ShownText text = new ShownText();
        ByteBuffer data = objects.data(content);
        if (!content.isPacked()) {
            byte[] plain = new byte[data.remaining()];
            data.get(plain);
            text.take(plain, plain.length);
        } else if (!budget.inflate(data, false, text)) {
            return unread(content, holder);
        }
        text.finish();
        Shown shown = new Shown(text.letters(), text.hasInlinePicture() || text.shapes() >= SHAPES);
        if (text.drawn().isEmpty() || nested == MOST_NESTED) {
            return shown;
        }
        PdfObject resources = content.text().contains("/Resources") ? content : holder;
        Map<String, List<PdfObject>> drawable = drawables.of(resources);
        nested++;
        for (String name : text.drawn()) {
            shown = shown.plus(drawn(drawable.getOrDefault(name, List.of()), resources));
        }
        nested--;
        return shown;
    }

    private Shown drawn(List<PdfObject> named, PdfObject holder) {
        if (named.isEmpty()) {
            return Shown.PICTURE;
        }
        Shown all = Shown.NOTHING;
        for (PdfObject one : named) {
            all = all.plus(pixels(one) > 0 ? Shown.PICTURE : shown(one, holder));
        }
        return all;
    }
}
