/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which pictures and forms the pages of a PDF may draw, and by what names (ISO 32000-1, 7.8.3). Not thread-safe. */
final class PdfDrawables {

    private static final Pattern RESOURCES = Pattern.compile("/Resources\\s*(\\d{1,9})\\s+\\d{1,5}\\s+R");
    private static final Pattern DRAWABLE = Pattern.compile("/XObject\\s*(?:(\\d{1,9})\\s+\\d{1,5}\\s+R|<<([^>]*)>>)");
    private static final Pattern NAMED = Pattern.compile("/([^\\s/<>\\[\\]()]{1,127})\\s+(\\d{1,9})\\s+\\d{1,5}\\s+R");

    private final PdfObjects objects;
    private final IdentityHashMap<PdfObject, Map<String, List<PdfObject>>> byHolder = new IdentityHashMap<>();
    private final IdentityHashMap<PdfObject, Map<String, List<PdfObject>>> byPlace = new IdentityHashMap<>();

    PdfDrawables(PdfObjects objects) {
        this.objects = objects;
    }

    /** What a page or form may draw. */
    Map<String, List<PdfObject>> of(PdfObject holder) {
        return byHolder.computeIfAbsent(holder, any -> {
            Matcher resources = RESOURCES.matcher(holder.text());
            return resources.find() ? all(objects.all(Integer.parseInt(resources.group(1)))) : all(List.of(holder));
        });
    }

    private Map<String, List<PdfObject>> all(List<PdfObject> places) {
        return places.size() == 1
                ? place(places.getFirst())
                : merged(places.stream().map(this::place).toList());
    }

    private static Map<String, List<PdfObject>> merged(List<Map<String, List<PdfObject>>> some) {
        Map<String, List<PdfObject>> all = new HashMap<>();
        for (Map<String, List<PdfObject>> one : some) {
            one.forEach((name, drawn) -> all.merge(name, drawn, PdfDrawables::both));
        }
        return all;
    }

    private static List<PdfObject> both(List<PdfObject> one, List<PdfObject> other) {
        List<PdfObject> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private Map<String, List<PdfObject>> place(PdfObject place) {
        Map<String, List<PdfObject>> known = byPlace.get(place);
        if (known != null) {
            return known;
        }
        Matcher list = DRAWABLE.matcher(place.text());
        Map<String, List<PdfObject>> named;
        if (!list.find()) {
            named = Map.of();
        } else if (list.group(2) != null) {
            named = named(list.group(2));
        } else {
            named = merged(objects.all(Integer.parseInt(list.group(1))).stream()
                    .map(this::listed)
                    .toList());
        }
        byPlace.put(place, named);
        return named;
    }

    private Map<String, List<PdfObject>> listed(PdfObject list) {
        Map<String, List<PdfObject>> known = byPlace.get(list);
        if (known == null) {
            known = named(list.text());
            byPlace.put(list, known);
        }
        return known;
    }

    private Map<String, List<PdfObject>> named(String text) {
        Map<String, List<PdfObject>> named = new HashMap<>();
        Matcher name = NAMED.matcher(text);
        while (name.find()) {
            named.merge(name.group(1), objects.all(Integer.parseInt(name.group(2))), PdfDrawables::both);
        }
        return named;
    }
}
