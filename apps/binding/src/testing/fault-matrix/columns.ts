import { lendingKinds, type LendingKind } from '../../providers';
import type { PlayedKind } from './deed';
import type { Player } from './player';

/** What goes wrong in a cell. */
export interface Trouble {
  readonly name: string;
  /** Ordered of the simulator, for the one operation. */
  readonly fault?: { readonly mode: string; readonly delayMs?: number };
  /** Minutes that our clock is ahead while it is sent, each played by itself. */
  readonly minutesAhead?: readonly number[];
  readonly keysRotate?: true;
  /** It is received by who has no key yet. */
  readonly keysUnknown?: true;
  readonly readerOffline?: true;
}

const fault = (mode: string, delayMs?: number): Trouble => ({ name: mode, fault: { mode, delayMs } });

export const troubles: readonly Trouble[] = [
  { name: 'nothing' },
  fault('slow', 150),
  fault('error'),
  // Longer than a hasty connector waits.
  fault('timeout-then-success', 3_000),
  fault('twice'),
  fault('late', 200),
  fault('never'),
  fault('silent'),
  fault('refuse'),
  fault('contradict'),
  fault('out-of-order'),
  fault('wrong-signature'),
  { ...fault('unknown-key'), keysUnknown: true },
  fault('replay'),
  { name: 'clock wrong by 4 minutes', minutesAhead: [4, -4] },
  { name: 'clock wrong by 6 minutes', minutesAhead: [6, -6] },
  { name: 'key rotated in between', keysRotate: true },
  { name: 'a reader offline', readerOffline: true },
];

/** Why a cell means nothing; the letter stands in the table, the words in its legend. */
export const meaningless = {
  a: 'nothing is asked outside: the proof is judged, and kept, by Bindery itself',
  b: 'the platform issues the pass itself, so that nobody can refuse it or post about it; what may fail is the push that tells devices',
  c: 'no push is made: the phone fetches the pass by its link',
  d: 'the request carries no time of its own',
  e: 'nothing that a company has signed comes from outside, so that there is no key of one to change',
  f: 'there are no readers of a site, or they learn of it by the bind itself',
  g: 'nothing is posted about it: a lender answers how a request stands, or is asked',
  h: 'its signatures name no key and none can be fetched: by another key it is a signature that is wrong, which the row above plays',
  i: 'nothing older is ever told: that an agreement was signed is the first that is said of it',
} as const;
export type Meaningless = keyof typeof meaningless;

export const isLending = (kind: PlayedKind): kind is LendingKind =>
  (lendingKinds as readonly PlayedKind[]).includes(kind);

/** Troubles of messages. */
const posted = ['twice', 'contradict', 'out-of-order', 'wrong-signature', 'unknown-key', 'replay'];
const pushed = ['slow', 'error', 'timeout-then-success', 'twice', 'late', 'never', 'silent'];

export function whyMeaningless(
  { reader, rotateKeys, keysFetched, isShown, tells, tellsSigned }: Player,
  kind: PlayedKind,
  trouble: Trouble,
): Meaningless | undefined {
  const { fault, minutesAhead, keysRotate, keysUnknown, readerOffline, name } = trouble;
  if (readerOffline) return reader !== undefined && kind === 'UNBIND' ? undefined : 'f';
  if (keysRotate) return rotateKeys ? undefined : 'e';
  if (minutesAhead && (isShown || !tells)) return 'd';
  if (!fault) return undefined;
  if (!tells) return 'a';
  if (isLending(kind)) return posted.includes(name) ? 'g' : undefined;
  if (isShown) return !pushed.includes(name) ? 'b' : kind === 'BIND' || kind === 'RESTORE' ? 'c' : undefined;
  if (keysUnknown && !keysFetched) return 'h';
  return name === 'out-of-order' && kind === 'BIND' && tellsSigned ? 'i' : undefined;
}
