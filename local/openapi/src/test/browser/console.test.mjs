// The console as somebody uses it who looks after a vendor's companies.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { assertAccessible, assertNoTrouble, picture, reader, start, stop } from './browser.mjs';
import { atFortnox, newCompany, newVendor } from './vendor.mjs';

const { BASE } = process.env;
const vendors = [];

before(start);
after(async () => {
  await stop();
  await Promise.all(vendors.map(vendor => vendor.close()));
});
afterEach(assertNoTrouble);

async function vendorOf(options) {
  const vendor = await newVendor(options);
  vendors.push(vendor);
  return vendor;
}

async function open(locale = 'en-GB', options) {
  const page = await (await reader(locale, options)).newPage();
  await page.goto(`${BASE}/console`);
  return page;
}

async function openWith(vendor) {
  const page = await open();
  await page.getByLabel('The API key of a vendor').fill(vendor.apiKey);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('heading', { name: 'Companies' }).waitFor();
  return page;
}

/** Consents in the page that a link has opened. */
async function consent(page, company) {
  await page.getByLabel(company.name).check();
  await page.getByRole('button', { name: /Approve|Godkänn/ }).click();
  await page.getByRole('heading', { name: `Connected: ${company.name}` }).waitFor();
}

/** A company that a vendor has connected, and the console with its writes. */
async function watched() {
  const vendor = await vendorOf();
  const company = await newCompany();
  const page = await openWith(vendor);
  await page.getByRole('button', { name: 'Make a login link' }).click();
  const [fortnox] = await Promise.all([page.waitForEvent('popup'), page.locator('#link-address').click()]);
  await consent(fortnox, company);
  await fortnox.close();
  await page.getByRole('button', { name: 'Read again' }).click();
  await page.getByLabel('The company’s account key').fill(vendor.accountKeys.get(company.number));
  await page.getByRole('button', { name: 'Show writes' }).click();
  await page.locator('#tasks-heading').waitFor();
  return { vendor, company, page };
}

const row = (page, text) => page.getByRole('row').filter({ hasText: text });

test('without script the page says that it needs it, in both languages', async () => {
  const page = await open('sv-SE', { javaScriptEnabled: false });
  assert.deepEqual(await page.locator('noscript p').allInnerTexts(), ['Konsolen behöver JavaScript.', 'The console needs JavaScript.']);
});

test('the page speaks the reader’s language', async () => {
  const page = await open('sv-SE');
  assert.equal(await page.locator('html').getAttribute('lang'), 'sv');
  await page.getByLabel('En leverantörs API-nyckel').waitFor();
  await page.getByRole('button', { name: 'Visa tabellen' }).click();
  await page.getByRole('columnheader', { name: 'ta bort' }).waitFor();
  await assertAccessible(page, 'the console in Swedish');
});

test('a key that opens nothing is told in the API’s words, and the way stays open', async () => {
  const page = await open();
  await page.getByLabel('The API key of a vendor').fill('fxk_wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('(key-invalid)').waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Companies' }).isVisible(), false);
  assert.equal(await page.getByLabel('The API key of a vendor').inputValue(), 'fxk_wrong');
  await assertAccessible(page, 'a wrong key');
});

test('a vendor without companies reads that there are none, and what is missing to connect one', async () => {
  const page = await open();
  // The lists come one after the other: what is pressed meanwhile is told as long as it's true.
  let list;
  const listed = new Promise(done => { list = done; });
  await page.route('**/webhooks?*', async route => { await listed; await route.continue(); });
  await page.getByLabel('The API key of a vendor').fill((await vendorOf({ isReady: false })).apiKey);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText('No company is connected yet.').waitFor();
  await page.getByText('The vendor has no callback URL yet').waitFor();
  await page.getByRole('button', { name: 'Make a login link' }).click();
  const why = page.getByRole('alert').getByText('(system-not-registered)');
  await why.waitFor();
  list();
  await page.locator('#companies-heading:focus').waitFor();
  assert.ok(await why.isVisible());
  await assertAccessible(page, 'no companies');
});

test('a company is connected, ends its consent at Fortnox, and is connected again, by clicks', async () => {
  const { vendor, company, page } = await watched();
  await row(page, company.name).getByText('ACTIVE', { exact: true }).waitFor();
  await page.getByText('There are no such writes.').waitFor();
  await assertAccessible(page, 'no writes');

  await atFortnox('POST', `companies/${company.number}/revoke-consent`, { clientId: vendor.clientId });
  await atFortnox('POST', `companies/${company.number}/expire-access-tokens`);
  await page.getByRole('button', { name: 'Measure (1 request)' }).click();
  await page.getByRole('alert').getByText('(reconnect-required)').waitFor();
  await page.getByRole('button', { name: 'Read again' }).click();
  await row(page, company.name).getByText('Must be reconnected').waitFor();
  await assertAccessible(page, 'a company that must be reconnected');

  await page.getByRole('button', { name: `Reconnect: ${company.name}` }).click();
  await page.getByText(`Login link for ${company.name}`).waitFor();
  await assertAccessible(page, 'a link');
  const [fortnox] = await Promise.all([page.waitForEvent('popup'), page.locator('#link-address').click()]);
  await consent(fortnox, company);
  await page.getByRole('button', { name: 'Read again' }).click();
  await row(page, company.name).getByText('ACTIVE', { exact: true }).waitFor();
});

test('writes are followed to their ends: one done, one refused in Fortnox’s words, one called off', async () => {
  const { vendor, company, page } = await watched();
  await vendor.write(company, 'POST', '/accounting/customers', { companyName: 'Papper & Penna AB', number: 'K-1' });
  await row(page, 'customers CREATE').getByText('DONE', { exact: true }).waitFor();
  await vendor.write(company, 'POST', '/accounting/customers', { companyName: 'Papper & Penna AB', number: 'K-1' });
  await page.getByText('“Kundnummer K-1 används redan.”').waitFor();

  await atFortnox('POST', 'faults', { method: 'PUT', path: '/3/customers/K-1', kind: 'delay', millis: 9000 });
  await vendor.write(company, 'PATCH', '/accounting/customers/K-1', { companyName: 'Penna & Papper AB' });
  await row(page, 'customers PATCH').getByText('INPROGRESS', { exact: true }).waitFor();
  await vendor.write(company, 'POST', '/accounting/suppliers', { companyName: 'Sist AB' });
  page.once('dialog', dialog => dialog.accept());
  await page.getByRole('button', { name: 'Call off: suppliers CREATE' }).click();
  await page.getByRole('status').getByText('Called off: suppliers CREATE.').waitFor();
  await row(page, 'suppliers CREATE').getByText('CANCELLED', { exact: true }).waitFor();
  await row(page, 'customers PATCH').getByText('DONE', { exact: true }).waitFor();
  await page.getByRole('status').getByText('Ended: 1 Done.').waitFor();

  await page.getByRole('button', { name: 'Measure (1 request)' }).click();
  await page.getByText(/\d+ of 25 were left at/).waitFor();
  assert.equal(await page.locator('#chart circle').count(), 1);
  await assertAccessible(page, 'writes');
  await page.setViewportSize({ width: 1280, height: 1150 });
  const heading = page.locator('#tasks-heading');
  await heading.evaluate(writes => writes.scrollIntoView());
  // Above it stands what has just been said, over half a line of what comes before.
  const top = (await heading.boundingBox()).y - 24;
  await picture(page, 'console', { clip: { x: 0, y: top, width: 1280, height: 1150 - top } });

  await page.getByLabel('State', { exact: true }).selectOption('FAILED');
  await page.getByRole('button', { name: 'Filter' }).click();
  await row(page, 'suppliers CREATE').waitFor({ state: 'detached' });
  await page.getByText('“Kundnummer K-1 används redan.”').waitFor();
  assert.equal(await page.locator('#task-rows tr').count(), 1);
});

test('a webhook is tried, what went there is listed and sent again, and a paused one goes on', async () => {
  const { vendor, page } = await watched();
  await page.getByText('The vendor has no webhook').waitFor();
  const { data: { id } } = await vendor.call('POST', '/webhooks', { callbackUrl: vendor.hook });
  await page.getByRole('button', { name: 'Read webhooks again' }).click();
  await page.getByRole('button', { name: `Deliveries: ${vendor.hook}` }).click();
  await page.getByText('Nothing has been sent there yet.').waitFor();
  await page.waitForFunction(() => document.activeElement.id === 'deliveries-heading');

  await page.getByRole('button', { name: `Test: ${vendor.hook}` }).click();
  await page.getByRole('status').getByText(`Test of ${vendor.hook}: Delivered, HTTP 204`).waitFor();
  await page.getByRole('button', { name: 'Read deliveries again' }).click();
  await row(page, 'webhook.test').getByText('DELIVERED', { exact: true }).waitFor();

  // Events of changes come by a schedule that doesn't run here, so the one to send again is put into the real answer.
  const refused = {
    id: 'd1', connectionId: 'c1', eventId: 'e1', type: 'supplier.created', attempt: 3, outcome: 'REFUSED', status: 500, millis: 12,
    timestamp: '2026-11-29T10:00:00Z',
  };
  await page.route('**/deliveries?*', async route => {
    const answer = await route.fetch();
    const json = await answer.json();
    await route.fulfill({ response: answer, json: { ...json, data: [...json.data, refused] } });
  });
  await page.route('**/deliveries/d1/replay', route => route.fulfill({ status: 202, json: { data: {} } }));
  await page.getByRole('button', { name: 'Read deliveries again' }).click();
  const [asked] = await Promise.all([
    page.waitForRequest('**/deliveries/d1/replay'), page.getByRole('button', { name: 'Replay: supplier.created e1' }).click(),
  ]);
  assert.equal(asked.method(), 'POST');
  await page.getByRole('status').getByText('Sent once more').waitFor();
  await assertAccessible(page, 'deliveries');

  await vendor.call('PATCH', `/webhooks/${id}`, { status: 'PAUSED' });
  await page.getByRole('button', { name: 'Read webhooks again' }).click();
  await page.getByRole('button', { name: `Resume: ${vendor.hook}` }).click();
  await page.getByRole('status').getByText(`Events are sent to ${vendor.hook} again.`).waitFor();
  await row(page, vendor.hook).getByText('ACTIVE', { exact: true }).waitFor();
});

/** A file of customers as the page's user has it; what is asked before it's sent is answered with yes. */
async function choose(page, name, ...lines) {
  await page.getByLabel('File: CSV, NDJSON or JSON').setInputFiles({ name, mimeType: '', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) });
}

const importFile = page => page.getByRole('button', { name: 'Import', exact: true }).click();

test('a file comes in but for its wrong rows, once, and its result can be had, also after a reload', async () => {
  const { vendor, company, page } = await watched();
  page.on('dialog', dialog => dialog.accept());
  await page.getByText('Nothing has been imported yet.').waitFor();
  await choose(page, 'kunder.xlsx', 'companyName');
  await importFile(page);
  await page.getByRole('alert').getByText('kunder.xlsx isn’t called .csv').waitFor();

  const lines = ['companyName;number;currency', 'Ett & Två AB;K-1;SEK', 'Tre AB;K-2;SKR', 'Fyra AB;K-1;SEK', 'Fem AB;K-3;SEK'];
  await choose(page, 'kunder.csv', ...lines);
  await importFile(page);
  await page.getByRole('alert').getByText('/1/currency: currency SKR').waitFor();
  assert.equal(await page.locator('#run').isVisible(), false);

  await page.getByLabel('If rows are wrong').selectOption('continue');
  await importFile(page);
  await page.getByRole('status').getByText('Partly stored: customers. 4 of 4 rows: 2 Done, 2 Failed.').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'run-heading');
  await page.locator('#run-state').getByText('PARTIAL', { exact: true }).waitFor();
  await page.locator('#wrong-rows').getByText('currency SKR').waitFor();
  await page.locator('#wrong-rows').getByText('“Kundnummer K-1 används redan.”').waitFor();
  assert.deepEqual(await page.locator('#wrong-rows th').allTextContents(), ['1', '2']);
  assert.equal(await page.getByRole('progressbar', { name: 'Bulk import: customers' }).evaluate(bar => bar.value / bar.max), 1);
  assert.equal(await page.getByRole('button', { name: 'Call off the rest' }).isVisible(), false);
  await page.locator('#run-rows').getByText('PARTIAL', { exact: true }).waitFor();
  await assertAccessible(page, 'an import');

  const taskId = await page.locator('#run-id').textContent();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the result' }).click()]);
  assert.equal(file.suggestedFilename(), `${taskId}.csv`);
  const table = readFileSync(await file.path(), 'utf8').trim().split('\r\n');
  assert.deepEqual(table.map(line => line.split(',')[3]), ['state', 'DONE', 'FAILED', 'FAILED', 'DONE']);

  await choose(page, 'kunder igen.csv', ...lines);
  await importFile(page);
  await page.getByRole('status').getByText('This file was sent before').waitFor();
  assert.equal(await page.locator('#run-id').textContent(), taskId);

  await page.reload();
  await page.getByLabel('The API key of a vendor').fill(vendor.apiKey);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByLabel('The company’s account key').fill(vendor.accountKeys.get(company.number));
  await page.getByRole('button', { name: 'Show writes' }).click();
  await page.getByRole('button', { name: `Show: customers ${taskId}` }).click();
  await page.locator('#wrong-rows').getByText('currency SKR').waitFor();
  assert.equal(await page.locator('#run-rows tr').count(), 1);
});

test('an import that can’t be safe isn’t sent, much that is wrong doesn’t cover the page, and one that runs is called off', async () => {
  const { page } = await watched();
  page.on('dialog', dialog => dialog.accept());
  await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true }));
  await choose(page, 'kunder.csv', 'companyName', 'Ett AB');
  await importFile(page);
  await page.getByRole('alert').getByText('An import needs https').waitFor();
  await page.evaluate(() => delete crypto.subtle);

  await choose(page, 'kunder.ndjson', ...Array.from({ length: 40 }, () => '{"companyNam":"Fel AB"}'));
  await importFile(page);
  await page.getByRole('alert').getByText('80 things are wrong').waitFor();
  assert.equal(await page.locator('#import-problems li').count(), 80);
  await assertAccessible(page, 'a wrong file');

  await atFortnox('POST', 'faults', { method: 'POST', path: '/3/customers', kind: 'delay', millis: 6000 });
  await choose(page, 'kunder.ndjson', '{"companyName":"Ett AB"}', '{"companyName":"Två AB"}');
  await importFile(page);
  await page.getByText('0 of 2 rows: none yet.').waitFor();
  await page.getByRole('button', { name: 'Call off the rest' }).click();
  await page.getByRole('status').getByText('Called off: customers.').waitFor();
  await page.locator('#run-state').getByText('CANCELLED', { exact: true }).waitFor();
  await page.locator('#run-rows').getByText('CANCELLED', { exact: true }).waitFor();
  assert.equal(await page.locator('#wrong-file').isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'run-heading');
});

test('what each resource can do is a table', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Show the table' }).click();
  await row(page, 'salesOrders').getByText('createInvoice').waitFor();
  assert.ok(await page.locator('#capability-rows tr').count() > 20);
  await assertAccessible(page, 'capabilities');
});

test('an API that can’t be reached is told, and again found by itself', async () => {
  const { page } = await watched();
  await page.getByText('There are no such writes.').waitFor();
  await page.route('**/accounting/**', route => route.abort());
  await page.getByRole('alert').getByText('The API can’t be reached.').waitFor();
  await assertAccessible(page, 'unreachable');
  await page.unroute('**/accounting/**');
  await page.waitForFunction(() => document.getElementById('problem').textContent === '');
});

test('the page is used with keys alone', async () => {
  const vendor = await vendorOf();
  const page = await open();
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  assert.ok((await page.locator('.skip').boundingBox()).x >= 0);
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'main');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'api-key');
  await page.keyboard.type(vendor.apiKey);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'companies-heading');
  for (let presses = 0; await focused() !== 'callback' && presses < 10; presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'link');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'link-address');
});

test('keys are kept nowhere, and a reload forgets them', async () => {
  const { vendor, page } = await watched();
  const kept = await page.evaluate(() => [
    location.href, document.cookie, JSON.stringify({ ...localStorage, ...sessionStorage }), document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input')].map(input => input.value),
  ].join(' '));
  for (const key of [vendor.apiKey, ...vendor.accountKeys.values()]) {
    assert.equal(kept.includes(key), false);
  }
  await page.getByRole('button', { name: 'Forget all keys' }).click();
  await page.getByRole('heading', { name: 'Companies' }).waitFor({ state: 'hidden' });
  assert.equal(await page.getByLabel('The API key of a vendor').inputValue(), '');
});
