/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The attacker: reads the keys of the devices it may use, one a line up to an empty one, attacks, and ends with its standard input. */
final class AttackMain {

    private AttackMain() {}

    public static void main(String[] arguments) throws Exception {
        URI target = URI.create(arguments[1]);
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                Attack attack = attack(arguments[0], target, keys(input))) {
            attack.begin();
            System.out.println("at full strength: " + attack.figures());
            input.readLine();
            System.out.println("in the end: " + attack.figures());
        }
        System.exit(0);
    }

    private static List<SigningKey> keys(BufferedReader input) throws Exception {
        List<SigningKey> keys = new ArrayList<>();
        for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
            keys.add(SigningKey.decode(line));
        }
        return keys;
    }

    private static Attack attack(String name, URI target, List<SigningKey> keys) {
        return switch (name) {
            case "slow-loris" -> new SlowLoris(target, 10_000);
            case "oversized-frames" -> new OversizedFrames(target);
            case "message-flood" -> new MessageFlood(target.toString(), keys);
            case "reconnect-storm" -> new ReconnectStorm(target.toString(), keys);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
