/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Tells English from Spanish. OpenNLP's model knows 103 languages and errs on short texts; little words decide where they can. Thread-safe. */
public final class LanguageDetector {

    /** More than this tells the model nothing new. */
    private static final int SAMPLE_CHARACTERS = 4_000;

    /** The model guesses at random below this. */
    private static final int FEWEST_LETTERS = 20;

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}¿¡]+");
    private static final Set<String> ENGLISH = Set.of(
            ("the of and to is are was were what when where which who why how much many do does did can must should has have "
                            + "i you we they it this that for with from by on at an be not if or my your please there about")
                    .split(" "));
    private static final Set<String> SPANISH = Set.of(
            ("el la los las un una unos unas de del que qué cuál cuánto cuánta cuántos cuántas cuándo cuando dónde donde quién quien "
                            + "cómo como por para con sin en y o es son fue está están hay puedo puede debe tiene tengo se su sus mi "
                            + "lo al más muy si sí esta este cual cuanto cuantos cuantas quiero cada desde hasta ¿ ¡")
                    .split(" "));

    private final LanguageDetectorModel model;

    private LanguageDetector(LanguageDetectorModel model) {
        this.model = model;
    }

    /** @throws ModelFailure if the file is not OpenNLP's language model */
    public static LanguageDetector load(Path file) throws ModelFailure {
        try {
            return new LanguageDetector(new LanguageDetectorModel(file.toFile()));
        } catch (IOException e) {
            throw new ModelFailure("the language model does not load: " + file.getFileName(), e);
        }
    }

    /** The language of a text; {@code otherwise} where nothing speaks for either. */
    public Language detect(String text, Language otherwise) {
        String sample = text.length() > SAMPLE_CHARACTERS ? text.substring(0, SAMPLE_CHARACTERS) : text;
        int balance = littleWords(sample);
        if (balance != 0) {
            return balance > 0 ? Language.ES : Language.EN;
        }
        return byModel(sample, otherwise);
    }

    /** Spanish little words less English ones; both sorts count once each time they occur. */
    private static int littleWords(String text) {
        int balance = 0;
        String spaced = text.toLowerCase(Locale.ROOT).replace("¿", " ¿ ").replace("¡", " ¡ ");
        for (String word : NOT_LETTERS.split(spaced)) {
            if (SPANISH.contains(word)) {
                balance++;
            } else if (ENGLISH.contains(word)) {
                balance--;
            }
        }
        return balance;
    }

    private Language byModel(String text, Language otherwise) {
        if (text.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
            return otherwise;
        }
        double english = 0;
        double spanish = 0;
        for (opennlp.tools.langdetect.Language guess : new LanguageDetectorME(model).predictLanguages(text)) {
            switch (guess.getLang()) {
                case "eng" -> english = guess.getConfidence();
                case "spa" -> spanish = guess.getConfidence();
                default -> {}
            }
        }
        if (english == spanish) {
            return otherwise;
        }
        return spanish > english ? Language.ES : Language.EN;
    }
}
