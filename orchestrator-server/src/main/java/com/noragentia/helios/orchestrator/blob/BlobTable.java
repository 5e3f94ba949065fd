/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.task.FileType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may use which blob, and which jobs hold them. */
final class BlobTable {

    void put(Transaction tx, StoredBlob blob, Instant now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO blob (sha256, member, type, bytes, units, pictured, uploaded_at)
                        VALUES (:sha256, :member, :type, :bytes, :units, :pictured, :now)
                        ON CONFLICT (sha256, member, type) DO UPDATE SET uploaded_at = excluded.uploaded_at,
                            units = excluded.units, pictured = excluded.pictured
                        """)
                .bind("sha256", blob.sha256())
                .bind("member", blob.member())
                .bind("type", blob.type().name())
                .bind("bytes", blob.bytes())
                .bind("units", blob.extent().units())
                .bind("pictured", blob.extent().pictured())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    Optional<StoredBlob> find(Transaction tx, String member, String sha256, FileType type) {
        return tx.handle()
                .createQuery(
                        "SELECT bytes, units, pictured FROM blob WHERE sha256 = :sha256 AND member = :member AND type = :type")
                .bind("sha256", sha256)
                .bind("member", member)
                .bind("type", type.name())
                .map((row, _) -> new StoredBlob(sha256, member, type, row.getLong("bytes"), extent(row)))
                .findOne();
    }

    private static FileExtent extent(ResultSet row) throws SQLException {
        return new FileExtent(row.getLong("units"), row.getLong("pictured"));
    }

    void hold(Transaction tx, String job, StoredBlob blob) {
        tx.handle()
                .createUpdate("INSERT OR IGNORE INTO blob_hold (job, sha256, member) VALUES (:job, :sha256, :member)")
                .bind("job", job)
                .bind("sha256", blob.sha256())
                .bind("member", blob.member())
                .execute();
    }

    void release(Transaction tx, String job) {
        tx.handle()
                .createUpdate("DELETE FROM blob_hold WHERE job = :job")
                .bind("job", job)
                .execute();
    }

    /** Takes away every right to a blob that was uploaded before {@code uploadedBefore} and that no job holds. */
    List<String> deleteUnheld(Transaction tx, Instant uploadedBefore) {
        return tx.handle()
                .createQuery("""
                        DELETE FROM blob
                        WHERE uploaded_at < :before AND NOT EXISTS (
                            SELECT 1 FROM blob_hold
                            WHERE blob_hold.sha256 = blob.sha256 AND blob_hold.member = blob.member)
                        RETURNING sha256
                        """)
                .bind("before", uploadedBefore.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    boolean isOwned(Transaction tx, String sha256) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT 1 FROM blob WHERE sha256 = :sha256)")
                .bind("sha256", sha256)
                .mapTo(Boolean.class)
                .one();
    }
}
