import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Trigger } from '@bindery/card-lifecycle';
import { migrateJobs } from '@bindery/jobs';
import { newId, systemClock } from '@bindery/kernel';
import { createOutbox } from '@bindery/messaging';
import { createDataSource, createUnitOfWork, migrate, provisionServiceDatabase, startEmbeddedPostgres } from '@bindery/persistence';
import { freePort } from '@bindery/testing';
import type { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { loadProviderCatalogue } from '../src/connectors/provider-catalogue';
import type { Binding } from '../src/domain/binding';
import { bindingJobs } from '../src/jobs/binding-jobs';
import { BindingRow } from '../src/persistence/binding.entity';
import { insertBinding, lockBinding } from '../src/persistence/binding.repository';
import { insertCard } from '../src/persistence/card.repository';
import { entities } from '../src/persistence/entities';
import { aBinding, aMembership } from '../src/testing/builders';
import { createEffects } from '../src/use-cases/effects/effects';
import { createWallets } from '../src/use-cases/effects/wallets';
import { createSteps } from '../src/use-cases/take-step';
import { NaiveOutboxRow } from './naive-outbox.entity';

/*
 * Durable steps of a binding a second: the service's own way (locked row, step of the machine, row, change record, event)
 * against the way TypeORM invites to (find with a lock, save, save), which writes no change record. Prints one JSON line: steps a second,
 * and milliseconds of this process's CPU time for each, which the disk and other work on the machine do not change.
 */

const bindings = 200;
const atOnce = 10;
const secondsARound = 3;
const rounds = 3;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), port: await freePort(), password: 'bench', settings: ['shared_buffers=256MB', 'max_wal_size=4GB'] });
  const { ownerUrl, appUrl } = await provisionServiceDatabase({ adminUrl: server.adminUrl, service: 'binding', passwords: { owner: 'owner', app: 'app' } });
  await migrate('up', ownerUrl, migrations);
  await migrateJobs(ownerUrl, 'binding_app');
  const dataSource = await createDataSource({ url: appUrl, entities: [...entities, NaiveOutboxRow], poolSize: atOnce }).initialize();
  try {
    const ids = await insertBindings(dataSource);
    const ways = { ours: stepOurWay(dataSource), naive: stepNaively(dataSource) };
    const best = { ours: slowest, naive: slowest };
    for (let round = 0; round < rounds; round++)
      for (const way of ['ours', 'naive'] as const) best[way] = better(best[way], await measure(ids, ways[way]));
    process.stdout.write(`${JSON.stringify(best)}\n`);
  } finally {
    await dataSource.destroy();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function insertBindings({ manager }: DataSource): Promise<string[]> {
  const made: Binding[] = [];
  for (let index = 0; index < bindings; index++) {
    const card = { ...aMembership(), accountId: newId('account') };
    const binding = aBinding(card, { accountId: card.accountId, credentialReference: `cred_${index}` });
    await insertCard(manager, card, newId('card'));
    await insertBinding(manager, binding);
    made.push(binding);
  }
  return made.map(({ id }) => id);
}

interface Measured {
  readonly perSecond: number;
  readonly cpuMs: number;
}

const slowest: Measured = { perSecond: 0, cpuMs: Infinity };
const better = (one: Measured, other: Measured): Measured => ({ perSecond: Math.max(one.perSecond, other.perSecond), cpuMs: Math.min(one.cpuMs, other.cpuMs) });

/** Each of the workers has bindings of its own, so that none waits for another's lock. */
async function measure(ids: readonly string[], step: (id: string, on: boolean) => Promise<void>): Promise<Measured> {
  const end = performance.now() + secondsARound * 1_000;
  let steps = 0;
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  await Promise.all(
    Array.from({ length: atOnce }, async (_, worker) => {
      const own = ids.filter((_id, index) => index % atOnce === worker);
      for (let on = true; ; on = !on)
        for (const id of own) {
          // Each binding ends as it began.
          if (on && performance.now() > end) return;
          await step(id, on);
          steps += 1;
        }
    }),
  );
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: steps / ((performance.now() - begun) / 1_000), cpuMs: (user + system) / 1_000 / steps };
}

const hold = { owner: 'RISK', reason: 'UNUSUAL_USE' } as const;
const toTrigger = (on: boolean): Trigger =>
  on ? { type: 'AddHold', actor: 'RISK', hold: { ...hold, since: new Date().toISOString() } } as Trigger : ({ type: 'LiftHold', actor: 'RISK', ...hold } as unknown as Trigger);

function stepOurWay(dataSource: DataSource) {
  const outbox = createOutbox({ service: 'binding', clock: systemClock });
  const steps = createSteps({ outbox, effects: createEffects({ jobs: bindingJobs, wallets: createWallets(outbox) }), profiles: loadProviderCatalogue(), clock: systemClock });
  const unitOfWork = createUnitOfWork(dataSource);
  return (id: string, on: boolean) =>
    unitOfWork.run(async (tx) => {
      const held = await lockBinding(tx, id);
      if (!held) throw new Error('no binding');
      const taken = await steps.take(tx, held, toTrigger(on), { channel: 'SYSTEM' as never, reason: 'UNUSUAL_USE' });
      if (!taken.ok) throw new Error(JSON.stringify(taken.error));
    });
}

function stepNaively(dataSource: DataSource) {
  return (id: string, on: boolean) =>
    dataSource.transaction(async (tx) => {
      const row = await tx.findOneOrFail(BindingRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      row.holds = on ? [{ ...hold, since: new Date().toISOString() } as never] : [];
      row.version += 1;
      await tx.save(row);
      const event = new NaiveOutboxRow();
      event.eventId = newId('event');
      event.topic = 'bindery.binding';
      event.key = id;
      event.headers = { ce_id: event.eventId, ce_type: 'bindery.binding.suspended.v1', ce_source: '/bindery/binding', ce_specversion: '1.0', ce_time: new Date().toISOString(), 'content-type': 'application/json' };
      event.value = JSON.stringify({ ...row });
      await tx.save(event);
    });
}

void main();
