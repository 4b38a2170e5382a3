/** Names for strangers, networks and leavers that say nothing about them: an address is never kept. */
import { Injectable } from '@nestjs/common';
import { utcDay } from '../../platform/clock/utc-day.rules.js';
import { Keys } from '../../users/keys.js';
import { networkAround } from '../../platform/networks/client-place.rules.js';
import { type Sender, likenessOf } from './stranger.rules.js';

@Injectable()
export class StrangerNames {
  constructor(private readonly keys: Keys) {}

  /** A UUID for whoever sends no cookie; the same for all who cannot be told apart. */
  cookieless(sender: Sender): string {
    return uuidOf(this.keys.stranger.of(`cookieless ${likenessOf(sender)}`));
  }

  /** A UUID for whoever has deleted her account: only who proves the same e-mail address is called so again. */
  leaver(email: string): string {
    return uuidOf(this.keys.stranger.of(`leaver ${email}`));
  }

  /** What she may have been called when she left, before JWT_SECRET was changed. */
  everyLeaver(email: string): string[] {
    return this.keys.stranger.everyOf(`leaver ${email}`).map(uuidOf);
  }

  /** Another one every day, so that nobody can follow a network through the days. */
  network({ address }: Sender, now: Date): string {
    const name = `network ${utcDay(now)} ${networkAround(address)}`;
    return this.keys.stranger.of(name).toString('base64url');
  }
}

function uuidOf(digest: Buffer): string {
  const hex = digest.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    // Version 8: made our own way.
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
