/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the contents of a page or form may name: fonts, pictures and forms (ISO 32000-1, 7.8.3). Where it is not certain which, all of them. Not thread-safe. */
final class PdfResources {

    private final List<PdfValue.Dictionary> candidates;
    private final PdfObjects objects;
    private final PdfFonts fonts;
    private final Map<String, PdfFont> byName = new HashMap<>();
    private final Map<String, List<PdfObject>> drawables = new HashMap<>();

    PdfResources(List<PdfObject> candidates, PdfObjects objects, PdfFonts fonts) {
        this.candidates = dictionaries(candidates);
        this.objects = objects;
        this.fonts = fonts;
    }

    private static List<PdfValue.Dictionary> dictionaries(List<PdfObject> some) {
        List<PdfValue.Dictionary> found = new ArrayList<>(1);
        for (PdfObject one : some) {
            if (one.value() instanceof PdfValue.Dictionary dictionary) {
                found.add(dictionary);
            }
        }
        return found;
    }

    private List<PdfValue.Dictionary> kind(String kind) {
        return candidates.stream()
                .flatMap(one -> dictionaries(objects.all(one, kind)).stream())
                .toList();
    }

    private List<PdfObject> named(String kind, String name) {
        return kind(kind).stream()
                .flatMap(one -> objects.all(one, name).stream())
                .toList();
    }

    PdfFont font(String name) {
        PdfFont known = byName.get(name);
        if (known == null) {
            known = PdfFont.any(named("Font", name).stream().map(fonts::of).toList());
            byName.put(name, known);
        }
        return known;
    }

    /** What the name of a picture or form may be. */
    List<PdfObject> drawn(String name) {
        return drawables.computeIfAbsent(name, any -> named("XObject", name));
    }

    /** All pictures and forms. */
    List<PdfObject> drawn() {
        return kind("XObject").stream()
                .flatMap(one -> one.entries().values().stream())
                .flatMap(one -> objects.all(one).stream())
                .toList();
    }

    /** Whether a state of graphics brings a font, in which case nobody knows which is in use. */
    boolean bringsFont(String state) {
        return dictionaries(named("ExtGState", state)).stream()
                .anyMatch(one -> one.entries().containsKey("Font"));
    }

    /** Letters of the longest code of any font. */
    int longest() {
        return kind("Font").stream()
                .flatMap(one -> one.entries().keySet().stream())
                .mapToInt(name -> font(name).longest())
                .max()
                .orElse(1);
    }
}
