package io.fortnoxconnector.local.stack.template;

/** An SQS event source of a function. */
public record QueueSource(
    String queueArn,
    String queueName,
    int batchSize,
    int maximumConcurrency,
    boolean reportsItemFailures) {}
