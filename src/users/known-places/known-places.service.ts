/** Knows where the owner of an account signs in from, so that an attack from elsewhere does not lock her out there. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { originOfRequest } from '../../platform/http/request-origin.js';
import { lineOf } from '../../platform/networks/client-place.rules.js';
import { Keys } from '../keys.js';
import { SignIns } from '../sign-in/sign-in.facts.js';
import { UserRepository } from '../user.repository.js';
import { KnownPlaceRepository } from './known-place.repository.js';
import { knownSince, mostPlaces } from './known-place.rules.js';

/** Of nobody: has signed in nowhere. */
const nobody = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class KnownPlaces implements OnModuleInit {
  constructor(
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly signIns: SignIns,
    private readonly users: UserRepository,
    private readonly places: KnownPlaceRepository,
  ) {}

  onModuleInit(): void {
    this.signIns.hear(({ userId }) => this.remember(userId));
  }

  /** Whether she who asks does so from where this account's owner has signed in; an unknown mailbox has no owner. */
  async isKnown(email: string): Promise<boolean> {
    const account = await this.users.findByEmail(email);
    const userId = account?.id ?? nobody;
    const names = this.keys.knownPlace
      .everyOf(here(userId))
      .map((name) => name.toString('base64url'));
    return this.places.isKnown(userId, names, knownSince(this.clock.now()));
  }

  private async remember(userId: string): Promise<void> {
    const place = this.keys.knownPlace.of(here(userId)).toString('base64url');
    await this.places.remember({ userId, place }, this.clock.now(), mostPlaces);
  }
}

/** Another name for each account: who signs in from the same place cannot be seen. */
const here = (userId: string): string => `${userId} ${lineOf(originOfRequest())}`;
