import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { UsageFilter } from '../usage/usage-filter.rules';

export const exportFormats = ['CSV', 'JSON'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** As it is kept. */
export const keptStates = ['WAITING', 'WRITING', 'READY', 'CANCELLED'] as const;
export type KeptState = (typeof keptStates)[number];

/** As it is shown: what is past its time is gone, whether or not it has been deleted. */
export const exportStates = [...keptStates, 'EXPIRED'] as const;
export type ExportState = (typeof exportStates)[number];

/** How a file is written: what is in it, in whose words, in which zone moments are told. */
export interface ExportOrder {
  readonly format: ExportFormat;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly filter: UsageFilter;
}

/** A file of uses that is asked for, being written or there. */
export interface UsageExport extends ExportOrder {
  readonly id: Id<'usage_export'>;
  readonly accountId: Id<'account'>;
  readonly state: KeptState;
  /** As counted when it was asked for; what came while it was written may be in it too. */
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly parts: number;
  readonly bytes: number;
  /** The key of the last use that was written; null before the first. */
  readonly cursor: string | null;
  readonly createdAt: Date;
  readonly readyAt: Date | null;
  /** While it is not ready the moment by which it is, or is given up. */
  readonly expiresAt: Date;
}

const hourMs = 60 * 60_000;

/** Time to write it: it takes seconds, unless nothing works. */
export const writeWithinMs = 24 * hourMs;
/** How long a file can be fetched. */
export const keptForMs = 24 * hourMs;
/** How long a link is good: to press it, not to keep it. */
export const linkLifetimeMs = 5 * 60_000;

/** Rows of one part: some hundred kilobytes of text, which is all that is in memory at once. */
export const rowsOfPart = 2_000;

export const stateOf = ({ state, expiresAt }: Pick<UsageExport, 'state' | 'expiresAt'>, now: Date): ExportState =>
  state !== 'CANCELLED' && now >= expiresAt ? 'EXPIRED' : state;

export const isUnfinished = (state: ExportState): boolean => state === 'WAITING' || state === 'WRITING';

/** What browsers save it as: no name of a person or a card. The day is that of the holder's zone. */
export const fileNameOf = ({ format }: Pick<UsageExport, 'format'>, day: string): string =>
  `bindery-usage-${day}.${format === 'CSV' ? 'csv' : 'json'}`;

/** How often files and links are asked for by one account. */
export const exportBudgets = {
  'usage.export': [{ dimension: 'ACTOR', limit: 10, windowMs: 24 * hourMs }],
  'usage.export-link': [{ dimension: 'ACTOR', limit: 60, windowMs: hourMs }],
} as const;
