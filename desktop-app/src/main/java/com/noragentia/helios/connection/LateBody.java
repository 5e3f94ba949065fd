/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

/** The body of a request that can be written only when it is known which connection the request goes out on. */
@FunctionalInterface
public interface LateBody {

    /** A record to send as JSON. Called again should the request go out on another connection after all. */
    Object on(Channel channel);
}
