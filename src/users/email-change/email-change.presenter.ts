/** What leaves when an account has moved to another address. */

export class EmailChangeView {
  /** By which she signs in from now on. */
  email: string;
}
