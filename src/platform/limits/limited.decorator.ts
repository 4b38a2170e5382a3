/** Says of a route how often it may be asked, or that what it does may be done too often. */
import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { LIMITED_EXTENSION } from '../http/access.decorators.js';
import type { LimitRule } from './limit.rules.js';

export const LIMITS_OF_ROUTE = 'broadsheet:limits';

/** Every request counts, whatever becomes of it; by account it counts where somebody is signed in. */
export const Limited = (...rules: LimitRule[]) =>
  applyDecorators(SetMetadata(LIMITS_OF_ROUTE, rules), MayBeTooMany());

/** The work behind this route counts by itself, and refuses; the API's description says so. */
export const MayBeTooMany = () => ApiExtension(LIMITED_EXTENSION, true);
