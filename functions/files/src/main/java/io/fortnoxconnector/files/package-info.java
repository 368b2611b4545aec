/** The files function: the inbox, the archive, and what belongs to what. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.files;
