/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mode of 0600 is where the file system has lists of who may do what (Windows): the owner everything, nobody else anything. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Closes a file that is still empty to others; where there are no such lists nothing changes. */
    static void close(Path file) throws IOException {
        close(Files.getFileAttributeView(file, AclFileAttributeView.class));
    }

    /** @param view null where there are no such lists */
    static void close(@Nullable AclFileAttributeView view) throws IOException {
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
