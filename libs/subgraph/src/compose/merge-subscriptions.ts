import type { EntityManager } from 'typeorm';
import type { EventHandlers } from '@bindery/messaging';
import type { Feature } from './feature';

type Handle = (event: never, tx: EntityManager) => Promise<void>;

/** What a service does about each event: what its features do about it, one after the other in one transaction. */
export function mergeSubscriptions(features: readonly Feature[]): EventHandlers<EntityManager> {
  const byType = new Map<string, Handle[]>();
  for (const { subscriptions = {} } of features)
    for (const [type, handle] of Object.entries(subscriptions) as [string, Handle][])
      byType.set(type, [...(byType.get(type) ?? []), handle]);
  return Object.fromEntries([...byType].map(([type, handles]) => [type, inTurn(handles)]));
}

const inTurn =
  (handles: readonly Handle[]): Handle =>
  async (event, tx) => {
    for (const handle of handles) await handle(event, tx);
  };
