import client.ApiClient;
import client.ApiException;
import client.api.CustomersApi;
import client.model.Customer;
import client.model.CustomerCreate;
import client.model.CustomerPatch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Creates a customer, reads it, changes it and lists it, with the generated client. */
final class RoundTrip {

  private RoundTrip() {}

  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("BASE"));
    client.setRequestInterceptor(
        request ->
            request
                .header("X-API-KEY", System.getenv("API_KEY"))
                .header("X-ACCOUNT-KEY", System.getenv("ACCOUNT_KEY")));
    CustomersApi customers = new CustomersApi(client);

    CustomerCreate wanted =
        client
            .getObjectMapper()
            .readValue(
                """
                {"companyName":"Åkeri Öst AB","contactType":"COMPANY",
                 "emailAddresses":[{"type":"BUSINESS","email":"info@example.com"}]}
                """,
                CustomerCreate.class);
    String id = customers.createCustomer(wanted, "java-1", "wait=25").getData().getId();
    Customer read = customers.getCustomer(id, null, null, null, null).getData();
    customers.patchCustomer(id, new CustomerPatch().yourReference("Anna Ek"), null, null);
    List<Customer> list = new CustomerList(customers).named("åkeri");

    ObjectNode told = new ObjectMapper().createObjectNode();
    told.put("companyName", read.getCompanyName());
    told.put("email", read.getEmailAddresses().getFirst().getEmail());
    told.put("listed", list.stream().map(Customer::getId).anyMatch(id::equals));
    told.put("refused", refusal(customers));
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(told);
  }

  private static String refusal(CustomersApi customers) throws Exception {
    try {
      customers.createCustomer(new CustomerCreate().companyName(""), null, null);
      return "none";
    } catch (ApiException refused) {
      JsonNode body = new ObjectMapper().readTree(refused.getResponseBody());
      return body.at("/errors/0/code").asText();
    }
  }

  /** A list has many parameters, of which most are left out. */
  private record CustomerList(CustomersApi customers) {
    List<Customer> named(String name) throws ApiException {
      return customers
          .listCustomers(
              null, name, null, null, null, null, null, null, null, null, null, null, null, 1, 10,
              null, null, null, null, null)
          .getData();
    }
  }
}
