/** Whose a host name is. */

/** Whether a name stands within a domain: at the boundary of a label, so that `evilgooglebot.com` does not. */
export function isWithin(name: string, domains: readonly string[]): boolean {
  const host = name.toLowerCase().replace(/\.$/, '');
  return domains.some((domain) => host.endsWith(`.${domain}`));
}
