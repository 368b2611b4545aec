/** The webhooks function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.webhooks;
