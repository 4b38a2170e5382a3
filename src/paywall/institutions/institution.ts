/** A library, a school, a company: whoever comes from its networks or has an address of its domains reads. */
export interface Institution {
  readonly id: string;
  readonly name: string;
  /** CIDR ranges, IPv4 and IPv6. */
  readonly networks: string[];
  /** What stands behind the @ of its people's addresses. */
  readonly emailDomains: string[];
  readonly startsAt: Date;
  /** The first instant at which it opens nothing any more. */
  readonly endsAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type InstitutionDraft = Omit<Institution, 'id' | 'createdAt' | 'updatedAt'>;

/** What was read through an institution in a range of days. */
export interface InstitutionUsage {
  readonly total: number;
  /** Days without a read are left out. */
  readonly days: { readonly day: string; readonly reads: number }[];
  /** The most read first. */
  readonly articles: { readonly slug: string; readonly title: string; readonly reads: number }[];
}
