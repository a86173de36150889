// The page for addresses that are not there. A link to a page that was copied from a server lacks
// the ending that files have; it is followed, with its query.

/** @type {Record<string, string>} files by the names of pages */
const pages = JSON.parse(document.getElementById("sheet-pages")?.textContent ?? "{}");
const isFolder = location.pathname.endsWith("/");
const name = location.pathname.split("/").at(isFolder ? -2 : -1) ?? "";
const file = pages[name];
if (file !== undefined) {
  location.replace((isFolder ? "../" : "") + file + location.search + location.hash);
}
