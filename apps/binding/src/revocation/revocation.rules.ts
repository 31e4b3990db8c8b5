import type { Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { ReaderReport } from '../providers/connector.rules';

/** CONFIRMED: forgets the credential. PENDING: has a line, and has not said so yet. OFFLINE: has no line. */
export const readerStates = ['CONFIRMED', 'PENDING', 'OFFLINE'] as const;
export type ReaderState = (typeof readerStates)[number];

/** How far a reader is with forgetting a credential that was taken off. */
export interface ReaderRevocation {
  readonly readerId: string;
  readonly name: InBothLanguages;
  readonly site: InBothLanguages | null;
  readonly state: ReaderState;
  readonly confirmedAt: Date | null;
  /** By when it forgets the credential without a line. */
  readonly worstCaseUntil: Date;
  /** The provider has told of it; before, it stands for a door of the card. */
  readonly reported: boolean;
}

/** A credential on its way out of the readers. */
export interface Revocation {
  readonly bindingId: Id<'binding'>;
  /** When the provider had taken it off: online checks have refused it since the holder asked. */
  readonly since: Date;
  readonly worstCaseUntil: Date;
}

/** Doors stand for readers until some are told of; their rows stay, since what was known is not rewritten. */
export const readersToldOf = <Reader extends { readonly reported: boolean }>(readers: readonly Reader[]): Reader[] =>
  readers.some(({ reported }) => reported) ? readers.filter(({ reported }) => reported) : [...readers];

/**
 * Whether a door that opened may have been one that had not heard yet: its reader had not confirmed by then, and its worst case was still to come. Where it is
 * not said which it was, any of them; so too while doors stand for readers, whose names nobody has told yet. Then one that is not told of has nothing to hear.
 */
export function mayStillOpen(
  readers: readonly Pick<ReaderRevocation, 'readerId' | 'confirmedAt' | 'worstCaseUntil' | 'reported'>[],
  at: Date,
  readerId?: string,
): boolean {
  const named = readers.filter((reader) => reader.readerId === readerId);
  const isAny = readerId === undefined || (named.length === 0 && !readers.some(({ reported }) => reported));
  return (isAny ? readers : named).some(
    ({ confirmedAt, worstCaseUntil }) => (confirmedAt === null || at <= confirmedAt) && at <= worstCaseUntil,
  );
}

/** When the last reader confirmed; null while one has not, and where there is none. */
export function allConfirmedAt(readers: readonly Pick<ReaderRevocation, 'confirmedAt'>[]): Date | null {
  const moments = readers.map(({ confirmedAt }) => confirmedAt);
  const last = moments.reduce((one, other) => (one && other && one > other ? one : other), moments[0] ?? null);
  return moments.includes(null) ? null : last;
}

/**
 * What is known after a report. A reader that has confirmed has, whatever is told later or again; none goes away once it was told of. What a
 * provider's clock says is kept between the removal and now. Doors stand for readers until the first report.
 */
export function mergeReport(
  known: readonly ReaderRevocation[],
  report: readonly ReaderReport[],
  { since, worstCaseUntil }: Revocation,
  now: Date,
): ReaderRevocation[] {
  const reported = new Map(report.map((reader) => [reader.id, reader]));
  const merged = [...reported.values()].map((reader): ReaderRevocation => {
    const before = known.find(({ readerId }) => readerId === reader.id);
    if (before?.state === 'CONFIRMED') return before;
    return {
      readerId: reader.id,
      name: reader.name,
      site: reader.site,
      state: reader.state,
      confirmedAt: reader.state === 'CONFIRMED' ? within(reader.confirmedAt ?? now, since, now) : null,
      worstCaseUntil: reader.worstCaseUntil ?? worstCaseUntil,
      reported: true,
    };
  });
  const kept = known.filter((reader) => !reported.has(reader.readerId) && (reader.reported || report.length === 0));
  return [...merged, ...kept].sort((one, other) => (one.readerId < other.readerId ? -1 : 1));
}

function within(moment: Date, from: Date, until: Date): Date {
  if (moment < from) return from;
  return moment > until ? until : moment;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Until the next question: often at first, when readers with a line answer, then at leisure; null when nothing will come any more. */
export function nextCheckMs({ since, worstCaseUntil }: Revocation, readers: readonly ReaderRevocation[], now: Date) {
  if (readers.every(({ state }) => state === 'CONFIRMED')) return null;
  const last = readers.reduce(
    (latest, reader) => Math.max(latest, reader.worstCaseUntil.getTime()),
    worstCaseUntil.getTime(),
  );
  if (isOverdue(last, now)) return null;
  const ageMs = now.getTime() - since.getTime();
  if (ageMs < minuteMs) return 5 * secondMs;
  if (ageMs < 10 * minuteMs) return minuteMs;
  return ageMs < hourMs ? 10 * minuteMs : hourMs;
}

/** After the worst case a reader that has not confirmed is somebody's to look at; a little later, since reports travel. */
const reportTravelsMs = 2 * hourMs;

const isOverdue = (worstCaseMs: number, now: Date): boolean => now.getTime() > worstCaseMs + reportTravelsMs;

/** Whether some reader should have forgotten the credential long ago, and nobody has said that it has. */
export const isLate = (readers: readonly ReaderRevocation[], now: Date): boolean =>
  readers.some(({ state, worstCaseUntil }) => state !== 'CONFIRMED' && isOverdue(worstCaseUntil.getTime(), now));
