package io.fortnoxconnector.local.stack;

/** What a started stack says about itself. */
final class Welcome {

  private Welcome() {}

  static void print(Stack stack) {
    System.out.println(text(stack));
    if (Boolean.getBoolean("local.timings")) {
      stack
          .timings()
          .forEach((part, time) -> System.out.println(part + " " + time.toMillis() + " ms"));
    }
  }

  private static String text(Stack stack) {
    String fortnox =
        stack
            .fortnox()
            .map(server -> server.apiUrl() + ", sign-in at " + server.authUrl())
            .orElse("as the template says");
    return """
        API              %s
        Fortnox          %s
        SQS              %s
        DynamoDB         %s
        Admin key        %s

        curl %s/health
        """
        .formatted(
            stack.baseUrl(),
            fortnox,
            stack.sqsEndpoint(),
            stack.dynamoDbEndpoint(),
            stack.adminKey(),
            stack.baseUrl());
  }
}
