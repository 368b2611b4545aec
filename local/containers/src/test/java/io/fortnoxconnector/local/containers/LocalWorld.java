package io.fortnoxconnector.local.containers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import io.fortnoxconnector.local.stack.demo.DemoApp;
import io.fortnoxconnector.sandbox.Sandbox;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The local stack's tables, queues, keys and secrets, and the sandbox, where containers reach them;
 * with a registered vendor and a connected company. Functions run by SAM CLI have a writes queue of
 * their own, since the stack's own writer would be first at the other one.
 */
final class LocalWorld {

  static final String CALLBACK = "https://app.example.com/fortnox/done";

  /** The ids that the events ask for. */
  static final String CUSTOMER = "42";

  static final String SUPPLIER = "7";
  static final String ITEM = "H-1";

  private final Closing parts;
  private final Stack stack;
  private final Api anybody;
  private final RegisteredVendor vendor;
  private final ConnectedCompany company;
  private final SqsClient sqs;
  private final String writesQueue;
  private final Map<String, String> variables;

  /** All that is started for it is added to the parts. */
  LocalWorld(Closing parts) {
    this.parts = parts;
    stack = parts.add(Stack.start(StackOptions.defaults().sandbox().log(nowhere())), Stack::close);
    anybody = parts.add(new Api(stack.baseUrl()), Api::close);
    sqs = parts.add(SqsClient.create(), SqsClient::close);
    vendor =
        RegisteredVendor.register(
            stack,
            anybody,
            "Example Software AB",
            new FortnoxApp("example-client", "example-secret", "service"),
            URI.create(CALLBACK));
    company = vendor.connect(DemoApp.COMPANY);
    seed("customers", "CustomerNumber", CUSTOMER, "Name", "Åkeri Öst AB");
    seed("suppliers", "SupplierNumber", SUPPLIER, "Name", "Papper & Penna AB");
    seed("articles", "ArticleNumber", ITEM, "Description", "Hammare");
    seed("supplierinvoices", "GivenNumber", "1", "SupplierNumber", SUPPLIER);
    writesQueue =
        sqs.createQueue(
                request ->
                    request
                        .queueName("sam-local-writes.fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    variables = variables(DockerHost.find());
  }

  static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  Sandbox fortnox() {
    return stack.sandbox();
  }

  String adminKey() {
    return stack.adminKey();
  }

  String apiKey() {
    return vendor.apiKey();
  }

  String accountKey() {
    return company.accountKey();
  }

  String connectionId() {
    return company.connection();
  }

  /** The API of the local stack as the company's program calls it. */
  Api company() {
    return company.api();
  }

  /** The same keys at another address. */
  Api company(URI baseUrl) {
    return parts
        .add(new Api(baseUrl), Api::close)
        .with("X-API-KEY", apiKey())
        .with("X-ACCOUNT-KEY", accountKey());
  }

  /** The task that a function in a container has put on its writes queue. */
  String queuedTask() {
    return sqs.receiveMessage(request -> request.queueUrl(writesQueue).waitTimeSeconds(5))
        .messages()
        .getFirst()
        .body();
  }

  /** A file for SAM CLI's {@code --env-vars}. */
  Path variables() {
    return Sam.variables(variables);
  }

  /** The same, with more options for the functions' JVM. */
  Path variables(String jvmOptions) {
    Map<String, String> more = new TreeMap<>(variables);
    more.merge("JAVA_TOOL_OPTIONS", jvmOptions, (options, others) -> options + " " + others);
    return Sam.variables(more);
  }

  /** A service of this machine as containers call it. */
  URI reachable(URI service) {
    return relayed(service, DockerHost.find());
  }

  /**
   * What the stack gives the functions, with the services where containers reach them. The SDK's
   * endpoints come as system properties, since SAM CLI sets no variable that the template doesn't
   * name.
   */
  private Map<String, String> variables(DockerHost host) {
    Map<String, String> all = new TreeMap<>(stack.environment());
    URI fortnox = relayed(fortnox().apiUrl(), host);
    all.put("FORTNOX_API_URL", fortnox.toString());
    all.put("FORTNOX_AUTH_URL", fortnox + "/oauth-v1");
    all.put("WRITES_QUEUE_URL", writesQueue);
    String endpoints =
        System.getProperties().stringPropertyNames().stream()
            .filter(property -> property.startsWith("aws.endpointUrl"))
            .map(
                property ->
                    "-D%s=%s"
                        .formatted(
                            property, relayed(URI.create(System.getProperty(property)), host)))
            .collect(Collectors.joining(" "));
    all.merge("JAVA_TOOL_OPTIONS", endpoints, (options, more) -> options + " " + more);
    return all;
  }

  private URI relayed(URI service, DockerHost host) {
    return parts.add(Relay.to(service, host), Relay::close).fromContainers();
  }

  private void seed(String register, String key, String number, String field, String name) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put(key, number).put(field, name).put("Active", true);
    fortnox().company(DemoApp.COMPANY).seed(register, record);
  }
}
