/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Set;

/**
 * A model that a member may name.
 *
 * @param namedOnly whether it answers only those who do: what merely demonstrates is nobody's answer by chance
 * @param writes whether it is a language model
 */
public record ModelOnOffer(String id, Set<Expert> experts, boolean namedOnly, boolean writes) {

    public ModelOnOffer {
        experts = Set.copyOf(experts);
    }

    /** One that is no language model. */
    public ModelOnOffer(String id, Set<Expert> experts, boolean namedOnly) {
        this(id, experts, namedOnly, false);
    }

    /** Whether it reads no files of any kind. */
    boolean readsNoFiles() {
        return experts.stream().allMatch(expert -> expert == Expert.CHAT || expert == Expert.EMBEDDING);
    }

    /** Whether it tells what a picture shows. */
    boolean looks() {
        return experts.contains(Expert.DESCRIPTION) || experts.contains(Expert.OBJECTS);
    }

    /** Whether it can answer: in a conversation, files are read by what reads documents too. */
    boolean fits(Expert expert, boolean hasFiles) {
        boolean readsThem = expert != Expert.CHAT || !hasFiles || experts.contains(Expert.DOCUMENT);
        return experts.contains(expert) && readsThem;
    }
}
