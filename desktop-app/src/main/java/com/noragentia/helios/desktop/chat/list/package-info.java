/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The list of chats beside the messages: groups, search, and what can be done with a chat. */
@NullMarked
package com.noragentia.helios.desktop.chat.list;

import org.jspecify.annotations.NullMarked;
