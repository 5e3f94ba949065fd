/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.protocol.api.Problem;

/** What comes out of one connection to a job's stream of events. */
sealed interface FeedSignal {

    /** The orchestrator answered. */
    record Opened() implements FeedSignal {}

    /** An event, still JSON. */
    record Event(long sequence, String json) implements FeedSignal {}

    /** The connection is over, whoever ended it. */
    record Cut() implements FeedSignal {}

    /** The orchestrator would not stream. */
    record Refused(Problem problem) implements FeedSignal {}
}
