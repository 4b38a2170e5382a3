/** A mail as it leaves: the same sentences as text and as HTML. */

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}
