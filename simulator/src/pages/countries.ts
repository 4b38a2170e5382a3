/** The countries a page lets its reader choose from, by name. */

const CODES = (
  'AE AR AT AU BE BG BR CA CH CL CO CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IN IS IT JP KR LI LT LU LV MT MX MY ' +
  'NL NO NZ PE PH PL PT RO SE SG SI SK TH TR TW US ZA'
).split(' ');

const names = new Intl.DisplayNames('en', { type: 'region' });

export const COUNTRIES: readonly { code: string; name: string }[] = CODES.map((code) => ({
  code,
  name: names.of(code) ?? code,
})).sort((one, other) => one.name.localeCompare(other.name));

export function isCountry(code: string): boolean {
  return CODES.includes(code);
}
