/** Every sentence the reader's pages say, in English. */

import { entry } from './en-entry.js';
import { farewell } from './en-farewell.js';
import { gifts } from './en-gifts.js';
import { membership } from './en-membership.js';
import { reading } from './en-reading.js';
import { safety } from './en-safety.js';

export const en = { ...reading, ...entry, ...membership, ...farewell, ...gifts, ...safety };

export type Words = typeof en;
