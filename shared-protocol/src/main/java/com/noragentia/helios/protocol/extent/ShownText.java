/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows the operators of the contents of a page or form (ISO 32000-1, 7.8.2 and 9.4.3). Every string counts that stands in no dictionary, whatever operator
 * follows it: so nothing has to be understood of what shows it but the font. What is not as the standard has it makes all of it odd. Not thread-safe.
 */
final class ShownText {

    /** All of ISO 32000-1, annex A. */
    private static final Set<String> OPERATORS = Stream.of(
                    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh",
                    "T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"")
            .flatMap(some -> Stream.of(some.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> FILLING = Set.of("f", "F", "f*", "B", "B*", "b", "b*");
    private static final Set<String> SHOWING = Set.of("Tj", "TJ", "'", "\"");

    private static final int MOST_OPERANDS = 100;
    private static final int MOST_SAVED = 1_000;
    /** Many programs write no blanks, but move on by a quarter of a letter's height and more: so many thousandths. */
    private static final double BLANK = -200;

    private static final byte[] PICTURE_ENDS = "EI".getBytes(ISO_8859_1);

    private final PdfResources resources;
    private final Drawer drawer;
    private final ScanBudget scan;
    private final List<PdfValue> operands = new ArrayList<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State(PdfFont.UNKNOWN, 1);
    private Shown shown = Shown.NOTHING;
    private long inOperands;
    private boolean hasShown;
    private boolean isInPicture;
    private boolean isOdd;

    /** @param area that a unit of it takes */
    private record State(PdfFont font, double area) {}

    /** Knows what names draw. */
    @FunctionalInterface
    interface Drawer {
        Shown drawn(String name);
    }

    ShownText(PdfResources resources, Drawer drawer, ScanBudget scan) {
        this.resources = resources;
        this.drawer = drawer;
        this.scan = scan;
    }

    /** Whether readers may see something else in it than this does. */
    boolean isOdd() {
        return isOdd || isInPicture;
    }

    Shown shown() {
        return shown;
    }

    /** What came before might not come: the font is not known. */
    void forget() {
        saved.clear();
        operands.clear();
        state = new State(PdfFont.UNKNOWN, state.area());
    }

    /**
     * Reads on in the next of the streams that contents may be made of.
     *
     * @param isLast whether nothing comes after it
     */
    void read(ByteBuffer contents, boolean isLast) {
        PdfSyntax syntax = new PdfSyntax(contents, 0, scan);
        for (PdfValue value = syntax.next(); value != PdfValue.Mark.END; value = syntax.next()) {
            if (value instanceof PdfValue.Word word && word.isOperator()) {
                isOdd |= !OPERATORS.contains(word.text());
                operator(word.text());
                operands.clear();
                inOperands = 0;
                if (word.text().equals("ID")) {
                    skipPicture(contents, syntax, isLast);
                }
            } else {
                operand(value);
            }
        }
        isOdd |= syntax.isOdd();
    }

    private void operand(PdfValue value) {
        isOdd |= operands.size() == MOST_OPERANDS;
        if (operands.size() < MOST_OPERANDS) {
            operands.add(value);
        }
        if (value instanceof PdfValue.Text text) {
            count(text);
        } else if (value instanceof PdfValue.Array array) {
            array.items().forEach(this::countIn);
        }
    }

    private void countIn(PdfValue item) {
        if (item instanceof PdfValue.Text text) {
            count(text);
        } else if (item instanceof PdfValue.Amount moved) {
            shown = shown.plusLetters(moved.value() <= BLANK && inOperands > 0 ? 1 : 0);
        } else {
            isOdd = true;
        }
    }

    private void count(PdfValue.Text text) {
        long letters = state.font().letters(text.bytes());
        inOperands += letters;
        shown = shown.plusLetters(letters);
    }

    private void operator(String word) {
        isOdd |= isInPicture && !word.equals("ID");
        if (SHOWING.contains(word)) {
            // between two words, if not within one that is shown letter by letter
            shown = shown.plusLetters(hasShown && inOperands > 1 ? 1 : 0);
            hasShown = true;
        } else if (FILLING.contains(word)) {
            shown = shown.plus(new Shown(0, 0, false, 1));
        }
        switch (word) {
            case "q" -> save();
            case "Q" -> state = saved.isEmpty() ? new State(PdfFont.UNKNOWN, state.area()) : saved.pop();
            case "cm" -> state = new State(state.font(), state.area() * stretch(operands));
            case "Tf" -> font();
            case "gs" -> graphics();
            case "Do" -> draw();
            case "BI" -> isInPicture = true;
            case "ID" -> shown = shown.plus(Shown.PICTURE.scaled(state.area()));
            default -> {}
        }
    }

    private void save() {
        isOdd |= saved.size() == MOST_SAVED;
        if (saved.size() < MOST_SAVED) {
            saved.push(state);
        }
    }

    /** How much larger an area becomes. */
    static double stretch(List<PdfValue> matrix) {
        double[] of = matrix.stream()
                .mapToDouble(one -> one instanceof PdfValue.Amount number ? number.value() : 0)
                .toArray();
        return of.length < 4 ? 1 : Math.abs(of[0] * of[3] - of[1] * of[2]);
    }

    private void font() {
        if (operands.size() == 2
                && operands.getFirst() instanceof PdfValue.Name name
                && operands.getLast() instanceof PdfValue.Amount) {
            state = new State(resources.font(name.text()), state.area());
        } else {
            isOdd = true;
        }
    }

    private void graphics() {
        if (operands.size() == 1 && operands.getFirst() instanceof PdfValue.Name name) {
            isOdd |= resources.bringsFont(name.text());
        } else {
            isOdd = true;
        }
    }

    private void draw() {
        if (operands.size() == 1 && operands.getFirst() instanceof PdfValue.Name name) {
            shown = shown.plus(drawer.drawn(name.text()).scaled(state.area()));
        } else {
            isOdd = true;
        }
    }

    /** To the word that ends a picture in the midst of the operators, if what follows it looks like one of them. */
    private void skipPicture(ByteBuffer contents, PdfSyntax syntax, boolean isLast) {
        isInPicture = false;
        int at = syntax.place() + (PdfPictureEnd.isBlankAt(contents, syntax.place()) ? 1 : 0);
        at = PdfHeader.next(contents, PICTURE_ENDS, at);
        while (at >= 0 && !PdfPictureEnd.isAt(contents, at + PICTURE_ENDS.length)) {
            at = PdfHeader.next(contents, PICTURE_ENDS, at + 1);
        }
        int end = at < 0 ? contents.limit() : at + PICTURE_ENDS.length;
        isOdd |= !isLast && end + PdfPictureEnd.LOOKED_AT >= contents.limit();
        scan.read((long) end - syntax.place());
        syntax.moveTo(end);
    }
}
