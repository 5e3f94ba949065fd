/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.member.AccountPart;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The jobs in the export of an account; when it is deleted, those that are open are cancelled, and then all are nobody's any more. */
final class JobsOfAccount implements AccountPart {

    private final Supplier<TaskDesk> tasks;
    private final Endings endings;
    private final JobHistoryTable history = new JobHistoryTable();

    JobsOfAccount(Supplier<TaskDesk> tasks, Endings endings) {
        this.tasks = tasks;
        this.endings = endings;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public List<Map<String, String>> export(Transaction tx, String member) {
        return history.list(tx, member).stream().map(JobsOfAccount::written).toList();
    }

    private static Map<String, String> written(JobHistoryTable.Line line) {
        return Map.of(
                "job", line.job(),
                "expert", line.expert().name().toLowerCase(Locale.ROOT),
                "state", line.state().toLowerCase(Locale.ROOT),
                "acceptedAt", line.acceptedAt().toString(),
                "endedAt", line.endedAt().map(Instant::toString).orElse(""));
    }

    /** Nobody waits for these answers, and nobody is there to pay for them. */
    @Override
    public void delete(Transaction tx, String member) {
        for (String job : history.open(tx, member)) {
            tasks.get().cancel(tx, job);
            endings.end(tx, job, JobState.CANCELLED, new JobEvent.Cancelled());
        }
        history.forgetOwner(tx, member);
    }
}
