/** Fortnox's registers, described by tables and served by one engine. */
@NullMarked
package io.fortnoxconnector.sandbox.register;

import org.jspecify.annotations.NullMarked;
