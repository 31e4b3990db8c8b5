import type { Id } from '@bindery/kernel';
import type { AlertFacts } from './alert-facts.rules';
import type { AlertKind, PartOf } from './alert-kind.rules';
import { kinds } from './kinds';
import type { NotificationKind } from './notification-kind.rules';

type By = PartOf['by'];

const all: readonly AlertKind[] = kinds;

/** The kinds whose entries tell this kind too, and by what they are known. */
export const wholesOf = (kind: NotificationKind): PartOf | undefined => all.find(({ code }) => code === kind)?.partOf;

/** The kinds that an entry of this kind takes the place of, by what they are known; of one act the first entry stays. */
export const partsOf = (kind: NotificationKind, by: Exclude<By, 'ACT'>): string[] =>
  all.filter(({ partOf }) => partOf?.by === by && partOf.kinds.includes(kind)).map(({ code }) => code);

/** How long a notification waits before it leaves the platform, in ms: what it is a part of may be on its way. */
export const waitMsOf = (kind: NotificationKind): number => all.find(({ code }) => code === kind)?.waitMs ?? 0;

/** What an entry tells with what a part of it knows besides. */
export function joinFacts(
  { cardId, facts }: { readonly cardId: Id<'card'> | null; readonly facts: AlertFacts },
  part: AlertFacts,
): AlertFacts {
  const { hasDefault, defaultCardId, ...known } = part;
  const paysNow = hasDefault === undefined ? {} : { paysNow: whichPays(hasDefault, defaultCardId === cardId) };
  return { ...known, ...paysNow, ...facts };
}

const whichPays = (hasDefault: boolean, isThis: boolean): AlertFacts['paysNow'] =>
  hasDefault ? (isThis ? 'THIS_CARD' : 'ANOTHER_CARD') : 'NO_CARD';
