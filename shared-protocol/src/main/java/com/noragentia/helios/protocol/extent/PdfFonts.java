/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what fonts say about their codes, each once. Not thread-safe. */
final class PdfFonts {

    /** Encodings whose codes are two bytes, each. */
    private static final Set<String> PAIRS = Set.of("Identity-H", "Identity-V");

    private final PdfObjects objects;
    private final ScanBudget scan;
    private final Map<PdfObject, PdfFont> known = new HashMap<>();
    private final Map<PdfObject, PdfFont> tables = new HashMap<>();

    PdfFonts(PdfObjects objects, ScanBudget scan) {
        this.objects = objects;
        this.scan = scan;
    }

    PdfFont of(PdfObject font) {
        PdfFont before = known.get(font);
        if (before == null) {
            before = font.value() instanceof PdfValue.Dictionary keys ? read(keys) : PdfFont.UNKNOWN;
            known.put(font, before);
        }
        return before;
    }

    private PdfFont read(PdfValue.Dictionary keys) {
        PdfFont letters = PdfFont.any(
                objects.all(keys, "ToUnicode").stream().map(this::table).toList());
        boolean isSeen = letters.longest() == 1 || !letters.lengths().isEmpty();
        return new PdfFont(isSeen ? form(keys) : PdfFont.Form.UNCERTAIN, letters.lengths(), letters.longest());
    }

    private PdfFont.Form form(PdfValue.Dictionary keys) {
        if (objects.isNamed(keys, "Subtype", "Type0")) {
            boolean isPairs = PAIRS.stream().anyMatch(name -> objects.isNamed(keys, "Encoding", name));
            return isPairs ? PdfFont.Form.TWO : PdfFont.Form.UNCERTAIN;
        }
        List<PdfObject> kinds = objects.all(keys, "Subtype");
        boolean mayBePairs = kinds.stream()
                .anyMatch(one ->
                        one.value() instanceof PdfValue.Name is && is.text().equals("Type0"));
        return mayBePairs ? PdfFont.Form.UNCERTAIN : PdfFont.Form.ONE;
    }

    private PdfFont table(PdfObject table) {
        return tables.computeIfAbsent(table, this::readTable);
    }

    private PdfFont readTable(PdfObject table) {
        if (!table.isStream()) {
            return PdfFont.UNKNOWN;
        }
        PdfStreams.Open open = objects.streams().open(table);
        if (!open.isWhole()) {
            return new PdfFont(PdfFont.Form.UNCERTAIN, Map.of(), PdfGlyphs.UNSEEN);
        }
        PdfGlyphs glyphs = new PdfGlyphs(open.bytes(), scan);
        // what is odd counts for every code
        return new PdfFont(
                PdfFont.Form.ONE, glyphs.longest() == PdfGlyphs.UNSEEN ? Map.of() : glyphs.lengths(), glyphs.longest());
    }
}
