import type { Id } from '@bindery/kernel';
import type { EventHandlers } from '@bindery/messaging';
import type { EntityManager } from 'typeorm';
import { alertTable, type AlertedFact, type AlertRow } from './alert-table.rules';
import type { Notify } from './notify';

/** Listens to every fact of the alert table and tells of it what its row says. */
export function onAlertedFacts(notify: Notify): EventHandlers<EntityManager> {
  const handle =
    ({ alertOf }: AlertRow) =>
    async (
      event: { readonly id: Id<'event'>; readonly type: AlertedFact; readonly data: unknown },
      tx: EntityManager,
    ) => {
      const alert = alertOf(event.data as never);
      if (alert) await notify(tx, event, alert);
    };
  return Object.fromEntries(
    Object.entries<AlertRow>(alertTable).map(([type, row]) => [type, handle(row)]),
  ) as EventHandlers<EntityManager>;
}
