/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Step 24: seals the rows that were written before there were seals. SQL has no hash to do it with. */
final class SealRows implements JavaMigration {

    /** Those of step 23, and no later ones. */
    private static final List<SealedTable> TABLES = List.of(
            SealedTable.LEDGER_MEMBER,
            SealedTable.LEDGER_DEVICE,
            SealedTable.LEDGER_CHECK,
            SealedTable.LEDGER_GONE_DEVICE,
            SealedTable.LEDGER_CORRECTION,
            SealedTable.LOG_CHECKPOINT,
            SealedTable.RECEIPT_DUE,
            SealedTable.RECEIPT_SIGNED);

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("24");
    }

    @Override
    public String getDescription() {
        return "seal rows";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        for (SealedTable table : TABLES) {
            table.sealAll(context.getConnection());
        }
    }
}
