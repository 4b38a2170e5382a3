/** What stands around every page: who publishes it, who reads it, which files it names. */
import type { Voice } from './language.js';
import type { MembershipState, NamedLink } from './page-props.js';

/** The reader as the masthead knows her. */
export interface SignedInReader {
  name: string | null;
  email: string;
  /** Where her membership stands. */
  state: MembershipState;
}

/** The files that pages name, each with its version in its address. */
export interface PageFiles {
  stylesheet: string;
  /** The module that has the browser keep the offline page. */
  offline: string;
  /** The modules that ask the browser for a passkey, and that copy or print recovery codes. */
  passkeys: string;
  recoveryCodes: string;
  icon: string;
  /** In place of the name; null where the publication has none. Sizes in CSS pixels. */
  logo: { href: string; width: number; height: number } | null;
}

/** What stands around every page. For a stranger it holds nothing personal, so her pages may be cached. */
export interface PageFrame {
  /** The site's address, without a slash at the end. */
  origin: string;
  /** The path of this page, where "sign in" brings her back to. */
  path: string;
  files: PageFiles;
  /** Who publishes it, and in which language. */
  voice: Voice;
  sections: NamedLink[];
  reader: SignedInReader | null;
}
