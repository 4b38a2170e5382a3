/** Marks what cannot be taken back: being signed in is not enough for it, she shows anew that she is the owner. */
import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { FRESH_PROOF_EXTENSION } from '../../platform/http/access.decorators.js';

export const FRESH_PROOF = 'broadsheet:fresh-proof';

/** 403 `auth/fresh-proof-required` where her last proof in this session is older than ten minutes. */
export const DemandsFreshProof = () =>
  applyDecorators(SetMetadata(FRESH_PROOF, true), ApiExtension(FRESH_PROOF_EXTENSION, true));
