/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece of a document's script: one line of the file, except that a blank line is none. */
sealed interface Block {

    /** {@code #} is level 0, the title; {@code ##} is level 1. */
    record Heading(int level, String text) implements Block {}

    record Prose(String text) implements Block {}

    /** {@code - } opens a list item. */
    record Item(String text) implements Block {}

    /** {@code | a | b |} is a row of a table; the first of a run is its head. */
    record Row(List<String> cells) implements Block {}

    /** {@code ---} starts a new page. */
    record PageBreak() implements Block {}

    static List<Block> parse(List<String> script) {
        List<Block> blocks = new ArrayList<>();
        script.stream().filter(line -> !line.isBlank()).forEach(line -> blocks.add(of(line)));
        return blocks;
    }

    private static Block of(String line) {
        if (line.equals("---")) {
            return new PageBreak();
        }
        if (line.startsWith("## ")) {
            return new Heading(1, line.substring(3));
        }
        if (line.startsWith("# ")) {
            return new Heading(0, line.substring(2));
        }
        if (line.startsWith("- ")) {
            return new Item(line.substring(2));
        }
        if (line.startsWith("| ")) {
            return new Row(Arrays.stream(line.substring(1).split("\\|"))
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList());
        }
        return new Prose(line);
    }
}
