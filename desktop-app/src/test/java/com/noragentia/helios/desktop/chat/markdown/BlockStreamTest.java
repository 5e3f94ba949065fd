/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BlockStreamTest {

    private static final String ANSWER = """
            # Title

            First paragraph with **bold
            words** over lines.

            - one
            - two

              still two

            1. a
            2. b

            ```java
            int a = 1;

            int b = 2;
            ```

            | a | b |
            |---|---|
            | 1 | 2 |

            > quoted

                indented code

            Last words, [a link](https://example.org).
            """;

    @RepeatedTest(40)
    void however_an_answer_is_cut_into_pieces_the_same_blocks_come_out(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Block> whole = all(new MarkdownReader().read(ANSWER));

        BlockStream stream = new BlockStream(new MarkdownReader());
        List<Block> finished = new ArrayList<>();
        List<Block> open = List.of();
        for (int from = 0; from < ANSWER.length(); ) {
            int to = Math.min(ANSWER.length(), from + 1 + random.nextInt(12));
            BlockStream.Step step = stream.append(ANSWER.substring(from, to));
            finished.addAll(step.finished());
            open = step.open();
            from = to;
        }
        finished.addAll(open);

        assertThat(finished).isEqualTo(whole);
    }

    @Test
    void an_open_code_fence_stays_open_until_it_closes() {
        BlockStream stream = new BlockStream(new MarkdownReader());

        assertThat(stream.append("```\nfirst\n\nsecond\n").finished()).isEmpty();
        BlockStream.Step step = stream.append("```\n\nafter\n");

        assertThat(step.finished()).containsExactly(new Block.Code("", "first\n\nsecond"));
        assertThat(step.open()).containsExactly(new Block.Paragraph(List.of(Run.plain("after"))));
    }

    @Test
    void text_that_is_not_markdown_keeps_its_lines_and_signs() {
        BlockStream stream = new BlockStream(new PlainReader());

        BlockStream.Step step = stream.append("# 12\n* 3 <b>\n\nTotal");

        assertThat(step.finished()).containsExactly(new Block.Paragraph(List.of(Run.plain("# 12\n* 3 <b>"))));
        assertThat(step.open()).containsExactly(new Block.Paragraph(List.of(Run.plain("Total"))));
    }

    private static List<Block> all(Reading reading) {
        List<Block> blocks = new ArrayList<>(reading.finished());
        blocks.addAll(reading.open());
        return blocks;
    }
}
