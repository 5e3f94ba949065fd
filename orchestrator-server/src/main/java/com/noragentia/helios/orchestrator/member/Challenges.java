/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Nonces that devices sign for a token: good once, for ten seconds. Kept in memory only; whoever is caught by a restart asks for another.
 * Anybody may ask, so only those of enrolled devices are kept, a few for each: what a stranger sends takes no room, and nobody's flood
 * pushes out the nonces of another device. Thread-safe.
 */
final class Challenges {

    static final Duration LIFE = Duration.ofSeconds(10);
    /**
     * Nonces of one device at a time. When more are asked for, the oldest goes of those that came from the same address, or else from the one that
     * has the most: who floods pushes out nonces of his own.
     */
    static final int OPEN_PER_DEVICE = 4;

    private static final Pattern DEVICE = Pattern.compile("[0-9a-f]{32}");

    private final String server;
    private final Predicate<String> isEnrolled;
    private final Secrets secrets;
    private final Clock clock;
    private final LinkedHashMap<String, Outstanding> byNonce = new LinkedHashMap<>();
    private final Map<String, Integer> openByDevice = new HashMap<>();

    private record Outstanding(String device, String from, Instant expiresAt) {}

    Challenges(String server, Predicate<String> isEnrolled, Secrets secrets, Clock clock) {
        this.server = server;
        this.isEnrolled = isEnrolled;
        this.secrets = secrets;
        this.clock = clock;
    }

    String server() {
        return server;
    }

    /** A nonce for whoever asks; for a device that is not enrolled it is good for nothing, which tells a stranger nothing. */
    ChallengeIssued issue(String device) {
        return issue(device, "", ChannelBinding.NONE);
    }

    /**
     * As {@link #issue(String)}, saying what the proof may be bound to.
     *
     * @param from the key of the address that asks
     */
    ChallengeIssued issue(String device, String from, ChannelBinding binding) {
        if (!DEVICE.matcher(device).matches()) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "a device id has 32 lower-case hex digits");
        }
        ChallengeIssued challenge =
                new ChallengeIssued(secrets.token(), server, clock.instant().plus(LIFE), binding);
        if (isEnrolled.test(device)) {
            keep(challenge, device, from);
        }
        return challenge;
    }

    private synchronized void keep(ChallengeIssued challenge, String device, String from) {
        forgetExpired();
        if (openByDevice.getOrDefault(device, 0) >= OPEN_PER_DEVICE) {
            forgetOne(device, from);
        }
        byNonce.put(challenge.nonce(), new Outstanding(device, from, challenge.expiresAt()));
        openByDevice.merge(device, 1, Integer::sum);
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        Iterator<Outstanding> all = byNonce.values().iterator();
        while (all.hasNext()) {
            Outstanding outstanding = all.next();
            if (now.isBefore(outstanding.expiresAt())) {
                return; // they stand in the order they were issued in
            }
            all.remove();
            countDown(outstanding.device());
        }
    }

    private void forgetOne(String device, String from) {
        Map<String, Integer> open = new LinkedHashMap<>(); // the address of the oldest first
        for (Outstanding outstanding : byNonce.values()) {
            if (outstanding.device().equals(device)) {
                open.merge(outstanding.from(), 1, Integer::sum);
            }
        }
        String most = from;
        for (Map.Entry<String, Integer> other : open.entrySet()) {
            if (!open.containsKey(from) && other.getValue() > open.getOrDefault(most, 0)) {
                most = other.getKey();
            }
        }
        forgetOldest(device, most);
    }

    private void forgetOldest(String device, String from) {
        Iterator<Outstanding> all = byNonce.values().iterator();
        while (all.hasNext()) {
            Outstanding next = all.next();
            if (next.device().equals(device) && next.from().equals(from)) {
                all.remove();
                countDown(device);
                return;
            }
        }
    }

    private void countDown(String device) {
        openByDevice.computeIfPresent(device, (_, open) -> open == 1 ? null : open - 1);
    }

    synchronized int open() {
        return byNonce.size();
    }

    /** Uses a nonce up, whatever comes of it. True where it was issued to this device and is still good. */
    synchronized boolean redeem(String nonce, String device) {
        Outstanding outstanding = byNonce.remove(nonce);
        if (outstanding == null) {
            return false;
        }
        countDown(outstanding.device());
        return outstanding.device().equals(device) && clock.instant().isBefore(outstanding.expiresAt());
    }
}
