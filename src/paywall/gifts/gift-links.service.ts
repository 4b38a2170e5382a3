/** Makes gift links and reads them: they carry the gift's id under a seal, and nothing of the giver. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Config } from '../../platform/config/config.js';
import { Keys } from '../../users/keys.js';

@Injectable()
export class GiftLinks {
  constructor(
    private readonly config: Config,
    private readonly keys: Keys,
  ) {}

  linkTo({ id, slug }: { id: string; slug: string }): string {
    const address = new URL(`/articles/${encodeURIComponent(slug)}`, this.config.publicUrl);
    address.searchParams.set('gift', this.keys.gift.close(id));
    return address.href;
  }

  /** @returns null for what is not ours */
  giftIn(token: string): string | null {
    const id = this.keys.gift.open(token);
    return isUUID(id) ? id : null;
  }
}
