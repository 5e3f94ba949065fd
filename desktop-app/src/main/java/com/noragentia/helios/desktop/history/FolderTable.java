/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code folder}. Thread-safe. */
public final class FolderTable {

    /** More than anybody finds a way through. */
    public static final int MOST = 200;

    private final Jdbi jdbi;

    FolderTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What became of a wish for a name. */
    public sealed interface Naming {

        record Named(ChatFolder folder) implements Naming {}

        /** Another has it; upper and lower case are the same. */
        record Taken() implements Naming {}

        /** It has no visible character. */
        record Empty() implements Naming {}

        /** There are {@value #MOST} already. */
        record TooMany() implements Naming {}
    }

    /** By name. */
    public List<ChatFolder> list() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, name FROM folder ORDER BY name COLLATE NOCASE")
                .map((row, context) -> new ChatFolder(row.getLong("id"), row.getString("name")))
                .list());
    }

    public Naming make(String name) {
        String typed = ChatTitle.typed(name);
        return jdbi.inTransaction(handle -> {
            Optional<Naming> refused = refused(handle, typed, 0);
            if (refused.isPresent()) {
                return refused.get();
            }
            if (count(handle) >= MOST) {
                return new Naming.TooMany();
            }
            long id = handle.createUpdate("INSERT INTO folder (name) VALUES (:name)")
                    .bind("name", typed)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return new Naming.Named(new ChatFolder(id, typed));
        });
    }

    private static int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM folder")
                .mapTo(Integer.class)
                .one();
    }

    public Naming rename(long folder, String name) {
        String typed = ChatTitle.typed(name);
        return jdbi.inTransaction(handle -> refused(handle, typed, folder).orElseGet(() -> {
            handle.createUpdate("UPDATE folder SET name = :name WHERE id = :folder")
                    .bind("folder", folder)
                    .bind("name", typed)
                    .execute();
            return new Naming.Named(new ChatFolder(folder, typed));
        }));
    }

    private static Optional<Naming> refused(Handle handle, String name, long except) {
        if (name.isEmpty()) {
            return Optional.of(new Naming.Empty());
        }
        boolean isTaken = handle.createQuery("SELECT count(*) FROM folder WHERE name = :name AND id <> :except")
                        .bind("name", name)
                        .bind("except", except)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        return isTaken ? Optional.of(new Naming.Taken()) : Optional.empty();
    }

    /** The chats in it stay, in no folder. */
    public void remove(long folder) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM folder WHERE id = :folder")
                .bind("folder", folder)
                .execute());
    }
}
