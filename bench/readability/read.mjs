// Reads HTML pages with Mozilla Readability over linkedom: node read.mjs ROUNDS WARM-SECONDS FOLDER...
// Prints one JSON line: pages, articles found, and pages a second by the median time of each page. Decompressing and decoding are not counted.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const [rounds, warm, ...folders] = process.argv.slice(2);
const files = folders.flatMap(folder => readdirSync(folder).filter(name => /\.html?(\.gz)?$/.test(name)).sort().map(name => join(folder, name)));
const utf8 = new TextDecoder();

function source(file) {
  const bytes = readFileSync(file);
  return utf8.decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}

function read(html) {
  try {
    const { document } = parseHTML(html);
    return new Readability(document).parse() !== null;
  } catch {
    return false; // some pages have no root element that linkedom gives it
  }
}

const until = performance.now() + Number(warm) * 1000;
for (let i = 0; performance.now() < until; i = (i + 1) % files.length) read(source(files[i]));

const times = files.map(() => []);
let articles = 0;
for (let round = 0; round < Number(rounds); round++) {
  files.forEach((file, i) => {
    const html = source(file);
    const start = performance.now();
    const found = read(html);
    times[i].push(performance.now() - start);
    if (round === 0 && found) articles++;
  });
}

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = times.reduce((sum, page) => sum + median(page), 0) / 1000;
console.log(JSON.stringify({ pages: files.length, articles, perSecond: files.length / seconds, peakMegabytes: process.resourceUsage().maxRSS / 1000 }));
