/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.Access;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What its members agree on when they join a network.
 *
 * @param enrolment who may become a member
 * @param access who may ask other members' computers
 * @param canaries whether idle workers are checked
 * @param maturation how old earned credits are at least before they belong to the owner
 * @param preferredModels ids of those that are to answer before others, the most preferred one first
 */
public record NetworkRules(
        EnrolmentPolicy enrolment, Access access, boolean canaries, Duration maturation, List<String> preferredModels) {

    private static final int MAX_HOURS = 24 * 30;

    /** Everybody asks, nobody is checked: for tests and loads of other things. */
    public static final NetworkRules LAX =
            new NetworkRules(EnrolmentPolicy.INVITED, Access.EVERYONE, false, LedgerRules.USUAL.maturation());

    /** Without preferred models. */
    public NetworkRules(EnrolmentPolicy enrolment, Access access, boolean canaries, Duration maturation) {
        this(enrolment, access, canaries, maturation, List.of());
    }

    static NetworkRules of(Map<Setting, String> values) throws ConfigurationMistake {
        return new NetworkRules(
                enrolment(values.getOrDefault(Setting.ENROLMENT, "")),
                access(values.getOrDefault(Setting.ACCESS, "")),
                Configuration.isOn(values, Setting.CANARIES),
                maturation(values.getOrDefault(Setting.MATURATION_HOURS, "")),
                models(values.getOrDefault(Setting.PREFERRED_MODELS, "")));
    }

    private static EnrolmentPolicy enrolment(String text) throws ConfigurationMistake {
        return switch (text) {
            case "open" -> EnrolmentPolicy.OPEN;
            case "invited" -> EnrolmentPolicy.INVITED;
            default -> throw ConfigurationMistake.of(Setting.ENROLMENT, "enrolment");
        };
    }

    private static Access access(String text) throws ConfigurationMistake {
        return switch (text) {
            case "contributors" -> Access.CONTRIBUTORS;
            case "everyone" -> Access.EVERYONE;
            default -> throw ConfigurationMistake.of(Setting.ACCESS, "access");
        };
    }

    private static Duration maturation(String text) throws ConfigurationMistake {
        try {
            int hours = Integer.parseInt(text);
            if (hours >= 0 && hours <= MAX_HOURS) {
                return Duration.ofHours(hours);
            }
        } catch (NumberFormatException e) {
            throw ConfigurationMistake.of(Setting.MATURATION_HOURS, "whole-number");
        }
        throw ConfigurationMistake.of(Setting.MATURATION_HOURS, "hours", Long.toString(MAX_HOURS));
    }

    private static List<String> models(String text) throws ConfigurationMistake {
        List<String> models = Arrays.stream(text.strip().split("[ ,]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (!models.stream().allMatch(model -> model.matches("[a-z0-9][a-z0-9-]{0,63}"))) {
            throw ConfigurationMistake.of(Setting.PREFERRED_MODELS, "models");
        }
        return models;
    }

    /** As in the log. */
    @Override
    public String toString() {
        return "enrolment=" + enrolment.name().toLowerCase(Locale.ROOT) + " access="
                + access.name().toLowerCase(Locale.ROOT) + " canaries=" + (canaries ? "on" : "off")
                + " maturation=" + maturation + " preferred-models=" + String.join(",", preferredModels);
    }
}
