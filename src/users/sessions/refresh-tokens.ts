/** Writes and reads refresh tokens, `<session>.<generation>.<mac>`: nothing of them is kept. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Keys } from '../keys.js';

export interface RefreshToken {
  sessionId: string;
  /** How often the session was rotated before this token. */
  generation: number;
}

@Injectable()
export class RefreshTokens {
  constructor(private readonly keys: Keys) {}

  write({ sessionId, generation }: RefreshToken): string {
    return this.keys.refreshToken.close(`${sessionId}.${generation}`);
  }

  /** @returns null for anything that was not written here */
  read(token: string): RefreshToken | null {
    const [sessionId, generation] = this.keys.refreshToken.open(token)?.split('.') ?? [];
    if (!isUUID(sessionId) || generation === undefined) return null;
    return { sessionId: sessionId as string, generation: Number(generation) };
  }
}
