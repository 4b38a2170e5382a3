/** What leaves when a browser has its cookie traded for a token. */
import type { SessionToken } from './session-token-trade.service.js';

export class SessionTokenView {
  /** Sent as `Authorization: Bearer …` with every request; to be kept in memory only. */
  accessToken: string;
  /** Seconds until it expires; it ends with the browser's session, if that is sooner. */
  expiresIn: number;
}

export const presentSessionToken = ({
  accessToken,
  expiresIn,
}: SessionToken): SessionTokenView => ({ accessToken, expiresIn });
