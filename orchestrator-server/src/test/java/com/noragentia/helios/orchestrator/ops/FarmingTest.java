/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Expert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever plays the network instead of working for it, with real books, checks, kinship and standing and with workers drawn by lot: trust.md
 * 3.6. A farm's gain is what others answered it, less what it answered others, and what is left on its accounts, in credits. Beside
 * what the caps let anybody have, it is a loss.
 */
class FarmingTest {

    private static final int HONEST = 12;
    private static final int QUESTIONS_A_DAY = 5;
    private static final int MOST_QUESTIONS_A_DAY = 60;
    /** One network may found so many accounts a day, or it is told to come back later. */
    private static final int ACCOUNTS_A_DAY = 5;

    private static final int DAYS = 12;
    private static final int PADDERS = 20;
    private static final double EXACT = 1e-4;

    private final Random random = new Random(36);
    /** Devices online, by owner. */
    private final Map<String, String> owners = new LinkedHashMap<>();

    private final List<String> farm = new ArrayList<>();

    @AutoClose
    private EconomyTrial trial;

    private Credits received = Credits.ZERO;
    private Credits done = Credits.ZERO;
    private Credits minted = Credits.ZERO;
    private Credits burned = Credits.ZERO;
    private Credits shed = Credits.ZERO;
    private Credits fined = Credits.ZERO;
    private int accounts;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new EconomyTrial(folder);
        for (int i = 0; i < HONEST; i++) {
            trial.join("honest" + i);
            owners.put("computer" + i, "honest" + i);
            trial.passed("computer" + i, "honest" + i, EconomyTrial.SMALL_CHECK);
        }
    }

    private void comes(String account, String... devices) {
        farm.add(account);
        accounts++;
        for (String device : devices) {
            owners.put(device, account);
        }
    }

    /** A question of usual size, to whomever chance picks among those who are not kin. */
    private void asks(String asker) {
        List<String> possible = owners.keySet().stream()
                .filter(device -> !trial.isKin(asker, owner(device)))
                .toList();
        String device = possible.get(random.nextInt(possible.size()));
        Credits paid = trial.answered(asker, device, owner(device));
        boolean isAskedByFarm = farm.contains(asker);
        boolean isAnsweredByFarm = farm.contains(owner(device));
        Credits work = trial.job.credits();
        received = isAskedByFarm && !isAnsweredByFarm ? received.plus(work) : received;
        done = isAnsweredByFarm && !isAskedByFarm ? done.plus(work) : done;
        burned = isAskedByFarm ? burned.plus(paid).minus(work) : burned;
    }

    private String owner(String device) {
        return owners.getOrDefault(device, "");
    }

    /** As often as it is let in. Returns how often that was. */
    private int asksAll(String account) {
        int asked = 0;
        while (asked < MOST_QUESTIONS_A_DAY && trial.isAdmitted(account, asked)) {
            asks(account);
            asked++;
        }
        return asked;
    }

    private void honestDay() {
        for (int question = 0; question < QUESTIONS_A_DAY; question++) {
            for (int i = 0; i < HONEST; i++) {
                asks("honest" + i);
            }
        }
    }

    private void checked(String device, int checks) {
        for (int check = 0; check < checks; check++) {
            minted = minted.plus(trial.passed(device, owner(device), EconomyTrial.PAGE_CHECK));
        }
    }

    private void closes(String account) {
        shed = shed.plus(trial.worth(account).negated());
        trial.leave(account);
        farm.remove(account);
        owners.values().removeIf(account::equals);
    }

    private Credits gain() {
        return farm.stream().map(trial::worth).reduce(received.minus(done), Credits::plus);
    }

    private double jobs(Credits credits) {
        return credits.toDouble() / trial.job.credits().toDouble();
    }

    @Test
    void a_ring_that_asks_itself_loses_what_is_burned() {
        for (int i = 0; i < 4; i++) {
            trial.join("ring" + i);
            comes("ring" + i, "ring device " + i);
            checked("ring device " + i, 1);
        }
        for (int day = 0; day < DAYS; day++) {
            honestDay();
            List.copyOf(farm).forEach(this::asksAll);
            trial.pass(Duration.ofDays(1));
            owners.forEach((device, owner) -> trialCheck(device));
        }

        assertThat(jobs(burned)).isPositive();
        assertThat(gain().minus(minted).toDouble()).isCloseTo(-burned.toDouble(), within(EXACT));
    }

    private void trialCheck(String device) {
        if (farm.contains(owner(device))) {
            checked(device, 1);
        } else {
            trial.passed(device, owner(device), EconomyTrial.SMALL_CHECK);
        }
    }

    @Test
    void whoever_invites_himself_earns_nothing_from_himself() {
        trial.join("boss");
        comes("boss", "tower");
        trial.invite("boss", "puppet");
        comes("puppet", "laptop");

        assertThat(trial.answered("boss", "laptop", "puppet")).isEqualTo(Credits.ZERO);
        assertThat(trial.answered("puppet", "tower", "boss")).isEqualTo(Credits.ZERO);
        assertThat(gain()).isEqualTo(Credits.ZERO);
    }

    @Test
    void whoever_splits_over_devices_is_minted_no_more_than_the_caps() {
        trial.join("many");
        for (int device = 0; device < 8; device++) {
            comes("many", "device " + device);
        }
        for (int round = 0; round < 144; round++) {
            for (int device = 0; device < 8; device++) {
                checked("device " + device, 1);
            }
        }

        assertThat(jobs(minted))
                .as("ten usual questions for each active device")
                .isLessThanOrEqualTo(10.0 * (HONEST + 8) + 10);
        assertThat(jobs(minted)).as("twenty for one device").isLessThanOrEqualTo(20.0 * 8 + 10);
        assertThat(jobs(minted)).as("the caps were reached").isGreaterThan(10.0 * 8);
    }

    @Test
    void closing_coming_again_inviting_oneself_and_splitting_together_gain_no_more_than_the_caps() {
        double mintCaps = 0;
        for (int day = 0; day < DAYS; day++) {
            honestDay();
            for (int i = 0; i < ACCOUNTS_A_DAY; i++) {
                farmed("farm " + day + " " + i, i == 0 ? "" : "farm " + day + " 0");
            }
            mintCaps += 10.0 * ACCOUNTS_A_DAY; // their allowances
            mintCaps += Math.max(
                    10.0 * owners.size(), 0.15 * (HONEST * QUESTIONS_A_DAY + ACCOUNTS_A_DAY * MOST_QUESTIONS_A_DAY));
            trial.pass(Duration.ofHours(12));
            owners.keySet().forEach(device -> trialCheck(device));
            List.copyOf(farm).forEach(this::asksAll);
            cheats(farm.getLast());
            List.copyOf(farm).forEach(this::closes);
            trial.pass(Duration.ofHours(12));
        }

        assertThat(accounts).isEqualTo(DAYS * ACCOUNTS_A_DAY);
        assertThat(jobs(received)).as("the farm was answered").isGreaterThan(accounts * 5.0);
        assertThat(jobs(minted)).as("canaries and allowances").isLessThanOrEqualTo(mintCaps);
        // Shed is what was owed when accounts were closed, less what was left on the others.
        assertThat(jobs(shed.minus(fined)))
                .as("a debt of ten usual questions, and the question that passed it, for each account")
                .isLessThanOrEqualTo(accounts * (10 + 1.08));
        Credits beside = gain().minus(minted).minus(shed).plus(fined);
        assertThat(beside.toDouble()).isCloseTo(-burned.toDouble(), within(EXACT));
        assertThat(jobs(beside)).as("beside the caps it is a loss").isNegative();
    }

    /** What a question can be padded with, and who reads it. */
    enum Padding {
        PAGES(EconomyTrial.MODEL, Expert.DOCUMENT, units -> new Measure(8, 0, 0, units, 0)),
        PICTURES("helios-read-1", Expert.IMAGE, units -> new Measure(8, 0, 0, 0, units)),
        PROMPT_TOKENS(EconomyTrial.MODEL, Expert.CHAT, units -> new Measure(units, 0, 0, 0, 0)),
        AUDIO_SECONDS("whisper-base", Expert.AUDIO, units -> new Measure(8, 0, units, 0, 0));

        private final String model;
        private final Expert expert;
        private final LongFunction<Measure> asked;

        Padding(String model, Expert expert, LongFunction<Measure> asked) {
            this.model = model;
            this.expert = expert;
            this.asked = asked;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_pads_questions_for_an_accomplice_and_closes_accounts_gains_no_more_than_the_documented_cap(
            Padding padding) {
        trial.join("mule");
        comes("mule", "mule device");
        checked("mule device", 1);
        Credits before = trial.worth("mule");
        int read = 0;
        for (int i = 0; i < PADDERS; i++) {
            String account = "padder " + i;
            trial.join(account);
            comes(account, account + " device");
            checked(account + " device", 10); // the tenth brings the allowance
            for (long units = 1 << 20; units > 0; units /= 2) {
                Measure asked = padding.asked.apply(units);
                if (trial.isAdmitted(account, 0, trial.outlay(padding.model, padding.expert, asked))) {
                    trial.answeredAtLength(account, "mule device", "mule", padding.model, padding.expert, asked);
                    read++;
                }
            }
            closes(account);
        }

        assertThat(read).as("some are let in").isGreaterThanOrEqualTo(PADDERS);
        double each = jobs(trial.worth("mule").minus(before)) / PADDERS;
        assertThat(each)
                .as("of each account: its allowance, a debt of ten usual questions, and fifty beyond it")
                .isLessThanOrEqualTo(10 + 10 + 50)
                .isGreaterThan(10);
    }

    /** An account with two devices that qualify at once, and then asks as long as it may. */
    private void farmed(String account, String inviter) {
        if (inviter.isEmpty()) {
            trial.join(account);
        } else {
            trial.invite(inviter, account);
        }
        comes(account, account + " a", account + " b");
        checked(account + " a", 10);
        checked(account + " b", 10);
        asksAll(account);
    }

    /** Is caught, fined, and loses what is pending. */
    private void cheats(String account) {
        Credits before = trial.worth(account);
        trial.failed(account + " a", account);
        fined = fined.plus(before).minus(trial.worth(account));
    }
}
