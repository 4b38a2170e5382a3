/** Has the browser keep the page that says that there is no connection, for when there is none. */

// Where a browser keeps nothing (a private window, a full disk), its own page says the same.
navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined);
