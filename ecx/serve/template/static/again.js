// A page that could not be started loads itself again, once: its kernel was taken back while a slow
// phone fetched the page, or had died before. Not twice, or it would do so for ever.

const KEY = `ecx-again ${location.pathname}${location.search}`;

let isLoading; // undefined until it is decided

/**
 * Load the page again, unless it has been or has once been started.
 * @returns {boolean} whether it is being loaded
 */
export function loadAgain() {
  isLoading ??= decide();
  return isLoading;
}

/** The page has been started: what goes wrong from now on is for its visitor to see. */
export function noteStart() {
  isLoading ??= false;
  forget();
}

function decide() {
  if (recall()) {
    forget(); // the next time is the visitor's own
    return false;
  }
  if (!remember()) return false;
  location.reload();
  return true;
}

// A browser that keeps nothing throws.

function recall() {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

function remember() {
  try {
    sessionStorage.setItem(KEY, "");
    return true;
  } catch {
    return false;
  }
}

function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There is nothing to forget.
  }
}
