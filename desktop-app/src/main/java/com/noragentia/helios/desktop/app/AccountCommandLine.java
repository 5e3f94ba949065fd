/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.AccountClient;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What the commands about the account share: the client, the words, one way to print. For one command. */
final class AccountCommandLine {

    private final HeliosMain main;
    private final BooleanSupplier json;

    /** @param json whether the line asks for JSON; known once it was read */
    AccountCommandLine(HeliosMain main, BooleanSupplier json) {
        this.main = main;
        this.json = json;
    }

    /** Something to do with the account. */
    interface Act {
        void with(AccountClient account) throws IOException;
    }

    int run(Act act) throws IOException {
        try (AccountClient account = new AccountAccess(around()).open()) {
            act.with(account);
        }
        return ExitCode.OK.number();
    }

    Surroundings around() {
        return main.surroundings();
    }

    Answers answers() {
        return main.answers();
    }

    String words(String key, Object... values) {
        return around().phrases().say(key, values);
    }

    /** Prints a sentence; names in it come from elsewhere. */
    void say(String key, Object... values) {
        print(words(key, values));
    }

    void print(String line) {
        around().terminal().out().println(Terminal.harmless(line));
    }

    boolean isJson() {
        return json.getAsBoolean();
    }

    void json(Object answer) {
        around().terminal().out().println(JsonCodec.encodeToString(answer));
    }

    String day(Instant moment) {
        return dates().day(moment);
    }

    String minute(Instant moment) {
        return dates().minute(moment);
    }

    private PlainDates dates() {
        return new PlainDates(around().language(), around().clock().getZone());
    }

    /**
     * Asks whether something that cannot be taken back is meant.
     *
     * @param key of the question; the word that means yes is the phrase {@code account.yes}
     */
    boolean isMeant(boolean saidAlready, String key, Object... values) {
        if (saidAlready) {
            return true;
        }
        String answer = answers().require(Terminal.harmless(words(key, values)), false);
        boolean meant = answer.strip().equalsIgnoreCase(words("account.yes"));
        if (!meant && isJson()) {
            json(Map.of("done", false));
        } else if (!meant) {
            say("account.left-alone");
        }
        return meant;
    }

    /** Says that it is done; to a script, so that it knows it from what was left alone. */
    void conclude(String key, Object... values) {
        if (isJson()) {
            json(Map.of("done", true));
        } else {
            say(key, values);
        }
    }
}
