import { isDeepStrictEqual } from 'node:util';
import type { CredentialStatus, ProviderMessage, SentKind } from '../../providers';
import type { PlayedKind } from './deed';
import type { Truth } from './read-truth';

/** A rule that a connector broke; what it says is the finding. */
export class Broken extends Error {}

export const statusAfter: Readonly<Record<SentKind, CredentialStatus>> = {
  BIND: 'ACTIVE',
  UNBIND: 'ABSENT',
  SUSPEND: 'SUSPENDED',
  RESUME: 'ACTIVE',
  RESTORE: 'ACTIVE',
};

/** What became of what a provider has between two looks. */
export const changesOf = (before: Truth, after: Truth): readonly (readonly [string, string])[] => [
  ...[...after].filter(([name, standing]) => before.get(name) !== standing),
  ...[...before.keys()].filter((name) => !after.has(name)).map((name) => [name, 'GONE'] as const),
];

/** Without effect: nothing has changed. */
export function mustBeUnchanged(before: Truth, after: Truth, said: string): void {
  const changes = changesOf(before, after);
  if (changes.length > 0) throw new Broken(`${said}, and at the provider it is ${JSON.stringify(changes)}`);
}

/** These effects and no other. */
export function mustHaveChanged(
  kind: PlayedKind,
  before: Truth,
  after: Truth,
  wanted: Readonly<Record<string, string>>,
): void {
  const changes = Object.fromEntries(changesOf(before, after));
  if (!isDeepStrictEqual(changes, wanted))
    throw new Broken(`${kind} was said to be confirmed, and at the provider it is ${JSON.stringify(changes)}`);
}

/** One effect on a card and no other; answers on which credential. */
export function mustBeDoneToCard(kind: SentKind, before: Truth, after: Truth, reference: string | undefined): string {
  const changes = changesOf(before, after);
  const [one] = changes;
  const wanted = statusAfter[kind];
  if (changes.length !== 1 || one?.[1] !== wanted)
    throw new Broken(`${kind} was said to be confirmed, and at the provider it is ${JSON.stringify(changes)}`);
  if (reference !== undefined && one[0] !== reference && kind !== 'RESTORE')
    throw new Broken(`${kind} was confirmed of ${reference}, and it happened to ${one[0]}`);
  return one[0];
}

/** What was told of the outcome of an operation: at most what was ordered, and nothing that is not so. */
export function mustBeTrue(told: readonly ProviderMessage[], ended: string, mode: string | undefined): void {
  const said = told.map(({ type }) => (type === 'operation.refused' ? 'REFUSED' : 'CONFIRMED'));
  const lies = said.filter((word) => word !== ended);
  if (lies.length > (mode === 'contradict' ? 1 : 0)) throw new Broken(`it ended ${ended}, and was told ${said.join()}`);
  const most = mode === 'twice' || mode === 'contradict' ? 2 : 1;
  if (said.length > most) throw new Broken(`its outcome was taken ${said.length} times`);
}
