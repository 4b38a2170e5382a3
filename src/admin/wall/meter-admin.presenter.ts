/** The site's meter as staff see it. */
import { ApiProperty } from '@nestjs/swagger';
import { type MeterWindow, meterWindows } from '../../paywall/meter/meter.rules.js';
import type { MeterTerms } from '../../paywall/meter/meter-desk.service.js';

export class MeterSettingsView {
  anonymousLimit: number;
  registeredLimit: number;
  @ApiProperty({ enum: meterWindows })
  window: MeterWindow;
  windowDays: number;
  timeZone: string;
  exemptSections: string[];
  cookielessLimit: number;
  networkLimit: number;
}

export function presentMeterSettings(terms: MeterTerms): MeterSettingsView {
  return {
    anonymousLimit: terms.anonymousLimit,
    registeredLimit: terms.registeredLimit,
    window: terms.window,
    windowDays: terms.windowDays,
    timeZone: terms.timeZone,
    exemptSections: terms.exemptSections,
    cookielessLimit: terms.cookielessLimit,
    networkLimit: terms.networkLimit,
  };
}
