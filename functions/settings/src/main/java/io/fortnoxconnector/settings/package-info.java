/** The settings function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.settings;
