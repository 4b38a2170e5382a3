/** After each file of browser tests: nobody was asked for anything but this machine. */
import { afterAll, expect } from 'vitest';
import { strangersMet } from './net-log.js';

// Of the hooks of a file the first is the last to run, so its browsers are closed by now.
afterAll(async () => {
  expect(await strangersMet()).toEqual([]);
});
