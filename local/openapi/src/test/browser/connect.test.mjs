// The pages of a company's user, from the login link to the vendor's own address, by clicks.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { assertAccessible, assertNoTrouble, picture, reader, start, stop } from './browser.mjs';
import { atFortnox, newCompany, newVendor } from './vendor.mjs';

const { BASE, FORTNOX } = process.env;
const LANGUAGES = [
  {
    locale: 'sv-SE', lang: 'sv', title: 'Godkänn anslutning', approve: 'Godkänn', deny: 'Avbryt',
    link: 'Länken gäller inte längre', state: 'Inloggningen kan inte fortsätta', account: 'Fortnox slutförde inte inloggningen',
  },
  {
    locale: 'en-GB', lang: 'en', title: 'Approve connection', approve: 'Approve', deny: 'Cancel',
    link: 'This link is no longer valid', state: 'This sign-in can\'t be continued', account: 'Fortnox did not finish the sign-in',
  },
];

let vendor = null;

before(async () => {
  await start();
  vendor = await newVendor();
});
after(async () => {
  await stop();
  await vendor?.close();
});
afterEach(assertNoTrouble);

async function assertPage(page, lang, heading) {
  assert.equal(await page.locator('h1').textContent(), heading);
  assert.equal(await page.title(), heading);
  assert.equal(await page.locator('html').getAttribute('lang'), lang);
}

/** From the login link to Fortnox's page, with the company chosen. */
async function choose(page, company) {
  await page.goto(await vendor.link());
  await page.getByLabel(company.name).check();
}

/** Fortnox's form as sent, without going where its answer leads; that address. */
async function approvedElsewhere(session, company) {
  const answer = await fetch(`${FORTNOX}/oauth-v1/auth`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ session, company: company.number, decision: 'approve' }),
  });
  return answer.headers.get('location');
}

async function assertAtVendor(page, heading) {
  await page.waitForURL(url => url.href.startsWith(vendor.callback));
  assert.equal(await page.locator('h1').textContent(), heading);
  assert.equal(new URL(page.url()).searchParams.get('state'), 'user-17');
}

for (const { locale, lang, title, approve, deny, link, state, account } of LANGUAGES) {
  test(`${lang}: a user consents by clicks, without script, and the vendor gets its account key`, async () => {
    const company = await newCompany();
    const page = await (await reader(locale, { javaScriptEnabled: false })).newPage();
    await choose(page, company);
    await assertPage(page, lang, title);
    await page.getByRole('button', { name: approve }).click();
    await assertAtVendor(page, `Connected: ${company.name}`);
    assert.match(vendor.accountKeys.get(company.number), /^fxa_/);
  });

  test(`${lang}: Fortnox’s page can be read and used by everybody`, async () => {
    const company = await newCompany();
    const page = await (await reader(locale)).newPage();
    await choose(page, company);
    await assertAccessible(page, 'consent');
    if (lang === 'en') {
      await page.setViewportSize({ width: 640, height: 900 });
      await picture(page, 'consent', { fullPage: true });
    }
  });

  test(`${lang}: who denies comes to the vendor with that answer`, async () => {
    const page = await (await reader(locale)).newPage();
    await page.goto(await vendor.link());
    await page.getByRole('button', { name: deny }).click();
    await assertAtVendor(page, 'Not connected: access_denied');
  });

  test(`${lang}: a way back that was used, is another browser’s, or never was, gets a page that says what to do`, async () => {
    const company = await newCompany();
    const context = await reader(locale);
    const page = await context.newPage();
    let back = null;
    page.on('request', request => {
      back = request.url().includes('/auth/callback/fortnox') ? request.url() : back;
    });
    await choose(page, company);
    await page.getByRole('button', { name: approve }).click();
    await assertAtVendor(page, `Connected: ${company.name}`);
    await page.goto(back);
    await assertPage(page, lang, state);
    await assertAccessible(page, 'state');
    const other = await (await reader(locale)).newPage();
    for (const address of [back, `${BASE}/auth/callback/fortnox?code=x&state=x`]) {
      await other.goto(address);
      await assertPage(other, lang, state);
    }
  });

  test(`${lang}: another browser can’t finish what this one began, and this one still can`, async () => {
    const company = await newCompany();
    const page = await (await reader(locale)).newPage();
    await choose(page, company);
    const back = await approvedElsewhere(await page.locator('[name=session]').inputValue(), company);
    const other = await (await reader(locale)).newPage();
    await other.goto(back);
    await assertPage(other, lang, state);
    await page.goto(back);
    await assertAtVendor(page, `Connected: ${company.name}`);
  });

  test(`${lang}: a link that nobody made gets a page that says what to do`, async () => {
    const page = await (await reader(locale)).newPage();
    await page.goto(`${BASE}/auth/fortnox/login?ticket=x`);
    await assertPage(page, lang, link);
    await assertAccessible(page, 'link');
  });

  test(`${lang}: an account that Fortnox sends back without a word gets a page that says what to do`, async () => {
    const company = await newCompany();
    await atFortnox('POST', `companies/${company.number}`, { locked: true });
    const page = await (await reader(locale)).newPage();
    await choose(page, company);
    await page.getByRole('button', { name: approve }).click();
    await page.waitForURL(`${BASE}/**`);
    await assertPage(page, lang, account);
    await assertAccessible(page, 'account');
  });

  test(`${lang}: a client that Fortnox doesn’t know is told so on a page`, async () => {
    const page = await (await reader(locale)).newPage();
    await page.goto(`${FORTNOX}/oauth-v1/auth?client_id=nobody`);
    await assertAccessible(page, 'unknown client');
  });
}

for (const [switched, code] of [
  [{ missingAppLicence: true }, 'app_licence_missing'],
  [{ missingLicences: ['customer'] }, 'licence_missing'],
  [{ userIsAdministrator: false }, 'access_denied'],
]) {
  test(`what Fortnox refuses comes to the vendor as ${code}: ${Object.keys(switched)}`, async () => {
    const company = await newCompany();
    await atFortnox('POST', `companies/${company.number}`, switched);
    const page = await (await reader('en-GB')).newPage();
    await choose(page, company);
    await page.getByRole('button', { name: 'Approve' }).click();
    await assertAtVendor(page, `Not connected: ${code}`);
  });
}

test('nobody approves without a company', async () => {
  const page = await (await reader('en-GB')).newPage();
  await page.goto(await vendor.link());
  const address = page.url();
  await page.getByRole('button', { name: 'Approve' }).click();
  assert.equal(await page.getByRole('radio').first().evaluate(radio => radio.matches(':invalid')), true);
  assert.equal(page.url(), address);
});

test('a user consents with keys alone, and sees where the focus is', async () => {
  const company = await newCompany();
  const page = await (await reader('en-GB')).newPage();
  await page.goto(await vendor.link());
  await page.keyboard.press('Tab');
  for (let presses = 0; !(await page.getByLabel(company.name).isChecked()) && presses < 50; presses++) {
    await page.keyboard.press(presses === 0 ? 'Space' : 'ArrowDown');
  }
  await page.keyboard.press('Tab');
  const approve = page.getByRole('button', { name: 'Approve' });
  assert.equal(await approve.evaluate(button => document.activeElement === button), true);
  assert.notEqual(await approve.evaluate(button => getComputedStyle(button).outlineStyle), 'none');
  await page.keyboard.press('Enter');
  await assertAtVendor(page, `Connected: ${company.name}`);
});
