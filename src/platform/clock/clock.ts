/** The product's time. Nothing else in src/ reads the machine's clock. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Milliseconds since 1970 by the machine, which the product's time may leave behind: tokens end by it everywhere. */
export const machineTime = (): number => Date.now();
