/** Faults a test asks for: what goes wrong with events on their way, and with calls to the API. */

const EVENT_ACTIONS = [
  'drop',
  'duplicate',
  'twin',
  'delay',
  'shuffle',
  'bad-signature',
  'old-version',
  'foreign-mode',
  'thin',
] as const;

const API_ACTIONS = [
  'rate-limit',
  'server-error',
  'slow',
  'timeout',
  'timeout-after-commit',
  'reset',
  'reset-after-commit',
  'nonsense',
] as const;

/** What to do to events. `type` is an event's type, or the beginning of one followed by `*`. */
export interface EventFault {
  type: string;
  action: (typeof EVENT_ACTIONS)[number];
  /** How many events it still applies to; without it, every one. */
  times?: number;
  /** For `delay`: wall seconds. */
  seconds?: number;
  /** For `duplicate`: how often the event is sent in all (2). */
  copies?: number;
}

/** What to do to calls. `path` is an address, or the beginning of one followed by `*`. */
export interface ApiFault {
  method?: string;
  path: string;
  action: (typeof API_ACTIONS)[number];
  times?: number;
  /** For `slow`: wall seconds before the work begins (1). */
  seconds?: number;
}

export interface FaultList {
  events: EventFault[];
  api: ApiFault[];
}

export class Faults {
  private list: FaultList = { events: [], api: [] };
  private counts: Record<string, number> = {};

  /** How often each action has befallen an event or a call. */
  get struck(): Readonly<Record<string, number>> {
    return this.counts;
  }

  get current(): FaultList {
    return this.list;
  }

  set(list: FaultList): void {
    this.list = list;
  }

  clear(): void {
    this.list = { events: [], api: [] };
    this.counts = {};
  }

  /** Every fault that applies to this event; each is used up once. */
  forEvent(type: string): EventFault[] {
    const applying = this.list.events.filter((fault) => matches(fault.type, type));
    this.list = { ...this.list, events: used(this.list.events, applying) };
    for (const { action } of applying) this.count(action);
    return applying;
  }

  /** The first fault that applies to this call. */
  forCall(method: string, path: string): ApiFault | null {
    const applying = this.list.api.find(
      (fault) => (fault.method ?? method).toUpperCase() === method && matches(fault.path, path),
    );
    if (!applying) return null;
    this.list = { ...this.list, api: used(this.list.api, [applying]) };
    this.count(applying.action);
    return applying;
  }

  private count(action: string): void {
    this.counts[action] = (this.counts[action] ?? 0) + 1;
  }
}

function matches(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

function used<Fault extends { times?: number }>(all: Fault[], applied: readonly Fault[]): Fault[] {
  return all
    .map((fault) =>
      fault.times !== undefined && applied.includes(fault)
        ? { ...fault, times: fault.times - 1 }
        : fault,
    )
    .filter((fault) => fault.times !== 0);
}

/** Reads a list of faults from JSON; answers a sentence about what is wrong with it. */
export function readFaults(value: unknown): FaultList | string {
  if (!isRecord(value)) return 'Faults are an object: {"events": [], "api": []}.';
  const { events = [], api = [], ...unknown } = value;
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) return `Faults have "events" and "api", not "${stranger}".`;
  if (!Array.isArray(events) || !Array.isArray(api)) return '"events" and "api" are lists.';
  const read: FaultList = { events: [], api: [] };
  for (const fault of events as unknown[]) {
    if (!isEventFault(fault)) {
      return `An event fault is {"type", "action": ${EVENT_ACTIONS.join(' | ')}, "times"?, "seconds"?, "copies"?}.`;
    }
    read.events.push(fault);
  }
  for (const fault of api as unknown[]) {
    if (!isApiFault(fault)) {
      return `An API fault is {"path", "method"?, "action": ${API_ACTIONS.join(' | ')}, "times"?, "seconds"?}.`;
    }
    read.api.push(fault);
  }
  return read;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEventFault(value: unknown): value is EventFault {
  return (
    isRecord(value) &&
    typeof value['type'] === 'string' &&
    EVENT_ACTIONS.some((action) => action === value['action']) &&
    isPositive(value['times']) &&
    isPositive(value['seconds']) &&
    isPositive(value['copies'])
  );
}

function isApiFault(value: unknown): value is ApiFault {
  return (
    isRecord(value) &&
    typeof value['path'] === 'string' &&
    API_ACTIONS.some((action) => action === value['action']) &&
    (value['method'] === undefined || typeof value['method'] === 'string') &&
    isPositive(value['times']) &&
    isPositive(value['seconds'])
  );
}

function isPositive(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value) && value > 0);
}
