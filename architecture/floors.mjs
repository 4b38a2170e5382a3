/** Reads the table of floors for the linter and the dependency rules; the tests and the docs show the same table. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ name: string, why: string, imports?: string, uses?: string, openTo: string[] }} Border
 */

const table = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8'));

/** The names of the rooms, floor by floor, the lowest first. @type {string[][]} */
const floors = table.floors.map((floor) => floor.map(({ room }) => room));

/** The files above all rooms, in src/. @type {string[]} */
export const roof = table.roof;

/** What is foreign, and the only paths that may touch it. @type {Border[]} */
export const borders = table.borders;

/** Every room's name, the lowest floor first. @returns {string[]} */
export function roomNames() {
  return floors.flat();
}

/** The rooms that `room` may not import: those above it, and its neighbours. @param {string} room */
export function roomsClosedTo(room) {
  const own = floors.findIndex((floor) => floor.includes(room));
  return floors
    .slice(own)
    .flat()
    .filter((name) => name !== room);
}

/** @param {string} name @returns {Border} */
function border(name) {
  const found = borders.find((each) => each.name === name);
  if (found === undefined) throw new Error(`The table of floors knows no border "${name}".`);
  return found;
}

/** Whether the file at this path, from the repository's root, may cross. @param {string} name @param {string} path */
export function isOpenTo(name, path) {
  return border(name).openTo.some((pattern) => new RegExp(pattern).test(path));
}
