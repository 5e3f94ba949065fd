/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.sun.management.OperatingSystemMXBean;
import java.awt.Font;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How well and how fast text is read. The figures go to the test's output. */
class TextQualityTest {

    private static final int LINES = 200;

    private static final int FACES = 10;

    private static final double ALLOWED_ERRORS_PER_CHARACTER = 0.02;

    private static final List<String> ENGLISH = List.of(
            "The quick brown fox jumps over the lazy dog.",
            "Invoice No. 2026-0417, due within 30 days",
            "Employees are entitled to 25 days of holiday.",
            "Switch off the pump before cleaning the filter.",
            "Total amount: $1,284.50 (VAT included)",
            "Please call +44 20 7946 0958 between 9 and 5.",
            "Temperature: -12.5 degrees, humidity 43%",
            "Contact: support@example.org for questions",
            "The meeting was moved to Thursday afternoon.",
            "Why does the committee need another report?",
            "Store in a cool, dry place; keep away from light!",
            "Chapter 7: How volunteers share their computers",
            "Platform 9, departure 18:45, coach 12, seat 64A",
            "We measured the voltage twice and found 3.3 V.",
            "Warranty void if the seal is broken or removed.",
            "Mix two cups of flour with one cup of water.",
            "Signed in London on 3 November 2026 by J. Smith",
            "All rights reserved. Do not copy without consent.");

    private static final List<String> SPANISH = List.of(
            "El pingüino y la cigüeña comían piñones al atardecer.",
            "¿Cuánto cuesta una habitación doble en agosto?",
            "¡Atención! El próximo tren no se detendrá aquí.",
            "Factura n.º 2026-0417, pagadera en treinta días",
            "Teléfono: +34 91 123 45 67 (de 9 a 14 h)",
            "La señora Núñez vendrá mañana con sus niños.",
            "Según él, después todo irá mejor que ahora.",
            "Mezcle dos tazas de azúcar con una de limón.",
            "Precio total: 1.284,50 € (IVA incluido)",
            "«Prohibido fumar», decía el cartel de la estación.",
            "ÁREA DE DESCANSO: A 12 KM POR LA CARRETERA AÑIL",
            "Contacto: atencion@ejemplo.es o por correo");

    @TempDir
    private static Path folder;

    private static ModelSpace space;
    private static TextReader reader;

    @BeforeAll
    static void load() throws Exception {
        space = OcrModel.openIn(folder);
        reader = TextReader.openIn(space);
    }

    @AfterAll
    static void close() {
        space.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void lines_in_ten_typefaces_many_sizes_and_angles_are_read_with_under_two_errors_in_a_hundred(Language language)
            throws Exception {
        List<String> sentences = language == Language.ES ? SPANISH : ENGLISH;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2026);
        List<Font> faces = Typefaces.ten();
        int errors = 0;
        int characters = 0;
        long nanos = 0;
        for (int i = 0; i < LINES; i++) {
            String expected = sentences.get(i % sentences.size());
            Font font = faces.get(i % FACES).deriveFont((float) random.nextInt(16, 49));
            double degrees = random.nextDouble(-3, 3);
            Paper paper = Paper.line(expected, font).turned(degrees).noisy(random, 6);
            long start = System.nanoTime();
            String actual = text(reader.read(paper.decoded(), "line.png", (done, of) -> {}));
            nanos += System.nanoTime() - start;
            int wrong = CharacterErrors.between(expected, actual);
            errors += wrong;
            characters += expected.length();
            if (wrong > 0) {
                System.out.printf(
                        "%d errors, %s %d px, %.1f deg: %s -> %s%n",
                        wrong, font.getFontName(), font.getSize(), degrees, expected, actual);
            }
        }
        System.out.printf(
                "%s, %d lines, %d typefaces: character error rate %.4f, %.0f ms a line (detection included)%n",
                language, LINES, faces.size(), (double) errors / characters, nanos / 1e6 / LINES);
        assertThat((double) errors / characters).isLessThan(ALLOWED_ERRORS_PER_CHARACTER);
    }

    /** Names could be of one face twice: what counts is what stands on the paper. */
    @Test
    void no_two_of_the_typefaces_draw_the_same() throws Exception {
        Set<List<Integer>> drawn = new HashSet<>();
        for (Font face : Typefaces.ten()) {
            Picture picture =
                    Paper.line("Ragged 7", face.deriveFont(40f)).decoded().picture();
            drawn.add(Arrays.stream(picture.rgb()).boxed().toList());
        }
        assertThat(drawn).hasSize(FACES);
    }

    @Test
    void a_page_is_read_whole_and_in_order() throws Exception {
        Paper page = Paper.white(1240, 1754);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            written.add(ENGLISH.get(i % ENGLISH.size()));
            page.write(written.getLast(), 120, 150 + 50 * i, Paper.sans(26));
        }
        DecodedPicture decoded = page.decoded();
        reader.read(decoded, "page.png", (done, of) -> {});
        long start = System.nanoTime();
        long cpuBefore = cpuNanos();
        List<TextLine> lines = reader.read(decoded, "page.png", (done, of) -> {});
        System.out.printf(
                "page of %d lines, warm: %.0f ms, of the processor %.0f ms%n",
                written.size(), (System.nanoTime() - start) / 1e6, (cpuNanos() - cpuBefore) / 1e6);

        assertThat(lines).hasSameSizeAs(written);
        assertThat((double) CharacterErrors.between(String.join("\n", written), text(lines)))
                .isLessThan(ALLOWED_ERRORS_PER_CHARACTER * text(lines).length());
    }

    @ParameterizedTest
    @CsvSource({"4000, 2400, 60", "1240, 3508, 96"})
    void a_large_page_of_small_print_is_read_as_well(int width, int height, int count) throws Exception {
        Paper page = Paper.white(width, height);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.add("Line " + (i + 1) + ". " + ENGLISH.get(i % ENGLISH.size()));
            page.write(written.getLast(), 80, 60 + i * (height - 100) / count, Paper.sans(26));
        }

        List<TextLine> lines = reader.read(page.decoded(), "page.png", (done, of) -> {});

        assertThat(lines).hasSameSizeAs(written);
        assertThat((double) CharacterErrors.between(String.join("\n", written), text(lines)))
                .isLessThan(ALLOWED_ERRORS_PER_CHARACTER * text(lines).length());
    }

    /** Steadier than the clock where others use the machine. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String text(List<TextLine> lines) {
        return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }
}
