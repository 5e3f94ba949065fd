/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.AccountClient;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /** Something that is asked for before it is done. */
    interface GraveAct {

        /** @return whether it was meant, and so was done */
        boolean with(AccountClient account) throws IOException;
    }

    int run(Act act) throws IOException {
        return runIfMeant(account -> {
            act.with(account);
            return true;
        });
    }

    /** @return {@link ExitCode#CANCELLED} if it was not meant, so that no script takes it for done */
    int runIfMeant(GraveAct act) throws IOException {
        try (AccountClient account = new AccountAccess(around()).open()) {
            return ended(act.with(account));
        }
    }

    static int ended(boolean meant) {
        return (meant ? ExitCode.OK : ExitCode.CANCELLED).number();
    }

    /**
     * Makes this computer forget its account. The key goes too: a key that was revoked is never taken again, and one of a deleted account has
     * no use.
     */
    void forget() throws IOException {
        Membership.forget(around().folder());
        Files.deleteIfExists(around().folder().file("token.json"));
        DeviceIdentity.forget(around().folder());
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
     * @param key of the question; the words that mean yes are the phrase {@code account.yes}
     */
    boolean isMeant(boolean saidAlready, String key, Object... values) {
        if (saidAlready) {
            return true;
        }
        String answer = answers().require(Terminal.harmless(words(key, values)), false);
        boolean meant = List.of(words("account.yes").split(" ", -1)).contains(plain(answer));
        if (!meant && isJson()) {
            json(Map.of("done", false));
        } else if (!meant) {
            say("account.left-alone");
        }
        return meant;
    }

    /** Without accents, capitals and full stops, which not every keyboard and not everybody has at hand. */
    private static String plain(String answer) {
        return Normalizer.normalize(answer, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
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
