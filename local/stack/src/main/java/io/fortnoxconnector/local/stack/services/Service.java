package io.fortnoxconnector.local.stack.services;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An AWS service with JSON operations. */
interface Service {

  /**
   * Carries out one operation.
   *
   * @throws ServiceFault where the service answers with an error
   */
  ObjectNode call(String operation, Request request);
}
