/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SubtitlesTest {

    @Test
    void a_file_of_each_form_is_written_as_players_read_it() {
        List<Utterance> said =
                List.of(said(140, 1_480, "Send the last picture."), said(3_723_004, 3_725_000, "¿Qué hora es?"));

        assertThat(Subtitles.of(said, SubtitleForm.SRT)).isEqualTo("""
                1
                00:00:00,140 --> 00:00:01,480
                Send the last picture.

                2
                01:02:03,004 --> 01:02:05,000
                ¿Qué hora es?

                """);
        assertThat(Subtitles.of(said, SubtitleForm.VTT)).isEqualTo("""
                WEBVTT

                1
                00:00:00.140 --> 00:00:01.480
                Send the last picture.

                2
                01:02:03.004 --> 01:02:05.000
                ¿Qué hora es?

                """);
    }

    @Test
    void a_hundred_hours_have_three_digits() {
        assertThat(SubtitleForm.SRT.time(360_000_000L)).isEqualTo("100:00:00,000");
    }

    @Test
    void who_says_much_gets_several_each_with_its_share_of_the_time() {
        String sentence =
                "Primero lee la tercera lista, luego llama a Roberto el sábado y por la tarde busca el perro blanco en casa de María.";

        String file = Subtitles.of(List.of(said(0, 12_000, sentence)), SubtitleForm.SRT);

        List<String> lines = file.lines().toList();
        assertThat(lines.stream().filter(line -> line.contains(" --> "))).hasSize(2);
        assertThat(lines).allMatch(line -> line.length() <= Subtitles.LINE_CHARACTERS);
        assertThat(lines.get(1)).startsWith("00:00:00,000 --> 00:00:0");
        assertThat(lines.get(6)).endsWith("--> 00:00:12,000");
        assertThat(lines.get(6).substring(0, 12)).isEqualTo(lines.get(1).substring(17));
        assertThat(String.join(" ", lines)).contains("perro").contains("María.");
    }

    @ParameterizedTest
    @EnumSource
    void text_cannot_break_out_of_its_place(SubtitleForm form) {
        String hostile = "a --> b\n\n99\n00:00:01,000 --> 00:00:02,000\r\n<b>&\u2028\u0000c " + "x".repeat(500);

        String file = Subtitles.of(List.of(said(0, 1_000, hostile)), form);

        assertThat(file.lines().filter(line -> line.contains("-->")))
                .as("the arrows of the cues, and no other")
                .hasSize((int)
                        file.lines().filter(line -> line.matches("[0-9]+")).count())
                .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d[,.]\\d{3} --> \\d\\d:\\d\\d:\\d\\d[,.]\\d{3}"));
        assertThat(file.lines()).noneMatch(line -> line.equals("99"));
        if (form == SubtitleForm.VTT) {
            assertThat(file).doesNotContain("<b>").contains("&lt;b&gt;&amp;");
        }
    }

    @Test
    void none_is_shown_with_another_or_for_no_time() {
        List<Utterance> said =
                List.of(said(5_000, 5_000, "Two."), said(0, 9_000, "One."), said(5_100, 5_050, "Three."));

        List<String> times = Subtitles.of(said, SubtitleForm.SRT)
                .lines()
                .filter(line -> line.contains("-->"))
                .toList();

        assertThat(times)
                .containsExactly(
                        "00:00:00,000 --> 00:00:05,000",
                        "00:00:05,000 --> 00:00:05,100",
                        "00:00:05,100 --> 00:00:05,800");
    }

    @Test
    void silence_has_no_subtitles() {
        assertThat(Subtitles.of(List.of(), SubtitleForm.SRT)).isEmpty();
        assertThat(Subtitles.of(List.of(said(0, 10, " \n ")), SubtitleForm.VTT)).isEqualTo("WEBVTT\n\n");
    }

    @ParameterizedTest
    @CsvSource({"talk.srt, SRT", "Charla.VTT, VTT", "a.b.srt, SRT"})
    void the_name_tells_the_form(String name, SubtitleForm form) {
        assertThat(SubtitleForm.ofName(name)).contains(form);
    }

    @Test
    void another_name_tells_none() {
        assertThat(SubtitleForm.ofName("talk.txt")).isEmpty();
        assertThat(SubtitleForm.ofName("srt")).isEmpty();
    }

    private static Utterance said(long start, long end, String text) {
        return new Utterance("talk.wav", start, end, text);
    }
}
