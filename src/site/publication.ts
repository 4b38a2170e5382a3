/** Who publishes these pages: the few facts that a publisher changes without touching a page. */

export interface Publication {
  name: string;
  /** The line under the name on the front page. */
  motto: string;
  /** Where questions about a membership go; shown on the account and error pages. */
  helpEmail: string;
  /** IANA name; every date on the pages is told in this zone. */
  timeZone: string;
}

export const publication: Publication = {
  name: 'The Broadsheet',
  motto: 'News of the town, paid for by its readers',
  helpEmail: 'readers@town.test',
  timeZone: 'UTC',
};
