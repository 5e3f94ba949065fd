/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.lib.Importable;
import com.hubspot.jinjava.tree.Node;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A template in Jinja, by Jinjava, with the white space rules of Hugging Face's {@code apply_chat_template}. It sees maps, lists, texts and
 * truth values, and reaches nothing else ({@link SealedValues}); its steps, output and collections are limited. Thread-safe.
 */
final class JinjaTemplate {

    /** Parts of a template that are run for one conversation; a long one takes some thousands. Empty loops count once a loop. */
    static final int MAX_STEPS = 50_000;

    static final int MAX_OUTPUT_LENGTH = 2_000_000;
    static final int MAX_ELEMENTS = 1_000;
    private static final int MAX_DEPTH = 30;

    /** What templates of today use; each other part of the library could do more than write a conversation. */
    private static final Set<String> TAGS = Set.of(
            "if",
            "elif",
            "else",
            "for",
            "set",
            "macro",
            "raw",
            "break",
            "continue",
            "endif",
            "endfor",
            "endset",
            "endmacro",
            "endraw");

    private static final Set<String> FILTERS = Set.of(
            "trim",
            "length",
            "count",
            "upper",
            "lower",
            "tojson",
            "join",
            "first",
            "last",
            "default",
            "d",
            "string",
            "int",
            "list",
            "items",
            "map",
            "select",
            "reject",
            "selectattr",
            "rejectattr",
            "reverse",
            "safe");
    private static final Set<String> FUNCTIONS = Set.of("range", "namespace", "raise_exception", "strftime_now");

    private static final String STEPS = "helios_steps";

    private final Jinjava jinjava;
    private final String source;

    JinjaTemplate(String source) {
        // Jinja leaves out one line end at the end of a file; Jinjava would cut it off what is written.
        this.source = source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
        jinjava = new Jinjava(config());
        TemplateFunctions.all().forEach(jinjava.getGlobalContext()::registerFunction);
    }

    /**
     * What the template writes.
     *
     * @throws ModelFailure if it does not want to, is wrong, or takes too much; the message has no values
     */
    String render(Map<String, Object> values) throws ModelFailure {
        Map<String, Object> all = new HashMap<>(values);
        all.put(STEPS, new AtomicInteger());
        RenderResult result;
        try {
            result = jinjava.renderForResult(source, all);
        } catch (RuntimeException | StackOverflowError e) {
            throw new ModelFailure(
                    "the chat template does not run: " + e.getClass().getSimpleName());
        }
        for (TemplateError error : result.getErrors()) {
            throw new ModelFailure("the chat template does not write this conversation: " + reason(error));
        }
        return result.getOutput();
    }

    private static String reason(TemplateError error) {
        for (Throwable cause = error.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateFunctions.TemplateRefusal refusal) {
                return String.valueOf(refusal.getMessage());
            }
        }
        return error.getReason() + " of " + error.getFieldName() + " in line " + error.getLineno();
    }

    private static JinjavaConfig config() {
        Context library = new Jinjava().getGlobalContext();
        return JinjavaConfig.newBuilder()
                .withTrimBlocks(true)
                .withLstripBlocks(true)
                .withKeepTrailingNewline(true)
                .withNestedInterpretationEnabled(false)
                .withEnableRecursiveMacroCalls(false)
                .withMaxRenderDepth(MAX_DEPTH)
                .withMaxOutputSize(MAX_OUTPUT_LENGTH)
                .withMaxStringLength(MAX_OUTPUT_LENGTH)
                .withMaxListSize(MAX_ELEMENTS)
                .withMaxMapSize(MAX_ELEMENTS)
                .withRangeLimit(MAX_ELEMENTS)
                .withProcessors(JinjavaProcessors.newBuilder()
                        .withNodePreProcessor(JinjaTemplate::step)
                        .build())
                .withElResolver(SealedValues.resolver())
                .withDisabled(Map.of(
                        Context.Library.TAG, others(library.getAllTags(), TAGS),
                        Context.Library.FILTER, others(library.getAllFilters(), FILTERS),
                        Context.Library.FUNCTION, others(library.getAllFunctions(), FUNCTIONS)))
                .withLegacyOverrides(LegacyOverrides.newBuilder()
                        .withEvaluateMapKeys(true)
                        .withIterateOverMapKeys(true)
                        .withUsePyishObjectMapper(true)
                        .withUseNaturalOperatorPrecedence(true)
                        .withParseWhitespaceControlStrictly(true)
                        .withAllowAdjacentTextNodes(true)
                        .withUseTrimmingForNotesAndExpressions(true)
                        .withKeepNullableLoopValues(true)
                        .withHandleBackslashInQuotesOnly(true)
                        .build())
                .build();
    }

    private static Set<String> others(Collection<? extends Importable> all, Set<String> wanted) {
        return all.stream()
                .map(Importable::getName)
                // Functions have an empty prefix before a colon.
                .filter(name -> !wanted.contains(name.substring(name.lastIndexOf(':') + 1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void step(Node node, JinjavaInterpreter interpreter) {
        if (!(interpreter.getContext().get(STEPS) instanceof AtomicInteger steps)
                || steps.incrementAndGet() > MAX_STEPS) {
            throw new TemplateFunctions.TemplateRefusal("it takes over " + MAX_STEPS + " steps");
        }
    }
}
