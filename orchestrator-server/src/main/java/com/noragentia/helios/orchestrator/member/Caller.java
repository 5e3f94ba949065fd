/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.protocol.api.Scope;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who makes a request: the member, through one of the member's devices or on its behalf.
 *
 * @param scopes what the request's token is good for
 */
public record Caller(String member, String device, Set<Scope> scopes) {

    /** One that may do everything: the device itself. */
    public Caller(String member, String device) {
        this(member, device, EnumSet.allOf(Scope.class));
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
