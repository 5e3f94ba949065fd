/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.WordLists.item;
import static com.noragentia.helios.worker.extract.WordLists.level;
import static com.noragentia.helios.worker.extract.WordLists.list;
import static com.noragentia.helios.worker.extract.WordLists.paragraph;
import static com.noragentia.helios.worker.extract.WordLists.style;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paragraphs of lists have the numbers and marks that Word shows before them. */
final class DocxListsTest {

    private static final String CLAUSES =
            list(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)"));

    @TempDir
    Path folder;

    @Test
    void the_clauses_of_a_contract_are_numbered() throws Exception {
        assertThat(texts(item(1, 0, "The tenant pays the rent.") + item(1, 0, "The deposit is 900 euros."), CLAUSES))
                .containsExactly("1. The tenant pays the rent.", "2. The deposit is 900 euros.");
        String spanish = list(1, level(0, "decimal", "CLÁUSULA %1.-"));
        assertThat(texts(item(1, 0, "El inquilino paga la renta.") + item(1, 0, "La fianza es de 900 euros."), spanish))
                .containsExactly("CLÁUSULA 1.- El inquilino paga la renta.", "CLÁUSULA 2.- La fianza es de 900 euros.");
    }

    @Test
    void deeper_levels_show_those_above_and_begin_again_below_each() throws Exception {
        String body = item(1, 0, "Rent")
                + item(1, 1, "Amount")
                + item(1, 1, "Day")
                + item(1, 2, "weekdays")
                + item(1, 2, "feast days")
                + item(1, 0, "Deposit")
                + item(1, 1, "Amount")
                + item(1, 2, "in cash");

        assertThat(texts(body, CLAUSES))
                .containsExactly(
                        "1. Rent",
                        "1.1 Amount",
                        "1.2 Day",
                        "(a) weekdays",
                        "(b) feast days",
                        "2. Deposit",
                        "2.1 Amount",
                        "(a) in cash");
    }

    @Test
    void a_level_whose_parent_never_came_is_shown_as_if_it_had() throws Exception {
        assertThat(texts(item(1, 1, "Importe") + item(1, 1, "Plazo"), CLAUSES))
                .containsExactly("1.1 Importe", "1.2 Plazo");
    }

    @Test
    void letters_roman_numbers_and_bullets_are_written_as_word_writes_them() throws Exception {
        String lists = list(1, level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%1-%2)"))
                + list(2, level(0, "bullet", "\uF0B7"), level(1, "bullet", "o"))
                + list(3, level(0, "none", "Nota:"), level(1, "decimalZero", "%2"));

        assertThat(texts(
                        item(1, 0, "Objeto")
                                + item(1, 0, "Precio")
                                + item(1, 1, "en euros")
                                + item(2, 0, "pan")
                                + item(2, 1, "blanco")
                                + item(3, 0, "sin sal")
                                + item(3, 1, "agua"),
                        lists))
                .containsExactly(
                        "I. Objeto", "II. Precio", "II-a) en euros", "• pan", "• blanco", "Nota: sin sal", "01 agua");
    }

    @Test
    void a_legal_level_writes_all_numbers_in_digits() throws Exception {
        String articles = list(
                1,
                level(0, "upperRoman", "Artículo %1."),
                level(1, "decimal", "%1.%2").replace("<w:lvlText", "<w:isLgl/><w:lvlText"));

        assertThat(texts(item(1, 0, "Objeto") + item(1, 0, "Precio") + item(1, 1, "Pago"), articles))
                .containsExactly("Artículo I. Objeto", "Artículo II. Precio", "2.1 Pago");
    }

    @Test
    void lists_begin_where_they_say_and_go_on_unless_they_begin_anew() throws Exception {
        String lists = list(1, level(0, "decimal", "%1.").replace("<w:start w:val='1'/>", "<w:start w:val='5'/>"))
                + "<w:num w:numId='8'><w:abstractNumId w:val='1'/></w:num>"
                + "<w:num w:numId='9'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='2'/>"
                + "</w:lvlOverride></w:num>";

        assertThat(texts(
                        item(1, 0, "a")
                                + paragraph("", "between")
                                + item(1, 0, "b")
                                + item(8, 0, "c")
                                + item(9, 0, "d")
                                + item(9, 0, "e"),
                        lists))
                .containsExactly("5. a", "between", "6. b", "7. c", "2. d", "3. e");
    }

    @Test
    void a_list_may_have_a_level_of_its_own() throws Exception {
        String lists = CLAUSES
                + "<w:num w:numId='9'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'>"
                + level(0, "upperLetter", "Anexo %1:")
                + "</w:lvlOverride></w:num>";

        assertThat(texts(item(9, 0, "Planos"), lists)).containsExactly("Anexo A: Planos");
    }

    @Test
    void a_level_that_never_restarts_counts_on() throws Exception {
        String lists = list(
                1,
                level(0, "decimal", "Chapter %1"),
                level(1, "decimal", "§ %2").replace("<w:lvlText", "<w:lvlRestart w:val='0'/><w:lvlText"));

        assertThat(texts(item(1, 0, "A") + item(1, 1, "x") + item(1, 0, "B") + item(1, 1, "y"), lists))
                .containsExactly("Chapter 1 A", "§ 1 x", "Chapter 2 B", "§ 2 y");
    }

    @Test
    void headings_are_numbered_by_their_styles() throws Exception {
        String lists = list(
                1,
                level(0, "decimal", "%1.").replace("<w:lvlText", "<w:pStyle w:val='Heading1'/><w:lvlText"),
                level(1, "decimal", "%1.%2").replace("<w:lvlText", "<w:pStyle w:val='Heading2'/><w:lvlText"));
        String numbered = "<w:numPr><w:numId w:val='1'/></w:numPr>";
        String styles = style("Heading1", "", numbered)
                + style("Heading2", "Heading1", numbered)
                + style("Clause", "Heading2", "")
                + style("Plain", "Heading1", "<w:numPr><w:numId w:val='0'/></w:numPr>");

        assertThat(texts(
                        paragraph(WordLists.styled("Heading1"), "Purpose")
                                + paragraph(WordLists.styled("Heading2"), "Scope")
                                + paragraph(WordLists.styled("Clause"), "Persons")
                                + paragraph(WordLists.styled("Plain"), "Annex")
                                + paragraph(
                                        WordLists.styled("Heading1") + "<w:numPr><w:numId w:val='0'/></w:numPr>",
                                        "End"),
                        lists,
                        styles))
                .containsExactly("1. Purpose", "1.1 Scope", "1.2 Persons", "Annex", "End");
    }

    @Test
    void a_list_that_names_a_style_is_numbered_as_the_list_of_that_style() throws Exception {
        String lists = "<w:abstractNum w:abstractNumId='7'><w:numStyleLink w:val='Outline'/></w:abstractNum>"
                + "<w:num w:numId='7'><w:abstractNumId w:val='7'/></w:num>" + CLAUSES;

        assertThat(texts(item(7, 0, "Rent"), lists, style("Outline", "", "<w:numPr><w:numId w:val='1'/></w:numPr>")))
                .containsExactly("1. Rent");
    }

    @Test
    void what_was_changed_deleted_or_stands_twice_does_not_count() throws Exception {
        String was = "<w:pPrChange><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange>";
        String gone =
                "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"
                        + "<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>";

        assertThat(texts(
                        paragraph(was, "plain") + item(1, 0, "one") + gone + "<w:Fallback>" + item(1, 0, "again")
                                + "</w:Fallback>" + item(1, 0, "") + item(1, 0, "two"),
                        CLAUSES))
                .as("an empty paragraph has its number, as in Word, but nothing to say")
                .containsExactly("plain", "1. one", "3. two");
    }

    @Test
    void rows_of_a_table_may_be_numbered() throws Exception {
        String row = "<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>";

        assertThat(texts(
                        "<w:tbl>" + row.formatted(item(1, 0, ""), paragraph("", "Bomba"))
                                + row.formatted(item(1, 0, ""), paragraph("", "Filtro")) + "</w:tbl>",
                        CLAUSES))
                .containsExactly("1. | Bomba", "2. | Filtro");
    }

    @Test
    void what_a_list_lacks_leaves_its_paragraphs_without_a_number() throws Exception {
        assertThat(texts(item(2, 0, "a") + item(1, 5, "b") + item(1, 99, "c") + item(99_999, 0, "d"), CLAUSES))
                .containsExactly("a", "b", "c", "d");
        assertThat(texts(item(1, 0, "a"), "<w:num w:numId='1'/>")).containsExactly("a");
        assertThat(texts(item(1, 0, "a"), "<w:abstractNum w:abstractNumId='1'><w:lvl"))
                .containsExactly("a");
        assertThat(texts(item(1, 0, "a"), "<!DOCTYPE a>" + CLAUSES)).containsExactly("a");
    }

    @Test
    void styles_and_lists_that_name_each_other_in_circles_end() throws Exception {
        String lists = "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='A'/></w:abstractNum>"
                + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
        String styles =
                style("A", "B", "<w:numPr><w:numId w:val='1'/></w:numPr>") + style("B", "C", "") + style("C", "B", "");

        assertThat(texts(item(1, 0, "a") + paragraph(WordLists.styled("C"), "c"), lists, styles))
                .containsExactly("a", "c");
    }

    @Test
    void numbers_that_are_made_long_add_little() throws Exception {
        String lists = list(
                        1,
                        level(0, "lowerLetter", "%1".repeat(100)).replace("w:start w:val='1'", "w:start w:val='780'"))
                + list(2, level(0, "upperRoman", "%1.").replace("w:start w:val='1'", "w:start w:val='2147483647'"))
                + list(3, level(0, "decimal", "%1.").replace("w:start w:val='1'", "w:start w:val='-3'"));

        assertThat(texts(item(2, 0, "a") + item(2, 0, "b") + item(3, 0, "c"), lists))
                .containsExactly("32767. a", "32767. b", "0. c");
        List<String> found = texts(item(1, 0, "a").repeat(600), lists);
        assertThat(found.getFirst()).hasSize(62);
        assertThat(found).contains("a");
        assertThat(found.stream().mapToInt(String::length).sum()).isLessThan(10_000);
    }

    @Test
    void numbered_paragraphs_without_words_cost_nothing() throws Exception {
        Random random = new Random(3);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 100_000; i++) { // alike, they would be a bomb
            body.append(item(1, 0, "").replace("<w:p>", "<w:p w:rsidR='%08X'>".formatted(random.nextInt())));
        }

        assertThat(texts(body + item(1, 0, "end"), CLAUSES)).containsExactly("32767. end");
    }

    private List<String> texts(String body, String numbering) throws IOException {
        return texts(body, numbering, "");
    }

    private List<String> texts(String body, String numbering, String styles) throws IOException {
        List<String> texts = new ArrayList<>();
        new DocxText()
                .read(
                        Docxs.ofLists(folder.resolve("lists.docx"), body, numbering, styles),
                        new ParagraphSink(paragraph -> texts.add(paragraph.text())));
        return texts;
    }
}
