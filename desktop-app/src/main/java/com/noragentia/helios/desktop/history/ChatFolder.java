/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

/** A folder that the member made for chats; its name is no other folder's. */
public record ChatFolder(long id, String name) {}
