import { describe, expect, it } from 'vitest';
import { deviceInWords } from './device-in-words.rules.js';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const chrome = `Chrome/141.0.0.0`;

describe('a device in words', () => {
  it.each([
    ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; rv:143.0) Firefox/143.0'],
    ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'],
    ['Chrome on Mac', `Mozilla/5.0 (Macintosh; Intel) ${webKit} ${chrome} Safari/537.36`],
    ['Chrome on Android', `Mozilla/5.0 (Linux; Android 16) ${webKit} ${chrome} Mobile Safari/537`],
    ['Chrome on ChromeOS', `Mozilla/5.0 (X11; CrOS x86_64) ${webKit} ${chrome} Safari/537.36`],
    ['Edge on Windows', `Mozilla/5.0 (Windows NT 10.0) ${webKit} ${chrome} Safari/537 Edg/141.0`],
    ['Opera on Windows', `Mozilla/5.0 (Windows NT 10.0) ${webKit} ${chrome} Safari/537 OPR/122.0`],
    ['Safari on iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Safari/604.1'],
    ['Chrome on iPad', 'Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) CriOS/141.0 Safari/604.1'],
    ['curl', 'curl/8.5.0'],
    ['Paper App on iPhone', 'Paper App/3.1 (iPhone; iOS 19.0)'],
    ['An unknown device', 'Mozilla/5.0 (compatible)'],
    ['An unknown device', '<script>alert(1)</script>'],
    ['An unknown device', ''],
    ['An unknown device', null],
  ])('is "%s"', (words, userAgent) => {
    expect(deviceInWords(userAgent)).toBe(words);
  });
});
