/** Writes out the addresses of files: if the site was built without SITE_URL, only the browser knows where it is. */

for (const link of document.querySelectorAll("[data-whole-address]")) link.textContent = link.href;
for (const code of document.querySelectorAll("code[data-root]")) {
  code.textContent = code.textContent.replaceAll("https://example.org/", new URL(code.dataset.root, location));
}
