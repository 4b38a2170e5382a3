/** What the development helpers take and answer. */
import { IsInt, Max, Min } from 'class-validator';

export class ClockAdvance {
  /** At most ten years at once. */
  @IsInt()
  @Min(1)
  @Max(10 * 366 * 24 * 60 * 60)
  seconds: number;
}

export class ClockView {
  /** The product's time after the move. */
  now: Date;
  /** Whether everything that fell due has been done. */
  settled: boolean;
}

export class MailView {
  to: string;
  subject: string;
  text: string;
  html: string;
  sentAt: string;
}

export class MailboxView {
  items: MailView[];
}
