/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The rent is 780 euros [2]. Pets need consent [3][1].",
                "The rent is 780 euros. [2] Pets need consent. [3] [1]",
                "The rent is 780 euros.[2] Pets need consent [3, 1].",
                "The rent is 780 euros [2]. Pets need consent. [3; 1].",
                "The rent is 780 euros 【2】. Pets need consent [passage 3][1]."
            })
    void numbers_belong_to_the_sentence_before_them(String text) {
        assertThat(read(text, text.length()))
                .containsExactly(
                        new Claim("The rent is 780 euros.", List.of(2), true, false),
                        new Claim("Pets need consent.", List.of(3, 1), false, false));
    }

    @Test
    void a_list_is_read_item_by_item() {
        assertThat(read("Reglas:\n- Se abre a las 9:00 [1].\n2. Se cierra a las 20:30 [2]. Los lunes no [3].\n", 1_000))
                .containsExactly(
                        new Claim("Reglas:", List.of(), true, false),
                        new Claim("Se abre a las 9:00.", List.of(1), true, true),
                        new Claim("Se cierra a las 20:30.", List.of(2), true, true),
                        new Claim("Los lunes no.", List.of(3), false, false));
    }

    @Test
    void pieces_make_no_difference() {
        String text = "First, Dr. Bell pays 1,500 euros. [1][2] ¿Sí? [3]\n- An item [4]. And more. [5, 6]\nThe end [7]";
        List<Claim> whole = read(text, text.length());
        assertThat(whole).hasSize(5);
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            List<Claim> claims = new ArrayList<>();
            ClaimReader reader = new ClaimReader(Language.EN);
            int from = 0;
            while (from < text.length()) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(9));
                claims.addAll(reader.next(text.substring(from, to)));
                from = to;
            }
            claims.addAll(reader.rest());
            assertThat(claims).isEqualTo(whole);
        }
    }

    @Test
    void a_sentence_is_told_as_soon_as_the_next_begins() {
        ClaimReader reader = new ClaimReader(Language.EN);

        assertThat(reader.next("The rent is 780 euros. ")).isEmpty();
        assertThat(reader.next("[2] ")).isEmpty();
        assertThat(reader.next("Pets need con"))
                .containsExactly(new Claim("The rent is 780 euros.", List.of(2), true, false));
    }

    @Test
    void a_flood_of_numbers_is_cut_short() {
        Claim claim = read("All of it " + "[1][2][3][4][5][6][7][8][9][10]".repeat(30) + ".", 10_000)
                .getFirst();

        assertThat(claim.named()).hasSize(ClaimReader.NUMBERS_EACH);
        assertThat(claim.text()).isEqualTo("All of it.");
    }

    @Test
    void brackets_without_a_number_are_words() {
        assertThat(read("The rent [in euros] of [2024] is due.", 100))
                .containsExactly(new Claim("The rent [in euros] of [2024] is due.", List.of(), true, false));
    }

    private static List<Claim> read(String text, int size) {
        ClaimReader reader = new ClaimReader(text.startsWith("Reglas") ? Language.ES : Language.EN);
        List<Claim> claims = new ArrayList<>();
        for (int from = 0; from < text.length(); from += size) {
            claims.addAll(reader.next(text.substring(from, Math.min(text.length(), from + size))));
        }
        claims.addAll(reader.rest());
        return claims;
    }
}
