/** What a device is called in the list of her sessions: its program and its system, and never where it is. */

type Sign = readonly [sign: RegExp, name: string];

/** In this order: most browsers also claim to be those that come after them. */
const programs: readonly Sign[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPT|OPiOS)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly Sign[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac(?:intosh| OS X)\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

const unknown = 'An unknown device';

/** Names as their makers write them, the same in every language; null for what is not known. */
export interface DeviceNames {
  program: string | null;
  system: string | null;
}

/** @param userAgent what the device called itself: a claim, shown to whoever made it and to staff */
export function deviceNames(userAgent: string | null): DeviceNames {
  if (userAgent === null) return { program: null, system: null };
  const program = named(programs, userAgent) ?? otherProgram(userAgent);
  return { program, system: named(systems, userAgent) };
}

export function deviceInWords(userAgent: string | null): string {
  const { program, system } = deviceNames(userAgent);
  if (program === null) return system ?? unknown;
  return system === null ? program : `${program} on ${system}`;
}

function named(signs: readonly Sign[], userAgent: string): string | null {
  return signs.find(([sign]) => sign.test(userAgent))?.[1] ?? null;
}

/** Programs that are no browsers begin with their name, like `curl/8.5.0`; browsers begin with `Mozilla`. */
function otherProgram(userAgent: string): string | null {
  const name = /^([A-Za-z][\w .-]{0,39}?)(?:\/|$)/.exec(userAgent)?.[1] ?? null;
  return name === 'Mozilla' ? null : name;
}
