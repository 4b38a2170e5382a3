/** What leaves when somebody signs in. */
import type { Account, Role } from '../reader.js';
import type { SignedIn } from '../sessions/session-tokens.js';

/** The signed-in reader. */
export class UserView {
  id: string;
  email: string;
  name: string | null;
  /** Empty for readers; staff have `author`, `editor` or `admin`. */
  roles: Role[];
}

export class SignedInView {
  /** Sent as `Authorization: Bearer …` with every request. */
  accessToken: string;
  /** Good once, for the next pair of tokens. */
  refreshToken: string;
  /** Seconds until the access token expires. */
  expiresIn: number;
  user: UserView;
}

export class MailOnItsWayView {
  message: string;
}

/** The same whether the address is known or not. */
export class RequestedMailView extends MailOnItsWayView {
  /** Random. Sent along with the code, it opens what this mail is about and nothing that somebody else asked for. */
  request: string;
}

function presentUser({ id, email, name, roles }: UserView | Account): UserView {
  return { id, email, name, roles };
}

export function presentSignedIn(signedIn: SignedIn): SignedInView {
  const { accessToken, refreshToken, expiresIn, account } = signedIn;
  return { accessToken, refreshToken, expiresIn, user: presentUser(account) };
}

export function presentRequestedMail(request: string): RequestedMailView {
  return { ...mailOnItsWay(), request };
}

export function mailOnItsWay(): MailOnItsWayView {
  return { message: 'A mail is on its way. What to do next is written there.' };
}
