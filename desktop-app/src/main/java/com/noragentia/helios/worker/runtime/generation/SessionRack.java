/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphOpener;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sessions of one graph, by their number of threads, which is fixed for the life of a session. Where the weights are mapped from a
 * prepacked file a second session costs little and two are kept; otherwise one goes before the other comes, so that the weights are
 * never in memory twice. For one thread.
 */
final class SessionRack implements AutoCloseable {

    private static final int KEPT_IF_MAPPED = 2;

    private final GraphOpener opener;
    private final Map<Integer, OrtSession> sessions = new LinkedHashMap<>(4, 0.75f, true);
    private int threads;

    /** Opens the first session. */
    SessionRack(GraphOpener opener, int threads) throws ModelFailure {
        this.opener = opener;
        this.threads = threads;
        sessions.put(threads, opener.open(threads));
    }

    OrtSession session() {
        OrtSession session = sessions.get(threads);
        if (session == null) {
            throw new IllegalStateException("no session");
        }
        return session;
    }

    int threads() {
        return threads;
    }

    /** Whether another number of threads is there at once, or nearly. */
    boolean changesFast(int toThreads) {
        return toThreads == threads || opener.isMapped();
    }

    /** Runs on with so many threads. */
    void change(int toThreads) throws ModelFailure {
        if (!sessions.containsKey(toThreads)) {
            int kept = opener.isMapped() ? KEPT_IF_MAPPED - 1 : 0;
            Iterator<OrtSession> longestUnused = sessions.values().iterator();
            for (int tooMany = sessions.size() - kept; tooMany > 0; tooMany--) {
                close(longestUnused.next());
                longestUnused.remove();
            }
            sessions.put(toThreads, opener.open(toThreads));
        }
        threads = toThreads;
    }

    @Override
    public void close() {
        sessions.values().forEach(SessionRack::close);
        sessions.clear();
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session does not close", e);
        }
    }
}
