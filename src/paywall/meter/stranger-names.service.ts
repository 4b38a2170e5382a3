/** Names for strangers, networks and leavers that say nothing about them: an address is never kept. */
import { createHmac } from 'node:crypto';
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
    return this.uuidOf(`cookieless ${likenessOf(sender)}`);
  }

  /** A UUID for whoever has deleted her account: only who proves the same e-mail address is called so again. */
  leaver(email: string): string {
    return this.uuidOf(`leaver ${email}`);
  }

  /** Another one every day, so that nobody can follow a network through the days. */
  network({ address }: Sender, now: Date): string {
    return this.digest(`network ${utcDay(now)} ${networkAround(address)}`).toString('base64url');
  }

  private uuidOf(text: string): string {
    const hex = this.digest(text).toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      // Version 8: made our own way.
      `8${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }

  private digest(text: string): Buffer {
    return createHmac('sha256', this.keys.stranger).update(text).digest();
  }
}
