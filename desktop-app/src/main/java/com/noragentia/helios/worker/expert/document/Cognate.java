/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a Spanish word of Latin or Greek origin probably is in English, by its ending: operación, operation. */
final class Cognate {

    private static final Map<String, String> ENDINGS = endings();

    private Cognate() {}

    private static Map<String, String> endings() {
        Map<String, String> endings = new LinkedHashMap<>();
        endings.put("ciones", "tions");
        endings.put("cion", "tion");
        endings.put("siones", "sions");
        endings.put("dades", "ties");
        endings.put("dad", "ty");
        endings.put("logia", "logy");
        endings.put("grafia", "graphy");
        endings.put("mente", "ly");
        endings.put("encia", "ence");
        endings.put("ancia", "ance");
        endings.put("ismo", "ism");
        endings.put("ista", "ist");
        endings.put("icos?|icas?", "ic");
        endings.put("ivos?|ivas?", "ive");
        endings.put("arios?|arias?", "ary");
        endings.put("orios?|orias?", "ory");
        endings.put("osos?|osas?", "ous");
        endings.put("entes?", "ent");
        endings.put("antes?", "ant");
        endings.put("ia", "y");
        endings.put("io", "y");
        return endings;
    }

    static String of(String spanish) {
        String plain = Normalizer.normalize(spanish, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
            String english = plain.replaceFirst("(?<=\\p{L}{3})(?:" + ending.getKey() + ")$", ending.getValue());
            if (!english.equals(plain)) {
                return english;
            }
        }
        return plain;
    }
}
