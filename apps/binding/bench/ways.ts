import type { Trigger } from '@bindery/card-lifecycle';
import { newId, systemClock } from '@bindery/kernel';
import { createOutbox } from '@bindery/messaging';
import { createUnitOfWork } from '@bindery/persistence';
import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { accountFacts } from '../src/accounts';
import { caseEffects } from '../src/cases';
import { createHasRoom } from '../src/bind';
import { createCatalogue } from '../src/catalogue/catalogue';
import { loadProviderCatalogue } from '../src/catalogue/provider-catalogue';
import { consentFacts } from '../src/consents';
import { createDefaultCardEffects } from '../src/default-card';
import { disputeFacts } from '../src/disputes';
import {
  createLifecycle,
  defaultFacts,
  lifecycleEffects,
  lifecycleFacts,
  lockBinding,
  mergeEffects,
  mergeFacts,
} from '../src/lifecycle';
import { BindingChangeRow } from '../src/lifecycle/binding-change.entity';
import { BindingRow } from '../src/lifecycle/binding.entity';
import { listOperationEffects } from '../src/operations';
import { proofEffects } from '../src/proofs';
import { nameKind } from '../src/providers';
import { createReviewFacts } from '../src/reviews';
import { createSuccessionEffects } from '../src/succession';
import { createUnbindEffects } from '../src/unbind';
import { NaiveOutboxRow } from './naive-outbox.entity';

/** Puts a hold on a binding, or lifts it. */
export type Way = (id: BindingRow['id'], on: boolean) => Promise<void>;

const hold = { owner: 'RISK', reason: 'UNUSUAL_USE' } as const;
const toTrigger = (on: boolean): Trigger =>
  on
    ? ({ type: 'AddHold', actor: 'RISK', hold: { ...hold, since: new Date().toISOString() } } as Trigger)
    : ({ type: 'LiftHold', actor: 'RISK', ...hold } as unknown as Trigger);

/** As the service does it: locked row with its card, step of the machine, row, record, event checked against its contract. */
export function stepOurWay(dataSource: DataSource): Way {
  const outbox = createOutbox({ service: 'binding', clock: systemClock });
  const unitOfWork = createUnitOfWork(dataSource);
  const catalogue = createCatalogue(loadProviderCatalogue());
  const { transitions } = createLifecycle(
    { unitOfWork, outbox, clock: systemClock },
    {
      fingerprintKeys: { bench: Buffer.alloc(32, 1).toString('base64') },
      effects: mergeEffects([
        ...listOperationEffects(catalogue),
        caseEffects,
        lifecycleEffects,
        proofEffects,
        createUnbindEffects(catalogue),
        createDefaultCardEffects({ outbox }),
        createSuccessionEffects({ outbox, clock: systemClock }, catalogue),
      ]),
      facts: mergeFacts({ ...defaultFacts, ...disputeFacts }, [
        lifecycleFacts,
        accountFacts,
        consentFacts,
        createReviewFacts(catalogue, systemClock),
      ]),
      policyOf: catalogue.profileOf,
      nameKind,
      hasRoom: createHasRoom(catalogue),
    },
  );
  return (id, on) =>
    unitOfWork.run(async (tx) => {
      const locked = await lockBinding(tx, id);
      if (!locked) throw new Error('no binding');
      const taken = await transitions.take(tx, locked, toTrigger(on), {
        channel: 'SYSTEM' as never,
        reason: 'UNUSUAL_USE',
      });
      if (!taken.ok) throw new Error(JSON.stringify(taken.error));
    });
}

/** As TypeORM invites to: find with a lock, save the row, save the event. */
export function stepNaively(dataSource: DataSource): Way {
  return (id, on) => dataSource.transaction(async (tx) => saveEvent(tx, await changeRow(tx, id, on)));
}

/** The same with a record of the step, as ours has one; still without its checks. */
export function stepNaivelyWithRecord(dataSource: DataSource): Way {
  return (id, on) =>
    dataSource.transaction(async (tx) => {
      const row = await changeRow(tx, id, on);
      await tx.save(
        tx.create(BindingChangeRow, {
          id: newId('change'),
          bindingId: id,
          version: row.version,
          cardId: row.cardId,
          at: new Date(),
          actor: 'RISK',
          channel: 'SYSTEM' as never,
          trigger: on ? 'AddHold' : 'LiftHold',
          fact: on ? 'held' : 'hold-lifted',
          reason: hold.reason,
          fromPhase: row.phase,
          toPhase: row.phase,
          holds: row.holds,
          sync: row.sync,
        }),
      );
      await saveEvent(tx, row);
    });
}

/** The floor under all of them: the event's row alone, in one prepared statement that is a transaction by itself. */
export function onlyInsert(pool: Pool): Way {
  const text = 'INSERT INTO outbox_events (event_id, topic, key, headers, value) VALUES ($1, $2, $3, $4, $5)';
  const value = JSON.stringify({ sizeOfAnEvent: 'x'.repeat(600) });
  return async (id) => {
    await pool.query({
      name: 'only insert',
      text,
      values: [newId('event'), 'bindery.binding', id, headersOf(newId('event')), value],
    });
  };
}

async function changeRow(tx: EntityManager, id: BindingRow['id'], on: boolean): Promise<BindingRow> {
  const row = await tx.findOneOrFail(BindingRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  row.holds = on ? [{ ...hold, since: new Date().toISOString() } as never] : [];
  row.version += 1;
  return tx.save(row);
}

async function saveEvent(tx: EntityManager, row: BindingRow): Promise<void> {
  const event = new NaiveOutboxRow();
  event.eventId = newId('event');
  event.topic = 'bindery.binding';
  event.key = row.id;
  event.headers = headersOf(event.eventId);
  event.value = JSON.stringify({ ...row });
  await tx.save(event);
}

const headersOf = (id: string) => ({
  ce_id: id,
  ce_type: 'bindery.binding.held.v1',
  ce_source: '/bindery/binding',
  ce_specversion: '1.0',
  ce_time: new Date().toISOString(),
  'content-type': 'application/json',
});
