/**
 * Does in Firefox what readers do, and prints what it saw, as JSON.
 *
 *   node firefox.mjs PUPPETEER FIREFOX SITE
 */

import { pathToFileURL } from "node:url";

const [library, executablePath, site] = process.argv.slice(2);
const { default: puppeteer } = await import(pathToFileURL(library));
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  extraPrefsFirefox: { "intl.accept_languages": "ja" },
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });

const faults = [];
page.on("pageerror", (error) => faults.push(String(error)));

const go = (path) => page.goto(site + path, { waitUntil: "load" });
const text = (selector) => page.$eval(selector, (element) => element.textContent.trim());
const shown = (selector) => page.waitForSelector(selector, { visible: true, timeout: 10_000 });
const saw = {};

await go("note/");
await page.focus("#p2s3 .sentence__link");
await page.keyboard.press("Enter");
await shown("#cite-menu");
saw.cited = await text(".cite-menu__place");
await page.keyboard.press("Escape");
await page.hover("a.term");
await shown(".tooltip");
saw.explained = await text(".tooltip");
await page.keyboard.press("Escape");

await page.click("[name=plain]");
await page.reload({ waitUntil: "load" });
saw.plain = await page.$eval("#p1s1 a.term", (link) => getComputedStyle(link).textDecorationLine);
await page.click("[name=plain]");

await page.click("[data-colours]:not(html)");
saw.colours = await page.$eval("html", (element) => element.dataset.colours);

await go("note/?with=fr#p3s1");
await shown("#p3s1 + .counterpart");
saw.beside = await text("#p3s1 + .counterpart");
saw.marked = await page.$$eval(".is-marked", (found) => found.map((one) => one.id));

await go("");
await page.keyboard.press("/");
await page.keyboard.type("terugkeerhubs");
await shown(".search__results li");
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
saw.found = page.url().slice(site.length);

await go("");
await Promise.all([page.waitForNavigation(), page.click(".picture--wide .mark:nth-of-type(2) .mark__area")]);
saw.picture = page.url().slice(site.length);

await go("glossary/");
await page.type("[data-filter]", "irregulier");
await page.waitForFunction(() => document.querySelector(".filter [role=status]").textContent);
saw.filtered = await page.$$eval(".glossary > div:not([hidden])", (found) => found.map((one) => one.id));

await page.setRequestInterception(true);
page.on("request", (request) =>
  /cite\.js|search\/\w+\.json/.test(request.url()) ? request.abort() : request.continue(),
);
await go("note/");
await page.focus("#p2s3 .sentence__link");
await page.keyboard.press("Enter");
await shown(".failed");
saw.failed = await text(".failed");
await page.click(".failed button:last-child");
await page.click("[data-search]");
await shown(".search .failed");
saw.searchFailed = await text(".search .failed");

await browser.close();
process.stdout.write(JSON.stringify({ ...saw, faults }));
