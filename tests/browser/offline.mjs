/**
 * Does in an offline copy what readers do, and prints what it saw, as JSON.
 *
 *   node offline.mjs PUPPETEER BROWSER EXECUTABLE FOLDER WORD QUOTATION
 */

import { pathToFileURL } from "node:url";

const [library, name, executablePath, folder, word, quotation] = process.argv.slice(2);
const { default: puppeteer } = await import(pathToFileURL(library));
const browser = await puppeteer.launch({
  browser: name,
  executablePath,
  headless: true,
  args: name === "chrome" ? ["--no-sandbox"] : [],
  extraPrefsFirefox: { "intl.accept_languages": "ja" },
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });

const faults = [];
page.on("pageerror", (error) => faults.push(String(error)));
page.on("console", (message) => ["error", "warn"].includes(message.type()) && faults.push(message.text()));
page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
page.on("request", (request) => /^(file|data):/.test(request.url()) || faults.push(request.url()));

const here = () => page.url().slice(folder.length);
const text = (selector) => page.$eval(selector, (element) => element.textContent.trim());
const shown = (selector) => page.waitForSelector(selector, { visible: true, timeout: 10_000 });
const leave = (act) => Promise.all([page.waitForNavigation({ waitUntil: "load" }), act()]);
const open = (part) => leave(() => page.click(`.sidebar .nav-list a[href*="${part}"]`));
const saw = {};

await page.goto(`${folder}index.html`, { waitUntil: "load" });
await shown(".sidebar .nav-list");
saw.home = here();

saw.pages = [];
const links = await page.$$eval(".sidebar .nav-list a", (found) => found.map((link) => link.getAttribute("href")));
for (const [number] of links.entries()) {
  await leave(() => page.click(`.sidebar .nav-list li:nth-child(${number + 1}) a`));
  const [title, drawn, sheets] = await page.evaluate(() => [
    document.querySelector("h1").textContent.trim(),
    [...document.querySelectorAll("article svg")].filter((one) => one.getBoundingClientRect().width > 200).length,
    [...document.styleSheets].filter((one) => getComputedStyle(document.body).fontFamily && one.href).length,
  ]);
  saw.pages.push({ at: here(), title, drawn, sheets, ready: await page.$eval("html", (root) => root.dataset.ready) });
}

await page.keyboard.press("/");
await page.keyboard.type(word);
await shown(".search__results [role=option]");
await leave(() => page.keyboard.press("Enter"));
saw.found = here();

await open("note/");
await page.focus("#p2s3 .sentence__link");
await page.keyboard.press("Enter");
await shown("#cite-menu");
saw.cited = await text(".cite-menu__place");
await page.click("[data-copy=citation]");
await page.waitForFunction(() => document.querySelector("#copied").textContent || document.querySelector("textarea"));
await page.keyboard.press("Escape");

await leave(() => page.select("[name=with]", "fr"));
await shown("#p3s1 + .counterpart");
saw.beside = await text("#p3s1 + .counterpart");
saw.swaps = await page.$$eval("[data-compare] button", (all) => all.filter((one) => one.checkVisibility()).length);
await leave(() => page.$eval(".counterpart a.term", ({ href }) => location.assign(href))); // a tap only explains it
await shown(".glossary .counterpart");
saw.term = here();

await page.goto(`${folder}${saw.home}`, { waitUntil: "load" });
await open("verify/");
await page.type("[name=quotation]", quotation);
await page.click("[data-quotation] [type=submit]");
await shown(".quotation__parts li");
saw.verdicts = await page.$$eval(".quotation__parts li", (parts) => parts.map((part) => part.dataset.verdict));
await leave(() => page.click(".quotation__parts a"));
await shown(".counterpart");
saw.quoted = here();

await browser.close();
process.stdout.write(JSON.stringify({ ...saw, faults }));
