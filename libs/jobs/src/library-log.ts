import type { Log } from '@bindery/service';
import { Logger } from 'graphile-worker';

/** The library's own lines, one level down: what it calls info is each job's start and end, and failures we log ourselves. */
export function createLibraryLog(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const fields = { part: 'graphile-worker', ...scope };
    if (meta?.failure) log.debug(fields, message);
    else if (level === 'error' || level === 'warning') log.warn(fields, message);
    else log.debug(fields, message);
  });
}
