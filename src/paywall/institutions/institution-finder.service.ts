/** Finds the institution that a visit comes through. */
import { Injectable } from '@nestjs/common';
import type { Visit } from '../reading/visit.js';

/** An institution as its readers are told of it. */
export interface NamedInstitution {
  readonly id: string;
  readonly name: string;
}

@Injectable()
export class InstitutionFinder {
  /** @returns null for most */
  find(_visit: Visit): Promise<NamedInstitution | null> {
    return Promise.resolve(null);
  }
}
