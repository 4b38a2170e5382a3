/** Whose console this is, as the application wrote it into the page: its name, its time zone, the nonce of this answer. */

const element = (selector: string): HTMLMetaElement => {
  const found = document.querySelector<HTMLMetaElement>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
};

export const publication = {
  name: element('meta[name="publication"]').content,
  timeZone: element('meta[name="time-zone"]').content,
};

/** For the styles that are written while the console runs; browsers hide it from the attribute. */
export const styleNonce = element('meta[property="csp-nonce"]').nonce;
