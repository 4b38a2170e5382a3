/** Every sentence that readers are told, in German. */
import type { en } from '../en/en.js';
import { accountLetters } from './account-letters.js';
import { billingLetters } from './billing-letters.js';
import { entry } from './entry.js';
import { farewell } from './farewell.js';
import { gifts } from './gifts.js';
import { joining } from './joining.js';
import { leaving } from './leaving.js';
import { membership } from './membership.js';
import { paper } from './paper.js';
import { reading } from './reading.js';
import { safety } from './safety.js';
import { security } from './security.js';

export const de: typeof en = {
  ...reading,
  ...paper,
  ...entry,
  ...joining,
  ...membership,
  ...leaving,
  ...farewell,
  ...gifts,
  ...safety,
  ...security,
  accountLetters,
  billingLetters,
};
