package io.fortnoxconnector.local.stack.services;

/** An error answer of an AWS service: status 400 with the exception's name and a message. */
final class ServiceFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;

  /**
   * @param type the exception's name in the service's API, {@code NotFoundException}
   */
  ServiceFault(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  static ServiceFault unknownOperation(String target) {
    return new ServiceFault(
        "UnknownOperationException", "The local stack doesn't know the operation " + target);
  }

  String type() {
    return type;
  }
}
