/** What somebody asks for has another address now: becomes a 308 without a body in the problem filter. */
import { ApiResponse } from '@nestjs/swagger';

export class Moved extends Error {
  override name = 'Moved';

  /** @param location a path of this site */
  constructor(readonly location: string) {
    super(`It is at ${location} now.`);
  }
}

/** Says in the API's description that an operation may lead elsewhere. */
export const MayHaveMoved = () =>
  ApiResponse({
    status: 308,
    description: 'It has another address now. Without a body, and kept by nobody.',
    headers: { Location: { description: 'Its present address.', schema: { type: 'string' } } },
  });
