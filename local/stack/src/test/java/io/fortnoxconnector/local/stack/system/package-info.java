/** The promises of the whole system, held over HTTP against the local stack and the sandbox. */
@NullMarked
package io.fortnoxconnector.local.stack.system;

import org.jspecify.annotations.NullMarked;
