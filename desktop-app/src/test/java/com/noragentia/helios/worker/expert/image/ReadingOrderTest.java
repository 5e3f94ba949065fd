/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {

    @Test
    void rows_come_from_top_to_bottom_and_from_left_to_right() {
        assertThat(order(at("c", 0, 100, 80), at("b", 200, 4, 80), at("a", 0, 0, 80)))
                .containsExactly("a b", "c");
    }

    @Test
    void columns_of_prose_come_one_after_the_other_under_their_title() {
        List<ReadLine> page = new ArrayList<>(List.of(at("title", 0, 0, 640), at("footer", 0, 400, 640)));
        for (int i = 0; i < 5; i++) {
            page.add(at("left" + i, 0, 60 + 40 * i, 290));
            page.add(at("right" + i, 350, 75 + 40 * i, 290));
        }

        assertThat(order(page.toArray(ReadLine[]::new)))
                .containsExactly(
                        "title", "left0", "left1", "left2", "left3", "left4", "right0", "right1", "right2", "right3",
                        "right4", "footer");
    }

    @Test
    void a_table_is_read_row_by_row() {
        List<ReadLine> table = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            table.add(at("item" + i, 0, 40 * i, 100));
            table.add(at("price" + i, 400, 40 * i + 3, 60));
        }

        assertThat(order(table.toArray(ReadLine[]::new)))
                .containsExactly("item0 price0", "item1 price1", "item2 price2", "item3 price3", "item4 price4");
    }

    @Test
    void the_order_follows_the_text_however_the_page_lies() {
        for (int degrees = 0; degrees < 360; degrees += 7) {
            double angle = Math.toRadians(degrees);
            List<ReadLine> page = List.of(
                    turned(at("d", 300, 100, 90), angle),
                    turned(at("a", 0, 0, 300), angle),
                    turned(at("c", 0, 100, 200), angle),
                    turned(at("b", 0, 50, 300), angle));

            assertThat(order(page.toArray(ReadLine[]::new)))
                    .as("%d degrees", degrees)
                    .containsExactly("a", "b", "c d");
        }
    }

    @Test
    void no_line_is_lost_or_doubled_however_they_lie() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            List<ReadLine> lines = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                lines.add(at("x" + i, random.nextInt(900), random.nextInt(900), 20 + random.nextInt(400)));
            }
            List<ReadLine> ordered =
                    ReadingOrder.rows(lines).stream().flatMap(List::stream).toList();
            assertThat(ordered).containsExactlyInAnyOrderElementsOf(lines);
        }
    }

    @Test
    void nothing_and_a_thousand_lines_are_put_in_order() {
        assertThat(ReadingOrder.rows(List.of())).isEmpty();
        List<ReadLine> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(at("l" + i, 0, 30 * i, 300));
            many.add(at("r" + i, 400, 30 * i + 15, 300));
        }
        Collections.shuffle(many, new Random(1));

        assertThat(ReadingOrder.rows(many)).hasSize(1_000);
    }

    private static List<String> order(ReadLine... lines) {
        return ReadingOrder.rows(List.of(lines)).stream()
                .map(row -> row.stream().map(ReadLine::text).collect(Collectors.joining(" ")))
                .toList();
    }

    private static ReadLine at(String text, int x, int y, int width) {
        Quad place =
                new Quad(new Point(x, y), new Point(x + width, y), new Point(x + width, y + 24), new Point(x, y + 24));
        return new ReadLine(place, text, 1);
    }

    private static ReadLine turned(ReadLine line, double angle) {
        return new ReadLine(
                line.place().map(point -> point.turned(Math.cos(angle), Math.sin(angle))),
                line.text(),
                line.confidence());
    }
}
