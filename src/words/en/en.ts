/** Every sentence that readers are told, in English. */

import { accountLetters } from './account-letters.js';
import { billingLetters } from './billing-letters.js';
import { entry } from './entry.js';
import { farewell } from './farewell.js';
import { gifts } from './gifts.js';
import { membership } from './membership.js';
import { reading } from './reading.js';
import { safety } from './safety.js';

export const en = {
  ...reading,
  ...entry,
  ...membership,
  ...farewell,
  ...gifts,
  ...safety,
  accountLetters,
  billingLetters,
};
