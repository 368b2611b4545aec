/** What comes in and goes out over HTTP, with Fortnox's way of writing JSON. */
@NullMarked
package io.fortnoxconnector.sandbox.http;

import org.jspecify.annotations.NullMarked;
