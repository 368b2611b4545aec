// A real Chromium, which reaches this machine alone, and what every page must keep.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const { CHROMIUM, PICTURES } = process.env;
const WIDTHS = [1280, 320];
const isHere = url => /^(data|blob|about|chrome-error):/.test(url) || new URL(url).hostname === '127.0.0.1';

let browser = null;

/** What may not happen on any page: a request that leaves the machine, a script's error, a breach of the policy. */
const troubles = [];

export async function start() {
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    // Chromium's own sandbox needs rights that root in a container hasn't got; the pages are the project's.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

export async function stop() {
  await browser?.close();
}

/** A reader with a language and cookies of their own. */
export async function reader(locale, options = {}) {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(30_000);
  context.on('request', request => isHere(request.url()) || troubles.push(`left the machine: ${request.url()}`));
  context.on('weberror', error => troubles.push(`script: ${error.error()}`));
  context.on('console', message => /Content.Security.Policy/i.test(message.text()) && troubles.push(message.text()));
  return context;
}

/** Fails for what has happened on any page since. */
export function assertNoTrouble() {
  assert.deepEqual(troubles.splice(0), []);
}

/** axe-core finds nothing, light and dark, wide and narrow; and no page is wider than its window. */
export async function assertAccessible(page, what) {
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(`typeof axe === 'undefined' && (() => { ${axe.source} })()`);
      // Rows that have just arrived fade in: colours count once they stand still.
      await page.evaluate(() => Promise.all(document.getAnimations().map(one => one.finished)));
      const { violations } = await page.evaluate(() => axe.run());
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => `${node.target} ${node.failureSummary}`).join('; ')}`);
      assert.deepEqual(found, [], `${what}, ${colorScheme}, ${width} pixels`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${what} is ${wide} pixels wider than ${width}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}

/** For the documentation, where the build asks for it. */
export async function picture(page, name, options) {
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), ...options });
  }
}
