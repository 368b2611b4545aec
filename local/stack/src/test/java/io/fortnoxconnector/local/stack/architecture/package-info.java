/** What the layout promises: which way the arrows point, and what each layer must not know. */
@NullMarked
package io.fortnoxconnector.local.stack.architecture;

import org.jspecify.annotations.NullMarked;
