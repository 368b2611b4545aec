/** The oauth-callback function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.oauthcallback;
