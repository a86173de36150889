// A page whose Python is a kernel of the server.

import { Connection } from "./connection.js";
import { startPage } from "./start.js";

/** The address of the page's kernel. */
function kernelAddress() {
  const data = document.getElementById("sheet-kernel");
  const id = data instanceof HTMLDataElement ? data.value : "";
  return new URL(`api/kernels/${id}/`, document.baseURI);
}

// A page that the browser kept while its kernel was taken back starts again; its address holds
// what the visitor did.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

startPage((session, on) => new Connection(kernelAddress(), session, on));
