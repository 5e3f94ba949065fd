/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Which device served a conversation last, and so may still have it in its cache. A guess worth having, not a promise: forgotten on restart.
 * Not thread-safe; lives on the writer's thread.
 */
final class Affinity {

    static final int REMEMBERED = 10_000;
    static final Duration REMEMBERED_FOR = Duration.ofMinutes(30);

    /** The one served longest ago first. */
    private final LinkedHashMap<Conversation, Served> served = new LinkedHashMap<>();

    private record Conversation(String member, String name) {}

    private record Served(String device, Instant at) {}

    /** @param name what the member calls the conversation; names of different members have nothing to do with each other */
    void served(String member, String name, String device, Instant now) {
        Conversation conversation = new Conversation(member, name);
        served.remove(conversation);
        served.put(conversation, new Served(device, now));
        while (served.size() > REMEMBERED || isForgotten(served.firstEntry().getValue(), now)) {
            served.pollFirstEntry();
        }
    }

    Optional<String> device(String member, String name, Instant now) {
        return Optional.ofNullable(served.get(new Conversation(member, name)))
                .filter(last -> !isForgotten(last, now))
                .map(Served::device);
    }

    private static boolean isForgotten(Served last, Instant now) {
        return last.at().plus(REMEMBERED_FOR).isBefore(now);
    }
}
