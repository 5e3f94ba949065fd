/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.hubspot.jinjava.el.ext.NamedParameter;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.objects.Namespace;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What chat templates call besides Jinja's own functions, as Hugging Face's {@code apply_chat_template} has it. Public for Jinjava. */
public final class TemplateFunctions {

    /** Where a rendering keeps its {@link LocalDateTime}. */
    static final String NOW = "helios_now";

    private static final Pattern DIRECTIVE = Pattern.compile("%(.)");
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("d", "dd"),
            Map.entry("b", "MMM"),
            Map.entry("B", "MMMM"),
            Map.entry("m", "MM"),
            Map.entry("Y", "uuuu"),
            Map.entry("y", "uu"),
            Map.entry("a", "EEE"),
            Map.entry("A", "EEEE"),
            Map.entry("H", "HH"),
            Map.entry("I", "hh"),
            Map.entry("M", "mm"),
            Map.entry("S", "ss"),
            Map.entry("p", "a"),
            Map.entry("j", "DDD"));

    private TemplateFunctions() {}

    static List<ELFunctionDefinition> all() {
        return List.of(
                new ELFunctionDefinition("", "raise_exception", TemplateFunctions.class, "raise", String.class),
                new ELFunctionDefinition("", "strftime_now", TemplateFunctions.class, "now", String.class),
                new ELFunctionDefinition("", "namespace", TemplateFunctions.class, "namespace", Object[].class));
    }

    /** The template does not want this conversation. */
    @SuppressWarnings("DoNotCallSuggester") // templates call it
    public static String raise(String reason) {
        throw new TemplateRefusal(reason);
    }

    /** The time, in the format of C's {@code strftime}, in English. */
    public static String now(String format) {
        Object now = JinjavaInterpreter.getCurrent().getContext().get(NOW);
        if (!(now instanceof LocalDateTime time)) {
            throw new TemplateRefusal("no time is given");
        }
        return DIRECTIVE.matcher(format).replaceAll(found -> Matcher.quoteReplacement(part(time, found.group(1))));
    }

    /** An object whose values outlive the loop that sets them. */
    public static Namespace namespace(Object... values) {
        Map<String, Object> named = new HashMap<>();
        for (Object value : values) {
            if (!(value instanceof NamedParameter parameter)) {
                throw new TemplateRefusal("a namespace of values without names");
            }
            named.put(parameter.getName(), parameter.getValue());
        }
        return new Namespace(named, JinjaTemplate.MAX_ELEMENTS);
    }

    private static String part(LocalDateTime time, String directive) {
        if (directive.equals("%")) {
            return "%";
        }
        String format = FORMATS.get(directive);
        if (format == null) {
            throw new TemplateRefusal("a date with %" + directive);
        }
        return time.format(DateTimeFormatter.ofPattern(format, Locale.ENGLISH));
    }

    /** Thrown through Jinjava. */
    static final class TemplateRefusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TemplateRefusal(String reason) {
            super(reason);
        }
    }
}
