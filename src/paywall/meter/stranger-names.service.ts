/** Names for strangers and networks that say nothing about them: an address is never kept. */
import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from '../../users/keys.js';
import { type Sender, likenessOf, networkAround } from './stranger.rules.js';

@Injectable()
export class StrangerNames {
  constructor(private readonly keys: Keys) {}

  /** A UUID for whoever sends no cookie; the same for all who cannot be told apart. */
  cookieless(sender: Sender): string {
    const hex = this.digest(`cookieless ${likenessOf(sender)}`).toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      // Version 8: made our own way.
      `8${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }

  /** Another one every day, so that nobody can follow a network through the days. */
  network({ address }: Sender, now: Date): string {
    const day = now.toISOString().slice(0, 10);
    return this.digest(`network ${day} ${networkAround(address)}`).toString('base64url');
  }

  private digest(text: string): Buffer {
    return createHmac('sha256', this.keys.stranger).update(text).digest();
  }
}
