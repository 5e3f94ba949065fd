/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.protocol.api.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Scopes as the database keeps them, such as {@code ask,read}. */
final class ScopeText {

    private ScopeText() {}

    static String of(Set<Scope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    static Set<Scope> read(String text) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(text.split(",", -1))
                .map(word -> Scope.valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(scopes::add);
        return scopes;
    }
}
