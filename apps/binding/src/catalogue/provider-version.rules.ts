import { isDeepStrictEqual } from 'node:util';

/** An entry as it is written: its texts with placeholders, its fields as a file has them. Looked at before it is in force. */
export type ProviderEntry = Readonly<Record<string, unknown>>;

/** Who says what a provider can do: the file that came with the service, or one of our operators. */
export const versionOrigins = ['FILE', 'OPERATOR'] as const;
export type VersionOrigin = (typeof versionOrigins)[number];

/** One field that is other than before; undefined, which JSON leaves out, where there was or is none. */
export interface ProfileChange {
  /** Path in the entry, e.g. `restore.windowDays`. */
  readonly field: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** What of a provider changes, as people and analysts speak of it. */
export const profileAspects = [
  'SHOWN',
  'TERMS',
  'SUSPEND',
  'RESTORE',
  'TIMES',
  'FEE',
  'OBLIGATIONS',
  'BIND_PROOF',
  'UNBIND_PROOF',
  'RESTORE_PROOF',
  'LIMITS',
  'SIGNALS',
  'OFFLINE',
  'DEVICE_MOVE',
  'CONNECTION',
] as const;
export type ProfileAspect = (typeof profileAspects)[number];

/** By the beginning of the path; the first that fits. */
const aspectOfField: readonly (readonly [string, ProfileAspect])[] = [
  ['terms', 'TERMS'],
  ['purposes', 'TERMS'],
  ['loans', 'TERMS'],
  ['documents', 'TIMES'],
  ['elements', 'BIND_PROOF'],
  ['validity', 'TIMES'],
  ['suspend', 'SUSPEND'],
  ['restore', 'RESTORE'],
  ['confirmation', 'TIMES'],
  ['operationDeadlineSeconds', 'TIMES'],
  ['activationDeadlineDays', 'TIMES'],
  ['unbindFee', 'FEE'],
  ['unbindObligations', 'OBLIGATIONS'],
  ['obligationActs', 'OBLIGATIONS'],
  ['requirements.BIND', 'BIND_PROOF'],
  ['requirements.UNBIND', 'UNBIND_PROOF'],
  ['requirements.RESTORE', 'RESTORE_PROOF'],
  ['limits', 'LIMITS'],
  ['platforms', 'BIND_PROOF'],
  ['staleAfterDays', 'TIMES'],
  ['cascadesToBindings', 'SIGNALS'],
  ['signalsRemoval', 'SIGNALS'],
  ['offlineRevocationWorstCase', 'OFFLINE'],
  ['deviceMove', 'DEVICE_MOVE'],
  ['style', 'CONNECTION'],
  ['kind', 'CONNECTION'],
];

/** What these changes are about, each once, in the order of the list. */
export function aspectsOf(changes: readonly ProfileChange[]): ProfileAspect[] {
  const found = new Set(
    changes.map(
      ({ field }) => aspectOfField.find(([start]) => field === start || field.startsWith(`${start}.`))?.[1] ?? 'SHOWN',
    ),
  );
  return profileAspects.filter((aspect) => found.has(aspect));
}

/** Every field that differs, in the order of its path. Lists are compared as a whole: their order means something. */
export function changesBetween(before: unknown, after: unknown, path = ''): ProfileChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isRecord(before) || !isRecord(after)) return [{ field: path, from: before, to: after }];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields.flatMap((field) =>
    changesBetween(before[field], after[field], path === '' ? field : `${path}.${field}`),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
