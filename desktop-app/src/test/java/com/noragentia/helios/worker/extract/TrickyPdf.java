/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes PDFs that show words in all the ways that are legal, and in some that are merely read. For one use. */
final class TrickyPdf {

    private static final int CATALOGUE = 1;
    private static final int TREE = 2;
    private static final int RESOURCES = 3;
    private static final int PLAIN = 4;
    private static final int LONG = 5;
    private static final int WIDE = 6;
    private static final int FIRST_FREE = 10;

    private final RandomGenerator random;
    private final List<String> objects = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();

    TrickyPdf(RandomGenerator random) {
        this.random = random;
        for (int i = CATALOGUE; i < FIRST_FREE; i++) {
            objects.add("null");
        }
        set(CATALOGUE, "<</Type/Catalog/Pages 2 0 R>>");
        set(PLAIN, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        set(LONG, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>");
        set(
                WIDE,
                "<</Type/Font/Subtype/Type0/BaseFont/W/Encoding/Identity-H/ToUnicode 8 0 R/DescendantFonts[<</Type/Font"
                        + "/Subtype/CIDFontType2/BaseFont/W/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>");
        set(7, stream("", table("1 beginbfchar <7A> <" + "006B".repeat(12) + "> endbfchar", "<00> <FF>")));
        set(8, stream("", table("1 beginbfrange <0020> <007E> <0020> endbfrange", "<0000> <FFFF>")));
    }

    private void set(int number, String object) {
        objects.set(number - 1, object);
    }

    private int add(String object) {
        objects.add(object);
        return objects.size();
    }

    private static String table(String mapping, String space) {
        return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
                + "1 begincodespacerange " + space + " endcodespacerange\n" + mapping + "\nendcmap end end";
    }

    Path write(Path file) throws IOException {
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String resources = random.nextBoolean() ? "/Resources 3 0 R" : "";
            forms.add(add(stream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]" + resources, shown(2))) + " 0 R");
        }
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < 1 + random.nextInt(3); page++) {
            String own = random.nextBoolean() ? "/Resources 3 0 R" : "";
            int number =
                    add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]" + own + "/Cont#65nts " + contents() + ">>");
            kids.append((number + " 0 R ").repeat(1 + random.nextInt(3)));
        }
        int pages = kids.toString().split("R").length - 1;
        set(TREE, "<</Type/Pages/Resources 3 0 R/Count " + pages + "/Kids[" + kids + "]>>");
        String named = IntStream.range(0, forms.size())
                .mapToObj(i -> "/F#6f" + i + " " + forms.get(i))
                .collect(Collectors.joining());
        set(RESOURCES, "<</Font<</P 4 0 R/L 5 0 R/W 6 0 R>>/XObject<<" + named + ">>>>");
        return Pdfs.ofObjects(file, objects);
    }

    private String contents() {
        String all = shown(12);
        if (random.nextBoolean()) {
            return add(stream("", all)) + " 0 R";
        }
        int middle = random.nextInt(5) == 0 ? random.nextInt(all.length()) : all.indexOf(" BT ", all.length() / 2);
        return "[" + add(stream("", all.substring(0, middle))) + " 0 R " + add(stream("", all.substring(middle)))
                + " 0 R]";
    }

    private String stream(String keys, String content) {
        byte[] plain = content.getBytes(StandardCharsets.ISO_8859_1);
        String filter = "";
        byte[] bytes = plain;
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> {
                filter = "/Filter/AHx";
                bytes = (HexFormat.of().formatHex(plain) + ">").getBytes(StandardCharsets.ISO_8859_1);
            }
            case 2 -> {
                filter = "/Filter[/Fl]/DecodeParms[null]";
                bytes = Deflated.of(plain);
            }
            default -> {
                filter = "/Fi#6cter/FlateDecode";
                bytes = Deflated.of(plain);
            }
        }
        return "<<" + keys + filter + "/Length " + bytes.length + ">>% remark\nstream\n"
                + new String(bytes, StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    private String shown(int lines) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            content.append(between()).append(" BT ").append(line(700 - 20 * i)).append(" ET ");
        }
        return content.toString();
    }

    private String between() {
        return switch (random.nextInt(7)) {
            case 0 -> "% a remark (\n";
            case 1 -> "/Span <</ActualText (not) /A [(shown) <</B 1>>]>> BDC EMC";
            case 2 -> "q 1 0 0 1 " + random.nextInt(300) + " " + random.nextInt(300) + " cm " + form() + " Q " + form();
            case 3 -> "q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q ";
            case 4 -> "q Q 0 0 m 1 1 l f";
            default -> "";
        };
    }

    private String form() {
        return forms.isEmpty() ? "" : "/Fo" + random.nextInt(forms.size()) + " Do";
    }

    private String line(int height) {
        String words = random.ints(60, 0, 26)
                .mapToObj(letter -> (letter % 6 == 0 ? " " : "") + (char) ('a' + letter))
                .collect(Collectors.joining());
        return switch (random.nextInt(3)) {
            case 0 -> "/P 8 Tf 10 " + height + " Td " + show(literal(words));
            case 1 -> "/L 8 Tf 10 " + height + " Td " + show(literal(words));
            default -> "/W 8 Tf 10 " + height + " Td " + show(pairs(words));
        };
    }

    private String show(String string) {
        return switch (random.nextInt(9)) {
            case 0 -> "[" + string + "-300 " + string + "]TJ";
            case 1 -> string + "'";
            case 2 -> "1 0 " + string + " \"";
            case 3 -> string + " +0 Tj";
            case 4 -> string + " true Tj";
            case 5 -> string + " % ) (\n Tj";
            case 6 -> string + "/Name Tj";
            case 7 -> string + "<</A(b)>>Tj";
            default -> string + "Tj";
        };
    }

    private String literal(String words) {
        return words.chars()
                .mapToObj(letter -> switch (random.nextInt(20)) {
                    case 0 -> "\\%03o".formatted(letter);
                    case 1 -> "\\\n" + (char) letter;
                    case 2 -> "(" + (char) letter + ")";
                    default -> Character.toString(letter);
                })
                .collect(Collectors.joining("", "(", ")"));
    }

    private String pairs(String words) {
        return words.chars()
                .mapToObj(letter -> "%04x".formatted(letter) + (random.nextInt(9) == 0 ? "\n " : ""))
                .collect(Collectors.joining("", "<", ">"));
    }
}
