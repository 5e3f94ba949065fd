/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of who may open a file, kept in memory: the file systems at hand have none. */
final class OwnerOnlyTest {

    @TempDir
    private Path folder;

    private static final class Listed implements AclFileAttributeView {

        private final UserPrincipal owner;
        private final List<AclEntry> entries = new ArrayList<>();

        Listed(UserPrincipal owner, UserPrincipal guest) {
            this.owner = owner;
            entries.add(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(guest)
                    .setPermissions(AclEntryPermission.READ_DATA)
                    .build());
        }

        @Override
        public String name() {
            return "acl";
        }

        @Override
        public List<AclEntry> getAcl() {
            return entries;
        }

        @Override
        public void setAcl(List<AclEntry> acl) {
            entries.clear();
            entries.addAll(acl);
        }

        @Override
        public UserPrincipal getOwner() {
            return owner;
        }

        @Override
        public void setOwner(UserPrincipal other) {
            throw new UnsupportedOperationException("nobody gives a file away here");
        }
    }

    private record Named(String text) implements UserPrincipal {

        @Override
        public String getName() {
            return text;
        }
    }

    @Test
    void the_owner_may_do_everything_and_nobody_else_anything() throws IOException {
        Listed file = new Listed(new Named("ana"), new Named("guest"));

        OwnerOnly.close(file);

        assertThat(file.getAcl()).singleElement().satisfies(entry -> {
            assertThat(entry.principal()).isEqualTo(new Named("ana"));
            assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
            assertThat(entry.permissions()).containsExactlyInAnyOrder(AclEntryPermission.values());
            assertThat(entry.flags()).isEmpty();
        });
    }

    @Test
    void where_there_are_no_such_lists_nothing_changes() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");

        assertThatCode(() -> OwnerOnly.close(file)).doesNotThrowAnyException();
        assertThat(file).hasContent("content");
    }
}
