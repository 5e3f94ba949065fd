/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.crypto.SamplingSeed;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Seeds of the noise by which language models draw words (trust.md §1.5): the same for every attempt of a job, known to nobody before a worker
 * has it. A member who gives a variation number gets the same seed for it each time, and no other member does. Immutable and thread-safe.
 */
public final class Seeds {

    private final String secret;

    /** @param secret known to this network alone; another one gives other seeds */
    public Seeds(String secret) {
        this.secret = secret;
    }

    long of(String job, String member, TaskInput.Chat chat) {
        Integer variation =
                Optional.ofNullable(chat.options()).map(ChatOptions::variation).orElse(null);
        String name = variation == null ? job : member + "\n" + variation;
        byte[] nonce = HexFormat.of().parseHex(Sha256.hex(secret + "\n" + name));
        return SamplingSeed.of(name, nonce).value();
    }
}
