/** An event of Stripe's as the API shows it; what stands in it is left out, for it is nobody's to read here. */
export type EventStatus = 'received' | 'processed' | 'ignored' | 'failed' | 'quarantined';

export interface ReceivedEvent {
  id: string;
  type: string;
  customer: string | null;
  wasReplayed: boolean;
  status: EventStatus;
  attempts: number;
  lastError: string | null;
  receivedAt: string;
  processedAt: string | null;
}

/** What each means, and in which colour it is told. */
export const statuses = {
  quarantined: { label: 'Needs you', color: 'error', means: 'It failed as often as it may.' },
  failed: { label: 'Tried again', color: 'warning', means: 'It failed, and is tried again.' },
  received: { label: 'Waiting', color: 'info', means: 'Its turn comes.' },
  processed: { label: 'Done', color: 'success', means: 'Our books agree with it.' },
  ignored: { label: 'Not ours', color: 'default', means: 'There is nothing to be done about it.' },
} as const satisfies Record<EventStatus, { label: string; color: string; means: string }>;

/** Nothing more happens to it by itself. */
export const isSettled = ({ status }: ReceivedEvent): boolean =>
  status === 'processed' || status === 'ignored' || status === 'quarantined';
