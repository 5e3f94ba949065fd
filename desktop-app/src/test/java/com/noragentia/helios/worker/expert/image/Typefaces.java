/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Ten typefaces, the same on every computer: the six files of fonts-dejavu-core, which {@code ./helios test} installs, Liberation Sans, which comes with
 * PDFBox, and three made of these by slanting and narrowing, as typesetters without such a face do.
 */
final class Typefaces {

    private static final String LIBERATION = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Typefaces() {}

    /** The test is skipped where the machine lacks one of DejaVu's. */
    static List<Font> ten() throws IOException, FontFormatException {
        Font liberation = liberation();
        Stream<Font> made = Stream.of(
                liberation.deriveFont(Map.of(TextAttribute.POSTURE, TextAttribute.POSTURE_OBLIQUE)),
                narrow(liberation),
                narrow(dejaVu("DejaVu Serif", Font.PLAIN)));
        Stream<Font> ofFiles = Stream.of("DejaVu Sans", "DejaVu Sans Mono", "DejaVu Serif")
                .flatMap(family -> Stream.of(dejaVu(family, Font.PLAIN), dejaVu(family, Font.BOLD)));
        return Stream.of(ofFiles, Stream.of(liberation), made)
                .flatMap(fonts -> fonts)
                .toList();
    }

    private static Font narrow(Font font) {
        return font.deriveFont(Map.of(TextAttribute.WIDTH, TextAttribute.WIDTH_SEMI_CONDENSED));
    }

    /** Java draws another font in place of one that is not there. */
    private static Font dejaVu(String family, int style) {
        Font font = new Font(family, style, 1);
        assumeTrue(font.getFamily().equals(family), family + " is on this computer");
        return font;
    }

    private static Font liberation() throws IOException, FontFormatException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LIBERATION))) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        }
    }
}
