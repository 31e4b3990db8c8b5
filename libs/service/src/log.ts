import pino, { type DestinationStream, type Logger } from 'pino';
import { toLoggedError } from './log-error';
import { currentTraceId } from './trace';

export type Log = Logger;

export interface LogOptions {
  readonly service: string;
  readonly level: string;
  readonly format: 'json' | 'pretty';
  /** Where lines go instead of standard output; for tests. */
  readonly destination?: DestinationStream;
}

/** Fields that never reach a log, wherever up to three levels deep they stand. */
const secretFields = [
  'password',
  'newPassword',
  'code',
  'token',
  'accessToken',
  'refreshToken',
  'proof',
  'secret',
  'authorization',
  'cookie',
  'phone',
  'email',
  'to',
  'address',
  'cardNumber',
  'number',
  'holderName',
  'memberNumber',
  'idNumber',
  'variables',
  'text',
];

const atDepths = (field: string) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`];

/** One line of a request is found with those of the events and jobs that came of it, in whichever service. */
function traceOfLine(): { traceId?: string } {
  const traceId = currentTraceId();
  return traceId ? { traceId } : {};
}

/** A logger that writes one JSON object a line, with secrets and personal data redacted. */
export function createLog({ service, level, format, destination }: LogOptions): Log {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: traceOfLine,
    serializers: { err: toLoggedError, error: toLoggedError, cause: toLoggedError },
    redact: { paths: secretFields.flatMap(atDepths), censor: '[redacted]' },
  };
  if (destination) return pino(options, destination);
  if (format === 'pretty')
    return pino({ ...options, transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } });
  return pino(options);
}
