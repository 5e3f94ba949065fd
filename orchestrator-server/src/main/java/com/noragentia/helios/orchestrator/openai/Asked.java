/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

/**
 * A question that the network has taken.
 *
 * @param created seconds since 1970
 * @param model as the request names it
 * @param turnsLeftOut turns before it that it has too many of
 */
record Asked(String member, String job, long created, ModelName model, int turnsLeftOut) {

    /** As OpenAI calls answers. */
    String id() {
        return "chatcmpl-" + job;
    }
}
