package io.fortnoxconnector.local.openapi;

import java.util.Optional;

/** Describes the routes that it knows. */
interface Chapter {
  Optional<ApiOperation> operation(ApiRoute route);
}
