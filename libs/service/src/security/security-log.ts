import pino, { type DestinationStream } from 'pino';
import type { Log } from '../log';
import { currentTraceId } from '../trace';
import { currentCaller } from './caller';
import { networkOf } from './network-of';
import { createRepeats, type Repeated } from './repeats';
import { securityEvents, type SecurityAction } from './security-events';

/** What is told of an event besides what its kind says. What is left out is taken from the request being worked on (`withCaller`). */
export interface SecurityFacts {
  /** Account that it is about, as its id; never a phone or a name. */
  readonly userId?: string | undefined;
  /** Network address that it came from. Only its network is written (`networkOf`). */
  readonly sourceAddress?: string | undefined;
  readonly requestId?: string | undefined;
  /** The app, as it says or as its token does. */
  readonly clientApp?: string | undefined;
  /** Why, as one of our codes: `WRONG_PASSWORD`. */
  readonly errorCode?: string | undefined;
  /** Who in the operators' team did it: the name of their login. */
  readonly operator?: string | undefined;
  /** How many things it is about. */
  readonly amount?: number | undefined;
  /** What it is about, by names of ours. */
  readonly labels?: Partial<Record<SecurityLabel, string>> | undefined;
}

export type SecurityLabel =
  'budget' | 'factor' | 'field' | 'provider' | 'role' | 'route' | 'service' | 'session' | 'subject' | 'topic';

/** Where security events are written: one line of JSON each, among the lines of the log, by field names of ECS. */
export interface SecurityLog {
  /**
   * Writes an event. One that repeats within a minute (the same kind, account, network, code and labels) is counted instead, and told once more
   * with `bindery.count` when the minute is over; of many different ones the first of each minute are told and the rest counted.
   */
  record(action: SecurityAction, facts?: SecurityFacts): void;
  /** Writes what is counted and not told yet, as at the end of a program. */
  flush(): void;
}

/** Nobody reads a label as text of a person. */
const wordPattern = /^[\w.:@/-]{1,80}$/;

const word = (value: string | undefined): string | undefined =>
  value !== undefined && wordPattern.test(value) ? value : undefined;

/**
 * A security log into the same stream as `log`, whatever the level of that is; none for `silent`. `now` is for tests.
 */
export function createSecurityLog(log: Log, now: () => Date = () => new Date()): SecurityLog {
  const writer = createWriter(log);
  const write = ({ action, fields, count, since }: Repeated<Record<string, unknown>>, at: Date) => {
    const { kind, category, type, outcome, says } = securityEvents[action];
    const isHarmless = kind === 'event' && outcome === 'success';
    writer[isHarmless ? 'info' : 'warn'](
      {
        '@timestamp': at.toISOString(),
        'event.kind': kind,
        'event.category': [category],
        'event.type': [type],
        'event.action': action,
        'event.outcome': outcome,
        ...fields,
        ...(count === undefined ? {} : { 'bindery.count': count, 'event.start': since?.toISOString() }),
      },
      says,
    );
  };
  const repeats = createRepeats(write, now);
  return {
    record: (action, facts = {}) => repeats.tell(action, toFields(facts)),
    flush: () => repeats.flush(),
  };
}

function createWriter(log: Log) {
  const stream = (log as unknown as Record<symbol, DestinationStream>)[pino.symbols.streamSym];
  return pino(
    {
      level: log.level === 'silent' ? 'silent' : 'info',
      base: { 'service.name': log.bindings().service, 'log.logger': 'security', 'ecs.version': '9.0.0' },
      messageKey: 'message',
      timestamp: false,
      formatters: { level: (label) => ({ 'log.level': label }) },
    },
    stream as DestinationStream,
  );
}

/** The fields in which a line differs from others of its kind; JSON leaves out those that nothing is known of. */
function toFields(facts: SecurityFacts) {
  const caller = currentCaller();
  const address = facts.sourceAddress ?? caller.address;
  const labels = Object.entries(facts.labels ?? {}).map(([name, value]) => [`labels.${name}`, word(value)]);
  return {
    same: {
      'user.id': word(facts.userId ?? caller.accountId),
      'user.name': word(facts.operator),
      'source.address': address === undefined ? undefined : networkOf(address),
      'error.code': word(facts.errorCode),
      ...Object.fromEntries(labels),
    } as Record<string, unknown>,
    own: {
      // What an app says of itself, so it makes no event another.
      'user_agent.name': word(facts.clientApp ?? caller.clientApp),
      'http.request.id': word(facts.requestId ?? caller.requestId),
      'trace.id': currentTraceId(),
      'bindery.amount': facts.amount,
    } as Record<string, unknown>,
  };
}
