/** The API's description: OpenAPI, made from the field tables and the template's routes. */
@NullMarked
package io.fortnoxconnector.local.openapi;

import org.jspecify.annotations.NullMarked;
