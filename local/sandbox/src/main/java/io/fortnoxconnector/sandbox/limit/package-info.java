/** How many requests Fortnox takes from one client for one company. */
@NullMarked
package io.fortnoxconnector.sandbox.limit;

import org.jspecify.annotations.NullMarked;
