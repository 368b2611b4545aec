package io.fortnoxconnector.local.stack.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function: its handler ({@code package.Class::method}), all its environment variables and
 * what invokes it.
 *
 * @param logicalId the resource's key in the template
 * @param name the function's name, as in its ARN
 * @param code the zip that CodeUri names; it needn't exist unless the function runs as a process
 */
public record FunctionSpec(
    String logicalId,
    String name,
    String arn,
    Path code,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memoryMegabytes,
    List<Route> routes,
    List<QueueSource> queues,
    List<Schedule> schedules) {}
