// A page that has no server: its Python runs in a worker, and what it shows first was recorded
// when the site was built.

import { startPage } from "../serve/template/static/start.js";
import { WorkerConnection } from "./worker_connection.js";

/** @import { SiteFiles } from "./types.d.ts" */

/** @returns {SiteFiles} where the files of this page are, as the build wrote it */
function siteFiles() {
  return JSON.parse(document.getElementById("sheet-site")?.textContent ?? "{}");
}

const files = siteFiles();
startPage((_session, on) => new WorkerConnection(files, on));
