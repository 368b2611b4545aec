/** Consent, codes and tokens as Fortnox's OAuth 2 server hands them out. */
@NullMarked
package io.fortnoxconnector.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
