/** Makes preview links and reads them: they carry the preview's id under a seal, and nothing else. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Config } from '../../platform/config/config.js';
import { Keys } from '../../users/keys.js';

@Injectable()
export class PreviewLinks {
  constructor(
    private readonly config: Config,
    private readonly keys: Keys,
  ) {}

  linkTo(id: string): string {
    return new URL(`/preview/${this.keys.preview.close(id)}`, this.config.publicUrl).href;
  }

  /** @returns null for what is not ours */
  previewIn(token: string): string | null {
    const id = this.keys.preview.open(token);
    return isUUID(id) ? id : null;
  }
}
