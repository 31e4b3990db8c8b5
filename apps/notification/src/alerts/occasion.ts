import type { EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { LockedRecipient } from '../recipients';
import type { AlertFacts } from './alert-facts.rules';
import type { PartOf } from './alert-kind.rules';
import {
  findJoinable,
  listOfAct,
  listOfBinding,
  listOfMoment,
  saveFacts,
  saveToldIn,
  type JoinableNotification,
  type NewNotification,
} from './notification.repository';
import { joinFacts, partsOf, wholesOf } from './occasion.rules';

/** A notification that is about to be told, and what tells it with others of the same thing. */
export interface Occasion {
  /** The entry that is there and tells this too; undefined where this is an entry of its own. */
  readonly told: JoinableNotification | undefined;
  /** Entries that this one takes the place of. */
  readonly parts: readonly JoinableNotification[];
  /** What this one tells, with what those knew. */
  readonly facts: AlertFacts;
}

type Fresh = Pick<NewNotification, 'kind' | 'cardId' | 'bindingId' | 'facts' | 'occurredAt'>;

/**
 * Finds what somebody was told of the same thing: binding a card is a consent, a card that is bound and one that pays by default, and one entry.
 * Events of several topics come in any order; the recipient is locked, so each sees what the other has written.
 */
export async function findOccasion(tx: EntityManager, recipient: LockedRecipient, fresh: Fresh): Promise<Occasion> {
  const listBy = {
    BINDING: (kinds: readonly string[]) =>
      fresh.bindingId ? listOfBinding(tx, recipient, fresh.bindingId, kinds) : Promise.resolve([]),
    MOMENT: (kinds: readonly string[]) => listOfMoment(tx, recipient, fresh.facts.at, kinds),
    ACT: (kinds: readonly string[]) =>
      fresh.cardId && fresh.facts.act
        ? listOfAct(tx, recipient, { cardId: fresh.cardId, act: fresh.facts.act }, kinds)
        : Promise.resolve([]),
  };
  const wholes = wholesOf(fresh.kind);
  const told =
    wholes &&
    (await listBy[wholes.by](wholes.kinds)).find(
      ({ occurredAt }) => wholes.by === 'ACT' || occurredAt >= fresh.occurredAt,
    );
  const parts = await Promise.all(
    (['BINDING', 'MOMENT'] as const satisfies PartOf['by'][]).map(async (by) => {
      const kinds = partsOf(fresh.kind, by);
      return kinds.length > 0 ? listBy[by](kinds) : [];
    }),
  );
  const joined = parts.flat().filter(({ toldIn, occurredAt }) => toldIn === null && occurredAt <= fresh.occurredAt);
  const facts = joined.reduce((known, part) => joinFacts({ ...fresh, facts: known }, part.facts), fresh.facts);
  return { told, parts: joined, facts };
}

/** Joins a notification that was just written with the entry that tells it, or with those that it tells. */
export async function joinOccasion(
  tx: EntityManager,
  recipient: LockedRecipient,
  fresh: Fresh & { readonly id: Id<'notification'> },
  { told, parts }: Occasion,
): Promise<void> {
  const takenOver = parts.map(({ id }) => id);
  if (takenOver.length > 0) await saveToldIn(tx, recipient, takenOver, fresh.id);
  if (!told) return;
  const entry = told.toldIn ? await findJoinable(tx, told.toldIn) : told;
  if (!entry) return;
  await saveToldIn(tx, recipient, [fresh.id], entry.id);
  await saveFacts(tx, entry.id, joinFacts(entry, fresh.facts));
}
