/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.orchestrator.edge.AddressRange;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.ledger.Access;
import com.noragentia.helios.orchestrator.member.Members;
import com.noragentia.helios.orchestrator.ops.Configuration;
import com.noragentia.helios.orchestrator.ops.NetworkRules;
import com.noragentia.helios.orchestrator.ops.Orchestrator;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** An orchestrator in this process, on port 0, with its data in a folder of the test. */
public final class Network implements AutoCloseable {

    private static final Duration MATURATION = Duration.ofHours(6);

    private final Path data;
    private final Clock clock;
    private final String trustedProxy;
    private final NetworkRules rules;
    private Orchestrator orchestrator;

    public Network(Path data, Clock clock) {
        this(data, clock, "", NetworkRules.LAX);
    }

    private Network(Path data, Clock clock, String trustedProxy, NetworkRules rules) {
        this.data = data;
        this.clock = clock;
        this.trustedProxy = trustedProxy;
        this.rules = rules;
        this.orchestrator = start();
    }

    /** One that believes this computer where it says from where a request was forwarded. */
    public static Network behindProxy(Path data, Clock clock) {
        return new Network(data, clock, "127.0.0.1/32", NetworkRules.LAX);
    }

    /** One that checks its workers, which others do not, lest tests hear tasks that nobody asked for. */
    public static Network withCanaries(Path data, Clock clock) {
        return of(data, clock, new NetworkRules(EnrolmentPolicy.INVITED, Access.EVERYONE, true, MATURATION));
    }

    /** One in which only who contributes may ask the computers of others. */
    public static Network ofContributors(Path data, Clock clock) {
        return of(data, clock, new NetworkRules(EnrolmentPolicy.INVITED, Access.CONTRIBUTORS, false, MATURATION));
    }

    public static Network of(Path data, Clock clock, NetworkRules rules) {
        return new Network(data, clock, "", rules);
    }

    private Orchestrator start() {
        List<AddressRange> proxies = AddressRange.parse(trustedProxy).stream().toList();
        try {
            return Orchestrator.start(
                    new Configuration(
                            data, "127.0.0.1", 0, "INFO", Optional.empty(), proxies, true, Optional.empty(), rules),
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return orchestrator.address().toString();
    }

    public Path data() {
        return data;
    }

    public void stop() {
        orchestrator.close();
    }

    /** Stops, and starts anew on the same data, at another port. */
    public void restart() {
        orchestrator.close();
        orchestrator = start();
    }

    /** The code that the first member finds in the data folder. */
    public String firstCode() {
        Path file = data.resolve("first-enrolment-code");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(file));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first member, enrolled and with a token. */
    public Member firstMember() {
        return new Member(this::address, newKey(), "first computer").enrol(firstCode());
    }

    /** Another member, enrolled and with a token. */
    public Member anotherMember(String name) {
        return new Member(this::address, newKey(), name)
                .enrol(codes(data, clock, 1).getFirst());
    }

    /** Codes for new members, made beside the orchestrator that runs on this folder, as its command does. */
    public static List<String> codes(Path data, Clock clock, int count) {
        try (Store store = SqliteStore.open(data.resolve("helios.db"))) {
            Members members = new Members(store, new Secrets(new SecureRandom()), clock);
            return Stream.generate(() -> members.inviteNewMember().code())
                    .limit(count)
                    .toList();
        }
    }

    /** Another device of the same member, enrolled and with a token. */
    public Member anotherDevice(Member member, String name) {
        EnrolmentCode code = member.post("/api/v1/me/enrolment-codes", Map.of()).as(EnrolmentCode.class);
        return new Member(this::address, newKey(), name).enrol(code.code());
    }

    public static SigningKey newKey() {
        return SigningKey.generate(new SecureRandom());
    }

    @Override
    public void close() {
        orchestrator.close();
    }
}
