/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.answer;

import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A source of an answer, and what stands before it.
 *
 * @param mark the number by which the answer speaks of it, in brackets and with a space after it; empty where it does not
 */
public record NumberedSource(String mark, Source source) {

    /** All of an answer, in order. Only what a language model wrote has numbers in it. */
    public static List<NumberedSource> of(TaskOutput output) {
        List<Source> sources = output.sources();
        return IntStream.range(0, sources.size())
                .mapToObj(i -> new NumberedSource(output.writing() == null ? "" : "[" + (i + 1) + "] ", sources.get(i)))
                .toList();
    }
}
