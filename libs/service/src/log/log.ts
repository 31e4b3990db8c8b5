import pino, { type ChildLoggerOptions, type DestinationStream, type Logger } from 'pino';
import { currentTraceId } from '../trace';
import { keepLogFields } from './log-fields';
import { toLoggedError } from './log-error';
import { scrub } from './scrub';

export type Log = Logger;

export interface LogOptions {
  readonly service: string;
  readonly level: string;
  readonly format: 'json' | 'pretty';
  /** Where lines go instead of standard output; for tests. */
  readonly destination?: DestinationStream;
}

/** One line of a request is found with those of the events and jobs that came of it, in whichever service. */
function traceOfLine(): { traceId?: string } {
  const traceId = currentTraceId();
  return traceId ? { traceId } : {};
}

/** The first two of what was given to a logger are a line: fields and message, or one of them. More would be put into the message by whoever wrote it. */
function toLine([first, second]: readonly unknown[]): [object, string?] {
  const message = typeof first === 'string' ? first : second;
  const told = typeof message === 'string' ? scrub(message) : undefined;
  if (!(first instanceof Error)) return [typeof first === 'object' && first !== null ? first : {}, told];
  const err = toLoggedError(first);
  return [{ err: first }, told ?? (err as { message: string }).message];
}

const asItIs = <T>(value: T): T => value;

/**
 * A logger that writes one JSON object a line. Its fields are those of `keepLogFields` and no others, whoever logs, libraries included;
 * texts are scrubbed of what looks like data of a person.
 */
export function createLog({ service, level, format, destination }: LogOptions): Log {
  const options: pino.LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: traceOfLine,
    formatters: { log: keepLogFields },
    // Done by the fields; pino's own would tell more.
    serializers: { err: asItIs },
    hooks: {
      logMethod(given, method) {
        method.apply(this, toLine(given) as Parameters<typeof method>);
      },
    },
  };
  if (destination) return withKeptBindings(pino(options, destination));
  if (format === 'pretty')
    return withKeptBindings(
      pino({ ...options, transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }),
    );
  return withKeptBindings(pino(options));
}

/** What a child is bound to goes into each of its lines past the formatters. Children of children are made by the same function. */
function withKeptBindings(log: Log): Log {
  const child = log.child as unknown as (this: Log, bindings: object, options?: ChildLoggerOptions) => Log;
  const childWithKept: typeof child = function (bindings, options) {
    return child.call(this, keepLogFields({ ...bindings }), options);
  };
  return Object.assign(log, { child: childWithKept as unknown as Log['child'] });
}
