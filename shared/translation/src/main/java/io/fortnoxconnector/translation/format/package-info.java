/**
 * What a single value has to look like: check digits, codes, addresses, characters and times.
 *
 * <p>A {@code flaw} is the end of a sentence that begins with the field and its value, such as
 * "fails its check digit; 556036-0793 would pass"; empty means that there's none.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.translation.format;
