// SPDX-FileCopyrightText: The Cuttings authors
// SPDX-License-Identifier: GPL-3.0-or-later

// node bench-readability.mjs jsdom|linkedom ROUNDS FILE…: pages a second of Readability.js with that DOM, best of the rounds.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.env.CUTTINGS_NODE_MODULES, 'x.js'));
const { Readability } = require('@mozilla/readability');
const [name, rounds, ...paths] = process.argv.slice(2);
const pages = paths.map(path => readFileSync(path, 'utf8'));
const url = 'https://example.org/page.html';
let parse;
if (name === 'jsdom') {
  const { JSDOM, VirtualConsole } = require('jsdom');
  const quiet = new VirtualConsole();
  parse = html => new JSDOM(html, { url, virtualConsole: quiet }).window.document;
} else {
  const { parseHTML } = require('linkedom');
  parse = html => parseHTML(html).document;
}
let best = Infinity;
let failed = 0;
for (let round = 0; round < Number(rounds); round++) {
  const start = process.hrtime.bigint();
  failed = 0;
  for (const html of pages) {
    try {
      failed += new Readability(parse(html)).parse() === null;
    } catch {
      failed++;
    }
  }
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(JSON.stringify({ pages: pages.length, failed, perSecond: pages.length / best,
  memory: process.resourceUsage().maxRSS / 1024 }));
