/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import static javax.measure.MetricPrefix.CENTI;
import static javax.measure.MetricPrefix.DECI;
import static javax.measure.MetricPrefix.KILO;
import static javax.measure.MetricPrefix.MILLI;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Unit;
import systems.uom.common.USCustomary;
import tech.units.indriya.unit.Units;

/** The units people ask about and what they call them. Definitions come from the UOM libraries, names from the bundles. Immutable. */
final class UnitTable {

    private static final Map<String, Unit<?>> UNITS = Map.ofEntries(
            Map.entry("millimetre", MILLI(Units.METRE)),
            Map.entry("centimetre", CENTI(Units.METRE)),
            Map.entry("metre", Units.METRE),
            Map.entry("kilometre", KILO(Units.METRE)),
            Map.entry("inch", USCustomary.INCH),
            Map.entry("foot", USCustomary.FOOT),
            Map.entry("yard", USCustomary.YARD),
            Map.entry("mile", USCustomary.MILE),
            Map.entry("nautical-mile", USCustomary.NAUTICAL_MILE),
            Map.entry("milligram", MILLI(Units.GRAM)),
            Map.entry("gram", Units.GRAM),
            Map.entry("kilogram", Units.KILOGRAM),
            Map.entry("tonne", Units.KILOGRAM.multiply(1000)),
            Map.entry("ounce", USCustomary.OUNCE),
            Map.entry("pound", USCustomary.POUND),
            Map.entry("millilitre", MILLI(Units.LITRE)),
            Map.entry("centilitre", CENTI(Units.LITRE)),
            Map.entry("decilitre", DECI(Units.LITRE)),
            Map.entry("litre", Units.LITRE),
            Map.entry("gallon", USCustomary.GALLON_LIQUID),
            Map.entry("square-metre", Units.SQUARE_METRE),
            Map.entry("square-kilometre", KILO(Units.METRE).pow(2)),
            Map.entry("hectare", Units.SQUARE_METRE.multiply(10_000)),
            Map.entry("acre", USCustomary.ACRE),
            Map.entry("kilometre-per-hour", Units.KILOMETRE_PER_HOUR),
            Map.entry("mile-per-hour", USCustomary.MILE_PER_HOUR),
            Map.entry("metre-per-second", Units.METRE_PER_SECOND),
            Map.entry("celsius", Units.CELSIUS),
            Map.entry("fahrenheit", USCustomary.FAHRENHEIT),
            Map.entry("kelvin", Units.KELVIN),
            Map.entry("second", Units.SECOND),
            Map.entry("minute", Units.MINUTE),
            Map.entry("hour", Units.HOUR),
            Map.entry("day", Units.DAY),
            Map.entry("week", Units.WEEK));

    /**
     * A unit as one language names it.
     *
     * @param singular for exactly one
     * @param plural for all else
     */
    record Named(Unit<?> unit, String singular, String plural) {}

    private final Map<String, Named> byName = new HashMap<>();

    private UnitTable() {}

    static UnitTable in(Language language) {
        Phrases names = Phrases.beside(UnitTable.class, "units", language);
        UnitTable table = new UnitTable();
        UNITS.forEach((key, unit) -> {
            List<String> words = List.of(names.say(key).split(", "));
            Named named = new Named(unit, words.get(0), words.get(1));
            words.forEach(word -> table.byName.put(word, named));
        });
        return table;
    }

    Optional<Named> named(String word) {
        return Optional.ofNullable(byName.get(word));
    }
}
