/** What use cases share: keys, deadlines, secrets' store. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector;
