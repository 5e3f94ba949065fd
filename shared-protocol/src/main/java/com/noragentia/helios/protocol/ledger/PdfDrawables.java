/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which pictures and forms the pages of a PDF may draw, and by what names (ISO 32000-1, 7.8.3). Whatever is not found here is for the caller to take for a
 * picture. Each list is read once, whoever shares it. Not thread-safe.
 */
final class PdfDrawables {

    /** In all lists together; what comes later is not found. */
    private static final int MOST_NAMES = 100_000;

    private static final Pattern RESOURCES = Pattern.compile("/Resources\\s*(\\d{1,9})\\s+\\d{1,5}\\s+R");
    private static final Pattern DRAWABLE = Pattern.compile("/XObject\\s*(?:(\\d{1,9})\\s+\\d{1,5}\\s+R|<<([^>]*)>>)");
    private static final Pattern NAMED = Pattern.compile("/([^\\s/<>\\[\\]()]{1,127})\\s+(\\d{1,9})\\s+\\d{1,5}\\s+R");

    private final PdfObjects objects;
    private final ScanBudget scan;
    private final Map<Integer, Map<String, List<PdfObject>>> ofResources = new HashMap<>();
    private final Map<Integer, Map<String, List<PdfObject>>> ofLists = new HashMap<>();
    private final IdentityHashMap<PdfObject, Map<String, List<PdfObject>>> own = new IdentityHashMap<>();
    private int names;

    PdfDrawables(PdfObjects objects, ScanBudget scan) {
        this.objects = objects;
        this.scan = scan;
    }

    /** What a page or form may draw. */
    Map<String, List<PdfObject>> of(PdfObject holder) {
        Map<String, List<PdfObject>> known = own.get(holder);
        if (known == null) {
            Matcher resources = RESOURCES.matcher(scan.of(holder.text()));
            known = resources.find() ? ofResources(Integer.parseInt(resources.group(1))) : in(holder);
            own.put(holder, known);
        }
        return known;
    }

    private Map<String, List<PdfObject>> ofResources(int number) {
        Map<String, List<PdfObject>> known = ofResources.get(number);
        if (known == null) {
            known = merged(objects.all(number).stream().map(this::in).toList());
            ofResources.put(number, known);
        }
        return known;
    }

    private Map<String, List<PdfObject>> in(PdfObject place) {
        Matcher list = DRAWABLE.matcher(scan.of(place.text()));
        if (!list.find()) {
            return Map.of();
        }
        return list.group(2) != null ? named(list.group(2)) : ofList(Integer.parseInt(list.group(1)));
    }

    private Map<String, List<PdfObject>> ofList(int number) {
        Map<String, List<PdfObject>> known = ofLists.get(number);
        if (known == null) {
            known = merged(objects.all(number).stream()
                    .map(PdfObject::text)
                    .map(this::named)
                    .toList());
            ofLists.put(number, known);
        }
        return known;
    }

    private static Map<String, List<PdfObject>> merged(List<Map<String, List<PdfObject>>> some) {
        if (some.size() == 1) {
            return some.getFirst();
        }
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

    private Map<String, List<PdfObject>> named(String text) {
        Map<String, List<PdfObject>> named = new HashMap<>();
        Matcher name = NAMED.matcher(scan.of(text));
        while (names < MOST_NAMES && name.find()) {
            names++;
            named.computeIfAbsent(name.group(1), any -> new ArrayList<>(1))
                    .addAll(objects.all(Integer.parseInt(name.group(2))));
        }
        return named;
    }
}
