// What the console's script decides; ConsoleScriptTest copies it beside this file, as console.mjs, with index.html.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  TEXTS, STATES, OUTCOMES, SPAN, language, fill, address, nextAfter, problemLine, problemLines, merge, toRead, ended, nextPoll, limit, chart,
  capabilityRow, taskName, safeLink, CALLS, IMPORTED, ON_ERROR, mediaType, importKey, progressWords, isToTell, pageToRead, lookedThrough, joined,
} from './console.mjs';

const PAGE = readFileSync(new URL('index.html', import.meta.url), 'utf8');

function task(taskId, state, second = 0, more = {}) {
  return { taskId, state, acceptedDate: `2026-11-29T10:00:${String(second).padStart(2, '0')}Z`, problems: [], ...more };
}
const ids = tasks => tasks.map(one => one.taskId).join('');

test('both languages have the same texts, and the same places in them', () => {
  const places = text => (text.match(/\{\w+}/g) ?? []).sort().join();
  assert.deepEqual(Object.keys(TEXTS.sv).sort(), Object.keys(TEXTS.en).sort());
  for (const [key, text] of Object.entries(TEXTS.en)) {
    assert.ok(text && TEXTS.sv[key], key);
    assert.equal(places(TEXTS.sv[key]), places(text), key);
  }
});

test('each text that the page asks for is there, and each state and outcome has a word', () => {
  const asked = [...PAGE.matchAll(/data-text="(\w+)"/g)].map(match => match[1]);
  assert.ok(asked.length > 40);
  for (const key of [...asked, ...STATES, ...OUTCOMES, ...ON_ERROR]) {
    assert.ok(TEXTS.en[key], key);
  }
});

test('each label, description and name of the page leads to something', () => {
  const there = new Set([...PAGE.matchAll(/ id="([\w-]+)"/g)].map(match => match[1]));
  const named = [...PAGE.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([\w-]+)"/g)].map(match => match[1]);
  assert.deepEqual(named.filter(id => !there.has(id)), []);
  const labelled = new Set([...PAGE.matchAll(/ for="([\w-]+)"/g)].map(match => match[1]));
  const fields = [...PAGE.matchAll(/<(?:input|select) id="([\w-]+)"/g)].map(match => match[1]);
  assert.deepEqual(fields.filter(id => !labelled.has(id)), []);
});

test('the language is the first of the reader’s that there are texts in', () => {
  assert.equal(language(['de-DE', 'sv-FI', 'en']), 'sv');
  assert.equal(language(['en-US', 'sv']), 'en');
  assert.equal(language(['de', 'fr']), 'en');
  assert.equal(language([]), 'en');
});

test('places are filled once, and what is put in is left as it is', () => {
  assert.equal(fill('{a} {b} {c}', { a: '{b}', b: 1 }), '{b} 1 {c}');
});

test('an address is relative to the page, with what is asked for in its place', () => {
  assert.deepEqual(address('GET /accounting/asyncTask', {}, { limit: 25, state: '', after: null, resource: 'å & b' }), {
    method: 'GET',
    url: 'accounting/asyncTask?limit=25&resource=%C3%A5+%26+b',
  });
  assert.equal(address('DELETE /accounting/asyncTask/{taskId}', { taskId: '../x?' }).url, 'accounting/asyncTask/..%2Fx%3F');
});

test('the next page is read off the header Link', () => {
  assert.equal(nextAfter('</tenants/get-end-user-list?after=a%2Fb>; rel="next"'), 'a/b');
  assert.equal(nextAfter('</x?page=1>; rel="first", </x?after=2&limit=5>; rel="next"'), '2');
  assert.equal(nextAfter('</x?page=1>; rel="first"'), null);
  assert.equal(nextAfter(null), null);
});

test('a problem is told in the API’s words, with its code and Fortnox’s', () => {
  const problem = { detail: 'No such terms.', code: 'field-invalid', pointer: '/paymentTerms', fortnox: { code: '2000663', message: 'Felaktigt' } };
  assert.equal(problemLine(problem, TEXTS.en), '/paymentTerms: No such terms. (field-invalid) Fortnox 2000663: “Felaktigt”');
  assert.equal(problemLine({ detail: 'D.', code: 'c', pointer: null, fortnox: null }, TEXTS.en), 'D. (c)');
});

test('an answer without problems says its status, or that there was none', () => {
  assert.deepEqual(problemLines({ status: 503, message: 'Service Unavailable' }, TEXTS.en), ['The API answered 503. Service Unavailable']);
  assert.deepEqual(problemLines({ status: 0, message: 'Failed' }, TEXTS.en), ['The API can’t be reached. Failed']);
});

test('a page of the latest tasks is merged with those that are known, the latest first', () => {
  const known = [task('b', 'OPEN', 2), task('a', 'FAILED', 1, { read: true, problems: ['p'] })];
  const { tasks, isGap } = merge(known, [task('c', 'OPEN', 3), task('b', 'DONE', 2)], 'more');
  assert.equal(ids(tasks), 'cba');
  assert.equal(isGap, false);
  assert.deepEqual([tasks[1].state, tasks[2].problems], ['DONE', ['p']]);
});

test('reasons that have been read stay as long as the state does', () => {
  const known = [task('a', 'FAILED', 1, { read: true, problems: ['p'] })];
  assert.deepEqual(merge(known, [task('a', 'FAILED', 1)], null).tasks[0].problems, ['p']);
  assert.deepEqual(merge(known, [task('a', 'DONE', 1)], null).tasks[0].problems, []);
});

test('where tasks may lie between, only the page is known', () => {
  const known = [task('a', 'DONE', 1)];
  assert.deepEqual([ids(merge(known, [task('z', 'DONE', 9)], 'more').tasks), merge(known, [task('z', 'DONE', 9)], 'more').isGap], ['z', true]);
  assert.equal(ids(merge(known, [task('z', 'DONE', 9)], null).tasks), 'za');
});

test('read one by one is what failed, once, and what waits and is off the page, ten at most', () => {
  const tasks = [task('a', 'FAILED'), task('b', 'FAILED', 0, { read: true }), task('c', 'OPEN'), task('d', 'OPEN'), task('e', 'DONE')];
  assert.equal(ids(toRead(tasks, [tasks[0], tasks[2]])), 'ad');
  assert.equal(toRead(Array.from({ length: 30 }, (_, i) => task(`t${i}`, 'UNCERTAIN')), []).length, 10);
});

test('what ended since is counted by its state; what was over before isn’t', () => {
  const before = [task('a', 'OPEN'), task('b', 'INPROGRESS'), task('c', 'DONE')];
  const now = [task('a', 'DONE'), task('b', 'FAILED'), task('c', 'DONE'), task('d', 'DONE')];
  assert.deepEqual(ended(before, now), { DONE: 1, FAILED: 1 });
});

test('the list is read again sooner while something waits, and not at all unseen, paused or refused', () => {
  const calm = { isVisible: true, isPaused: false, status: 200, retryAfter: 0, failures: 0, isBusy: false };
  assert.equal(nextPoll(calm), 5);
  assert.equal(nextPoll({ ...calm, isBusy: true }), 2);
  assert.equal(nextPoll({ ...calm, isVisible: false }), null);
  assert.equal(nextPoll({ ...calm, isPaused: true }), null);
  assert.equal(nextPoll({ ...calm, status: 401, failures: 1 }), null);
});

test('after failures it waits longer each time, as long as the API says, a minute at most', () => {
  const failed = { isVisible: true, isPaused: false, status: 503, retryAfter: NaN, failures: 1, isBusy: true };
  assert.equal(nextPoll(failed), 4);
  assert.equal(nextPoll({ ...failed, failures: 3 }), 16);
  assert.equal(nextPoll({ ...failed, failures: 30 }), 60);
  assert.equal(nextPoll({ ...failed, retryAfter: 30 }), 30);
});

test('what is left is read off the headers RateLimit and RateLimit-Policy', () => {
  assert.equal(limit('"fortnox";r=24;t=5', 'r'), 24);
  assert.equal(limit('"fortnox";q=25;w=5', 'q'), 25);
  assert.equal(limit(null, 'r'), null);
});

test('a chart ends with the latest measurement and leaves out what is older than its span', () => {
  const at = 100 * SPAN;
  const { last, least, dots } = chart([
    { at: at - SPAN - 1, left: 0, quota: 25 }, { at: at - SPAN / 2, left: 5, quota: 25 }, { at, left: 25, quota: 25 },
  ]);
  assert.deepEqual([last.left, least, dots.length], [25, 5, 2]);
  assert.deepEqual(dots.map(dot => [dot.x, dot.y]), [[0.5, 0.2], [1, 1]]);
});

test('a resource’s row says yes or no, then what else there is', () => {
  const row = capabilityRow('invoices', {
    operations: ['READ', 'PATCH', 'ADD_LINE'], actions: [{ name: 'bookkeep' }], scopes: ['invoice'], filters: [{ name: 'name' }], fields: [{}, {}],
  });
  assert.deepEqual(row.can, [true, false, false, true, false]);
  assert.deepEqual([row.further, row.scopes, row.filters, row.fields], ['ADD_LINE, bookkeep', 'invoice', 'name', 2]);
});

test('a task’s name has what there is of it', () => {
  assert.equal(taskName({ resource: 'invoices', operation: 'ACT', action: 'bookkeep', resourceId: '7' }), 'invoices ACT bookkeep 7');
  assert.equal(taskName({ resource: 'customers', operation: 'CREATE', action: null, resourceId: null }), 'customers CREATE');
});

test('only web addresses become links', () => {
  assert.equal(safeLink(' https://a.example/x?y\n'), 'https://a.example/x?y');
  assert.equal(safeLink('javascript:alert(1)'), null);
  assert.equal(safeLink('<html>'), null);
});

function bulk(counted, more = {}) {
  return { rows: 2000, done: 0, partial: 0, failed: 0, uncertain: 0, cancelled: 0, remaining: 2000 - counted, ratePerMinute: null, expectedEnd: null, ...more };
}

test('what can be imported has a call of its own name', () => {
  for (const resource of IMPORTED) {
    assert.equal(CALLS[resource], `POST /accounting/${resource}/bulk`);
  }
});

test('a file’s name says what is in it', () => {
  assert.equal(mediaType('Kunder 2026.11.CSV'), 'text/csv');
  assert.equal(mediaType('rows.ndjson'), 'application/x-ndjson');
  assert.equal(mediaType('rows.json'), 'application/json');
  assert.equal(mediaType('rows.xlsx'), null);
  assert.equal(mediaType('csv'), null);
});

test('the same file with the same choices has the same key, which the API takes; with others it hasn’t', async () => {
  const bytes = new TextEncoder().encode('companyName\nÅkeri AB\n').buffer;
  const choices = { resource: 'customers', onError: 'reject', matchBy: '' };
  const key = await importKey(choices, bytes);
  assert.match(key, /^console-[0-9a-f]{64}$/);
  assert.equal(await importKey({ ...choices }, bytes.slice(0)), key);
  for (const other of [{ resource: 'suppliers' }, { onError: 'continue' }, { matchBy: 'email' }]) {
    assert.notEqual(await importKey({ ...choices, ...other }, bytes), key);
  }
  assert.notEqual(await importKey(choices, new TextEncoder().encode('companyName\nÅkeri HB\n').buffer), key);
});

test('a run’s progress is told in words, as far as it’s known', () => {
  assert.equal(progressWords({ bulk: bulk(0) }, TEXTS.en, String), '0 of 2000 rows: none yet.');
  const known = bulk(1200, { done: 1190, failed: 10, ratePerMinute: 272.9, expectedEnd: '10:15' });
  assert.equal(progressWords({ bulk: known }, TEXTS.en, String), '1200 of 2000 rows: 1190 Done, 10 Failed. 273 a minute. Expected end: 10:15.');
});

test('progress is told now and then, the end at once, and nothing of a run that was over before', () => {
  const [going, over] = [{ state: 'INPROGRESS' }, { state: 'PARTIAL' }];
  assert.equal(isToTell(going, going, 1000, 20_999), false);
  assert.equal(isToTell(going, going, 1000, 21_000), true);
  assert.equal(isToTell(going, over, 1000, 1001), true);
  assert.equal(isToTell(over, over, 1000, 99_000), false);
  assert.equal(isToTell(null, over, 1000, 99_000), false);
});

test('wrong rows are looked for where there are more than were found, and not where a run went well', () => {
  let seen = { looked: 0, wrong: [] };
  assert.equal(pageToRead(bulk(1100), seen), null);
  seen = lookedThrough(bulk(1100), seen, null);
  assert.equal(seen.looked, 1100);

  const later = bulk(1300, { failed: 1, uncertain: 1 });
  assert.equal(pageToRead(later, seen), 3);
  const rows = [[1050, 'FAILED'], [1150, 'DONE'], [1200, 'FAILED'], [1201, 'UNCERTAIN'], [1400, 'FAILED']].map(([row, state]) => ({ row, state }));
  seen = lookedThrough(later, seen, 3, rows);
  assert.deepEqual([seen.looked, seen.wrong.map(one => one.row)], [1300, [1200, 1201]]);
  assert.equal(pageToRead(later, seen), null);
});

test('rows of a run that is over are gone through page by page, until 25 were found or it ends', () => {
  const over = bulk(2000, { failed: 30 });
  const failed = (from, count) => Array.from({ length: count }, (_, place) => ({ row: from + place, state: 'FAILED' }));
  let seen = lookedThrough(over, { looked: 0, wrong: [] }, 1, failed(0, 5));
  assert.deepEqual([seen.looked, pageToRead(over, seen)], [500, 2]);
  assert.equal(pageToRead(over, lookedThrough(over, { ...seen, looked: 1500 }, 4)), null);
  seen = lookedThrough(over, seen, 2, failed(500, 25));
  assert.deepEqual([seen.wrong.length, pageToRead(over, seen)], [25, null]);
});

test('a result in parts becomes one table', () => {
  assert.equal(joined(['row,state\r\n0,DONE\r\n', 'row,state\r\n1,FAILED\r\n']), 'row,state\r\n0,DONE\r\n1,FAILED\r\n');
});
