/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.noragentia.helios.desktop.chat.markdown.Run.Style;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {

    private final MarkdownReader reader = new MarkdownReader();

    @Test
    void emphasis_and_code_become_styles() {
        assertThat(runs("a **b** *c* `d` ***e***"))
                .containsExactly(
                        Run.plain("a "),
                        new Run("b", Set.of(Style.BOLD)),
                        Run.plain(" "),
                        new Run("c", Set.of(Style.ITALIC)),
                        Run.plain(" "),
                        new Run("d", Set.of(Style.CODE)),
                        Run.plain(" "),
                        new Run("e", Set.of(Style.BOLD, Style.ITALIC)));
    }

    @Test
    void html_is_shown_as_the_text_it_is_written_as() {
        assertThat(text("hello <b onclick='x()'>you</b>")).isEqualTo("hello <b onclick='x()'>you</b>");
        assertThat(text("<script>alert(1)</script>")).isEqualTo("<script>alert(1)</script>");
        assertThat(text("<iframe src=\"https://example.org\"></iframe>")).startsWith("<iframe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt:alert(1))",
                "[click](&#106;avascript:alert(1))",
                "[click](data:text/html;base64,AAAA)",
                "[click](file:///etc/passwd)",
                "[click](//example.org)",
                "[click](vbscript:x)",
            })
    void an_address_that_is_not_of_the_web_is_dropped(String markdown) {
        assertThat(runs(markdown)).containsExactly(Run.plain("click"));
    }

    @Test
    void a_web_address_stands_beside_its_words() {
        assertThat(text("[my bank](https://evil.example)")).isEqualTo("my bank (https://evil.example)");
        assertThat(runs("<http://example.org/a>"))
                .containsExactly(new Run("http://example.org/a", Set.of(Style.ADDRESS)));
    }

    @Test
    void words_that_look_like_another_address_do_not_hide_the_real_one() {
        assertThat(text("[https://bank.example](https://evil.example)"))
                .isEqualTo("https://bank.example (https://evil.example)");
    }

    @Test
    void of_an_image_only_its_description_remains() {
        assertThat(runs("![a cat](https://tracker.example/1.png)")).containsExactly(Run.plain("a cat"));
    }

    @Test
    void bidirectional_and_control_characters_are_dropped_even_when_written_as_entities() {
        assertThat(text("pay\u202Eevil\u2066 &#x202E;x\u0007")).isEqualTo("payevil x");
        assertThat(((Block.Code) block("```\na\u202Eb\n```")).text()).isEqualTo("ab");
    }

    @Test
    void lists_tables_code_quotes_and_rules_are_kept_apart() {
        assertThat(block("3. x\n4. y")).isInstanceOfSatisfying(Block.Numbered.class, list -> {
            assertThat(list.first()).isEqualTo(3);
            assertThat(list.items()).hasSize(2);
        });
        assertThat(block("- x\n  - y")).isInstanceOf(Block.Bullets.class);
        assertThat(block("> x")).isInstanceOf(Block.Quote.class);
        assertThat(block("---")).isInstanceOf(Block.Rule.class);
        assertThat(block("## x")).isEqualTo(new Block.Heading(2, List.of(Run.plain("x"))));
        assertThat(block("```java\nint a;\n```")).isEqualTo(new Block.Code("java", "int a;"));
        assertThat(block("|a|b|\n|-|-|\n|1|2|")).isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.head()).hasSize(2);
            assertThat(table.rows()).hasSize(1);
        });
    }

    @Test
    void deep_nesting_costs_neither_stack_nor_time() {
        String quotes = ">".repeat(20_000) + " x";
        String emphasis = "*".repeat(20_000) + "x" + "*".repeat(20_000);
        String brackets = "[".repeat(20_000);
        for (String hostile : List.of(quotes, emphasis, brackets)) {
            assertTimeout(Duration.ofSeconds(5), () -> reader.read(hostile));
        }
    }

    private Block block(String markdown) {
        return reader.read(markdown).open().getFirst();
    }

    private List<Run> runs(String markdown) {
        return ((Block.Paragraph) block(markdown)).runs();
    }

    private String text(String markdown) {
        return runs(markdown).stream().map(Run::text).collect(Collectors.joining());
    }
}
