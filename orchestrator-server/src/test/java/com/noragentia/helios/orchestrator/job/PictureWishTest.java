/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say to a picture, in both languages. */
final class PictureWishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is this?",
                "What's this?",
                "What is that",
                "what is it?",
                "What is this a picture of?",
                "what is in this picture?",
                "What's in the photo?",
                "what is on this image",
                "What do you see?",
                "what can you see in this photo?",
                "What objects are in the picture?",
                "What things are there?",
                "what does this picture show?",
                "Describe",
                "describe this image, please",
                "Please describe what you see.",
                "Can you describe the picture?",
                "¿Qué es esto?",
                "que es esto",
                "¿qué hay en la foto?",
                "¿Qué hay aquí?",
                "¿Qué se ve en esta imagen?",
                "¿Qué ves?",
                "¿Qué cosas hay en la imagen?",
                "¿Qué objetos aparecen en la fotografía?",
                "¿Qué muestra la imagen?",
                "Describe la imagen",
                "Descríbeme esta foto, por favor",
                "¿Puedes describir la imagen?",
                "¿De qué es esta foto?",
                "¿Qué es esta imagen?",
            })
    void who_asks_what_a_picture_shows_wants_it_looked_at(String words) {
        assertThat(PictureWish.ofLook(words)).isTrue();
        assertThat(PictureWish.ofReading(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does it say?",
                "what does the sign say",
                "Read it",
                "read the text, please",
                "Read this out aloud",
                "What is written here?",
                "what text is in this picture?",
                "transcribe the image",
                "¿Qué dice?",
                "¿Qué pone aquí?",
                "¿Qué pone en la imagen?",
                "Lee el texto",
                "léelo por favor",
                "¿Qué está escrito en la foto?",
                "Transcribe lo que pone",
            })
    void who_asks_what_it_says_wants_it_read_out(String words) {
        assertThat(PictureWish.ofReading(words)).isTrue();
        assertThat(PictureWish.ofLook(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "What is the total?",
                "what is this amount in euros?",
                "When is it open?",
                "What does the sign say about dogs?",
                "what is in the box on the left",
                "Who signed it?",
                "¿Cuánto es el total?",
                "¿Qué día abre?",
                "¿Qué es la fianza?",
                "describe the payment terms",
                "read page 3",
            })
    void anything_else_is_a_question_to_the_text(String words) {
        assertThat(PictureWish.ofLook(words)).isFalse();
        assertThat(PictureWish.ofReading(words)).isFalse();
    }

    @Test
    void endless_words_are_nothing_to_wait_for() {
        assertThat(PictureWish.ofLook("please ".repeat(1_000) + "what is this")).isFalse();
        for (String round : new String[] {"please ", "what is this ", "in the picture ", "read it out "}) {
            assertThat(PictureWish.ofLook(round.repeat(200 / round.length()))).isFalse();
            assertThat(PictureWish.ofReading(round.repeat(200 / round.length()) + "x"))
                    .isFalse();
        }
    }
}
