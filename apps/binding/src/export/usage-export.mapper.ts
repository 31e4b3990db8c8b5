import { stateOf, type UsageExport } from './export.rules';
import { UsageExportType } from './usage-export.type';

export function toUsageExportType(found: UsageExport, now: Date): UsageExportType {
  const { id, format, timeZone, rowsDone, rowsTotal, bytes, createdAt, expiresAt: deadline } = found;
  const state = stateOf(found, now);
  return Object.assign(new UsageExportType(), {
    id,
    state,
    format,
    timeZone,
    rowsDone,
    rowsTotal,
    bytes: state === 'READY' ? bytes : null,
    createdAt,
    deadline,
  });
}
