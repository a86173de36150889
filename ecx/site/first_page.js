// The list of pages of a site: a query without a page's name goes to the first page, as on a server.

const first = document.querySelector("a.door-first");
if (location.search && first instanceof HTMLAnchorElement) {
  location.replace(first.href + location.search);
}
