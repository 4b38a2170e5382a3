/** Where the site's licence file stands, which robots.txt, every page and every refusal name. */
export const licencePath = '/license.xml';
