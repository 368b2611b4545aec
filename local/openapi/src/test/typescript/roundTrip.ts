// Creates a customer, reads it, changes it and lists it, with types made from the document: api.d.ts.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.d.ts";

type Customer = components["schemas"]["Customer"];

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} isn't set`);
  }
  return value;
}

function done<T>(answer: { data?: { data: T }; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${JSON.stringify(answer.error)}`);
  }
  return answer.data.data;
}

const client = createClient<paths>({
  baseUrl: environment("BASE"),
  headers: { "X-API-KEY": environment("API_KEY"), "X-ACCOUNT-KEY": environment("ACCOUNT_KEY") },
});

const made = await client.POST("/accounting/customers", {
  params: { header: { Prefer: "wait=25" } },
  body: { companyName: "Åkeri Öst AB", contactType: "COMPANY", emailAddresses: [{ type: "BUSINESS", email: "info@example.com" }] },
});
if (made.data === undefined || !("id" in made.data.data)) {
  throw new Error(`not created: ${made.response.status} ${JSON.stringify(made.error)}`);
}
const id = made.data.data.id;
const one = { params: { path: { contactId: id } } };
const read: Customer = done(await client.GET("/accounting/customers/{contactId}", one));
await client.PATCH("/accounting/customers/{contactId}", { ...one, body: { website: null, yourReference: "Anna Ek" } });
const list = done(await client.GET("/accounting/customers", { params: { query: { name: "åkeri", limit: 10 } } }));
const refused = await client.POST("/accounting/customers", { body: { companyName: "" } });

console.log(JSON.stringify({
  companyName: read.companyName,
  email: read.emailAddresses?.[0]?.email,
  listed: list.map((customer) => customer.id).includes(id),
  refused: refused.error?.errors[0]?.code,
}));
