/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.member.AccountPart;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The jobs in the export of an account; when it is deleted, those that have ended are nobody's any more. */
final class JobsOfAccount implements AccountPart {

    private final JobHistoryTable history = new JobHistoryTable();

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

    @Override
    public void delete(Transaction tx, String member) {
        history.forgetOwner(tx, member);
    }
}
