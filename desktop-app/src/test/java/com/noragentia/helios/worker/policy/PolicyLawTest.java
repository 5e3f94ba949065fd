/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.computer.Power;
import com.noragentia.helios.computer.Readings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However readings leap: no reason is told for less than its time, and none before its condition held for its time. */
class PolicyLawTest {

    private static final int LOOKS = 4_000;
    private static final Preferences ALLOWING =
            Preferences.USUAL.with(Preference.ON_BATTERY, "yes").with(Preference.PROGRAMS, "game");

    private final Map<Reason, Instant> heldSince = new EnumMap<>(Reason.class);
    private final Map<Reason, Instant> speaksSince = new EnumMap<>(Reason.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_state_is_shorter_than_its_time(long seed) {
        Random random = new Random(seed);
        // A reason is told only while none that is weightier holds: so each is tried alone, by a computer that leaps in
        // all at once.
        Looks clock = new Looks(ALLOWING);
        Map<Reason, Hold> holds = new EnumMap<>(Reason.class);
        int changes = 0;
        for (int look = 0; look < LOOKS; look++) {
            Readings readings = leaping(random);
            Signs signs = new Signs(ALLOWING, readings, LocalDateTime.ofInstant(clock.instant(), clock.getZone()));
            for (Reason reason : Reason.values()) {
                Hold before = holds.getOrDefault(reason, Hold.NOT);
                Hold after = before.after(signs.of(reason), "", reason, clock.instant());
                holds.put(reason, after);
                changes += before.holds() == after.holds() ? 0 : 1;
                check(reason, signs.of(reason), before, after, clock.instant());
            }
            clock.pass(Duration.ofMillis(250 + random.nextInt(random.nextInt(10) == 0 ? 90_000 : 1_000)));
        }
        assertThat(changes).as("seed %d", seed).isGreaterThan(20);
    }

    private void check(Reason reason, Hold.Sign sign, Hold before, Hold after, Instant now) {
        if (sign == Hold.Sign.FOR) {
            speaksSince.putIfAbsent(reason, now);
        } else {
            speaksSince.remove(reason);
        }
        if (!before.holds() && after.holds()) {
            heldSince.put(reason, now);
            assertThat(Duration.between(speaksSince.getOrDefault(reason, now), now))
                    .as("%s is told only after its condition held", reason)
                    .isGreaterThanOrEqualTo(reason.enterAfter());
        } else if (before.holds() && !after.holds()) {
            assertThat(Duration.between(heldSince.get(reason), now))
                    .as("%s is told for its time", reason)
                    .isGreaterThanOrEqualTo(reason.leaveAfter());
        }
    }

    private static Readings leaping(Random random) {
        return new Readings(
                maybe(random, Duration.ofSeconds(random.nextInt(400))),
                maybe(random, new Power(random.nextInt(3) > 0, random.nextInt(101))),
                random.nextInt(10) == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble()),
                OptionalLong.of(random.nextLong(1_200_000_000)),
                OptionalLong.of(random.nextLong(12_000_000_000L)),
                maybe(random, random.nextBoolean()),
                Optional.of(random.nextBoolean() ? Set.of("game") : Set.of()),
                maybe(random, random.nextBoolean()),
                OptionalDouble.of(70 + random.nextInt(40)));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(10) == 0 ? Optional.empty() : Optional.of(value);
    }
}
