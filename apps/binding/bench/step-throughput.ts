import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateJobs } from '@bindery/jobs';
import { newId } from '@bindery/kernel';
import { createDataSource, migrate, provisionServiceDatabase, startEmbeddedPostgres } from '@bindery/persistence';
import { freePort } from '@bindery/testing';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { lifecycleClasses } from '../src/lifecycle';
import { insertBinding } from '../src/lifecycle/binding.repository';
import { insertCard } from '../src/lifecycle/card.repository';
import { aBinding, aMembership } from '../src/testing/builders';
import { NaiveOutboxRow } from './naive-outbox.entity';
import { serverCpuMs } from './server-cpu';
import { onlyInsert, stepNaively, stepNaivelyWithRecord, stepOurWay, type Way } from './ways';

/*
 * Durable steps of a binding a second, the service's own way against two that TypeORM invites to and the floor under all, with so many at once as the arguments say.
 * Prints one JSON line: for each number and way steps a second, and milliseconds of CPU time for each step in this process and in PostgreSQL,
 * which the disk does not change.
 */

const secondsARound = 2.5;
const rounds = 3;
const bindingsOfEach = 20;

async function main(numbers: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-bench-'));
  chmodSync(folder, 0o755);
  const directory = join(folder, 'postgres');
  const server = await startEmbeddedPostgres({
    directory,
    port: await freePort(),
    password: 'bench',
    settings: ['shared_buffers=256MB', 'max_wal_size=4GB'],
  });
  try {
    const { ownerUrl, appUrl } = await provisionServiceDatabase({
      adminUrl: server.adminUrl,
      service: 'binding',
      passwords: { owner: 'owner', app: 'app' },
    });
    await migrate('up', ownerUrl, migrations);
    await migrateJobs(ownerUrl, 'binding_app');
    const found: Record<string, Record<string, Measured>> = {};
    for (const atOnce of numbers) {
      const dataSource = await createDataSource({
        url: appUrl,
        entities: [...lifecycleClasses.entities, NaiveOutboxRow],
        poolSize: atOnce,
      }).initialize();
      // It ends before its connections have; PostgreSQL’s farewell to them is of no interest.
      const pool = new Pool({ connectionString: appUrl, max: atOnce }).on('error', () => undefined);
      const ways = {
        ours: stepOurWay(dataSource),
        naive: stepNaively(dataSource),
        naiveWithRecord: stepNaivelyWithRecord(dataSource),
        onlyInsert: onlyInsert(pool),
      };
      found[atOnce] = await compare(ways, await insertBindings(dataSource, atOnce), directory);
      await Promise.all([dataSource.destroy(), pool.end()]);
    }
    process.stdout.write(`${JSON.stringify(found)}\n`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each of the workers has bindings of its own, so that none waits for another's lock. */
async function insertBindings({ manager }: DataSource, workers: number): Promise<Parameters<Way>[0][][]> {
  const all = Array.from({ length: workers * bindingsOfEach }, (_, index) => {
    const card = { ...aMembership(), accountId: newId('account') };
    return { card, binding: aBinding(card, { accountId: card.accountId, credentialReference: `cred_${index}` }) };
  });
  for (const { card, binding } of all) {
    await insertCard(manager, card, newId('card'));
    await insertBinding(manager, { binding, card });
  }
  return Array.from({ length: workers }, (_, worker) =>
    all.slice(worker * bindingsOfEach, (worker + 1) * bindingsOfEach).map(({ binding }) => binding.id),
  );
}

interface Measured {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly serverCpuMs: number;
}

/** In turns; the best of each counts, since others use the machine too. */
async function compare(
  ways: Readonly<Record<string, Way>>,
  ids: readonly Parameters<Way>[0][][],
  directory: string,
): Promise<Record<string, Measured>> {
  const best: Record<string, Measured> = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, way] of Object.entries(ways)) {
      const now = await measure(way, ids, directory);
      const before = best[name] ?? now;
      best[name] = {
        perSecond: Math.max(before.perSecond, now.perSecond),
        cpuMs: Math.min(before.cpuMs, now.cpuMs),
        serverCpuMs: Math.min(before.serverCpuMs, now.serverCpuMs),
      };
    }
  return best;
}

async function measure(way: Way, ids: readonly Parameters<Way>[0][][], directory: string): Promise<Measured> {
  const begun = performance.now();
  const end = begun + secondsARound * 1_000;
  const cpuBefore = process.cpuUsage();
  const serverBefore = serverCpuMs(directory);
  let steps = 0;
  await Promise.all(
    ids.map(async (own) => {
      for (let on = true; ; on = !on)
        for (const id of own) {
          // Each binding ends as it began.
          if (on && performance.now() > end) return;
          await way(id, on);
          steps += 1;
        }
    }),
  );
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    perSecond: steps / ((performance.now() - begun) / 1_000),
    cpuMs: (user + system) / 1_000 / steps,
    serverCpuMs: (serverCpuMs(directory) - serverBefore) / steps,
  };
}

void main(process.argv.slice(2).map(Number));
