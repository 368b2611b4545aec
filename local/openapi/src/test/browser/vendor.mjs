// A vendor's program over the API, with an address on this machine that its users' browsers come back to.
import { createServer } from 'node:http';

const { BASE, ADMIN_KEY, FORTNOX } = process.env;
const SCOPES = [
  'archive', 'article', 'bookkeeping', 'companyinformation', 'connectfile', 'costcenter', 'currency', 'customer', 'inbox', 'invoice',
  'offer', 'order', 'payment', 'price', 'project', 'settings', 'supplier', 'supplierinvoice',
];
let count = 0;

async function send(base, method, path, body, headers = {}) {
  const response = await fetch(base + path, {
    method, headers: { 'Content-Type': 'application/json', ...headers }, body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  }
  return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text;
}

/** What a test sets at Fortnox, as somebody there would. */
export const atFortnox = (method, path, body) => send(FORTNOX, method, `/control/${path}`, body);

/** A new company at Fortnox; its number and name. */
export async function newCompany() {
  const number = String(700_000 + ++count);
  const name = `Åkeri ${count} Öst AB`;
  await atFortnox('POST', 'companies', { number, name, organisationNumber: '556036-0793' });
  return { number, name };
}

/** A registered vendor; `isReady` for one that has handed over its integration and a callback URL. */
export async function newVendor({ isReady = true } = {}) {
  const clientId = `pages-${++count}`;
  const clientSecret = `secret-of-${clientId}`;
  const { data: { apiKey } } = await send(BASE, 'POST', '/tenants', { name: `Vendor ${count}` }, { 'X-ADMIN-KEY': ADMIN_KEY });
  const call = (method, path, body, headers) => send(BASE, method, path, body, { 'X-API-KEY': apiKey, ...headers });
  const accountKeys = new Map();
  const pages = createServer(async (request, response) => {
    if (request.url === '/hook') {
      request.resume();
      response.writeHead(204).end();
      return;
    }
    const query = new URL(request.url, 'http://127.0.0.1').searchParams;
    let said = `Not connected: ${query.get('error')}`;
    if (query.has('code')) {
      const { data } = await call('POST', '/auth/token', { code: query.get('code') });
      accountKeys.set(data.companyId, data.accountKey);
      said = `Connected: ${data.companyName}`;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Vendor</title><h1>${said}</h1></html>`);
  });
  await new Promise(listening => pages.listen(0, '127.0.0.1', listening));
  const callback = `http://127.0.0.1:${pages.address().port}/connected`;
  if (isReady) {
    await atFortnox('POST', 'apps', {
      clientId, clientSecret, redirectUris: [`${BASE}/auth/callback/fortnox`], scopes: SCOPES, allowsServiceAccount: true,
    });
    await call('POST', '/tenants/register-system', { targetSystem: 'fortnox', clientId, clientSecret });
    await call('POST', '/tenants/add-callback-urls', { callbackUrls: [callback] });
  }
  return {
    apiKey, callback, accountKeys, clientId,
    link: async () => (await call('GET', `/auth/fortnox?state=user-17&callbackUrl=${encodeURIComponent(callback)}`)).trim(),
    hook: callback.replace('/connected', '/hook'),
    call,
    /** A write that nobody waits for. */
    write: (company, method, path, body) =>
      call(method, path, body, { 'X-ACCOUNT-KEY': accountKeys.get(company.number), Prefer: 'respond-async' }),
    close: () => new Promise(closed => {
      pages.close(closed);
      pages.closeAllConnections();
    }),
  };
}
