/** Whether somebody who asks to delete her account means it: she has typed her own address. */
import { normaliseEmail } from '../users/email-address.rules.js';
import { notConfirmed } from './account.errors.js';

/** @throws Problem 422 that names the field `confirm` */
export function refuseUnlessMeant(confirm: string, reader: { email: string }): void {
  if (normaliseEmail(confirm) !== reader.email) throw notConfirmed();
}
