/** Whether a form came from our own pages: what closes cross-site request forgery. */

export interface FormOrigin {
  /** `Sec-Fetch-Site`, which browsers set and pages cannot. */
  fetchSite: string | undefined;
  /** `Origin`, for browsers that do not send the former. */
  origin: string | undefined;
}

/** @param ownOrigins scheme, host and port of the addresses under which we are reached */
export function isSameOrigin(form: FormOrigin, ownOrigins: readonly string[]): boolean {
  if (form.fetchSite !== undefined)
    return form.fetchSite === 'same-origin' || form.fetchSite === 'none';
  return form.origin !== undefined && ownOrigins.includes(form.origin);
}
