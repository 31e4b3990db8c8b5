import type { Id } from '@bindery/kernel';
import { createUnitOfWork } from '@bindery/persistence';
import { heapNow } from '@bindery/testing';
import { toKeyRing } from '@bindery/trust';
import { createCatalogue } from '../../catalogue/catalogue';
import { loadProviderCatalogue } from '../../catalogue/provider-catalogue';
import { listCardsById } from '../../lifecycle';
import { aHolder, bind, mutate } from '../../testing/holder';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';
import { countStatements, insertPayments } from '../../testing/usage';
import { rowsOfPart } from '../export.rules';
import { createExportLinks } from '../fetch/export-links';
import { createReadExport } from '../fetch/read-export';
import { createNamesOf } from './names-of-export';
import { createWriteExport } from './write-export';

const minute = 60_000;
const holder = aHolder();

let service: RunningBinding;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());

async function bindAndUse(count: number) {
  const bound = { ...(await bind(service, holder)), accountId: holder.viewer.accountId };
  await insertPayments(service, bound, { count, now: new Date('2026-03-01T16:05:00Z') });
  return bound;
}

const ask = () => mutate(service, holder, 'exportUsage', { format: 'CSV', timeZone: 'Asia/Shanghai' });

async function newestExport() {
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Account", id: $id }]) { ... on Account { usageExports { state rowsDone bytes } } } }`;
  const answer = await service.ask(query, { id: holder.viewer.accountId }, holder.claims);
  return answer.data._entities[0].usageExports[0];
}

/** The file as a link hands it out. */
async function read(exportId: string) {
  const links = createExportLinks(toKeyRing({ e1: Buffer.alloc(32, 9).toString('base64') }));
  const { clock, composed } = service;
  const db = composed.dataSource.manager;
  const of = { exportId: exportId as Id<'usage_export'>, sessionId: holder.viewer.sessionId };
  const token = links.make(of, new Date(clock.now().getTime() + minute));
  const file = await createReadExport({ db, links, isLocked: async () => false, clock })(token);
  if (!file.ok) throw new Error(file.error.kind);
  return file.value.content;
}

describe('100,000 records', () => {
  it('are written and fetched in flat memory, by the same few statements for each part', async () => {
    const bound = await bindAndUse(0);
    for (let hour = 0; hour < 10; hour++)
      await insertPayments(service, bound, { count: 10_000, now: new Date(Date.UTC(2026, 2, 1, hour)) });
    const { export: asked } = await ask();
    const heaps: number[] = [];
    const { dataSource } = service.composed;
    const namesOf = createNamesOf({
      listCardsById: (ids) => listCardsById(dataSource.manager, ids),
      catalogue: createCatalogue(loadProviderCatalogue()),
    });
    let partsWritten = 0;
    const writeExport = createWriteExport({
      db: dataSource.manager,
      unitOfWork: createUnitOfWork(dataSource),
      namesOf: (...of) => {
        if (partsWritten++ % 12 === 0) heaps.push(heapNow());
        return namesOf(...of);
      },
      tellReady: async () => undefined,
      clock: service.clock,
    });
    const { statements } = await countStatements(() => writeExport(asked.id));
    // The first sample is that of whatever has never run before.
    const settled = heaps.slice(1);
    expect(settled).toHaveLength(4);
    // What is kept grows from the first half to the second; what somebody else has for a moment is in one sample only.
    expect(Math.min(...settled.slice(2)) - Math.min(...settled.slice(0, 2))).toBeLessThan(3 * 2 ** 20);
    const parts = 100_000 / rowsOfPart + 1;
    expect(statements.filter((text) => text.includes('INSERT INTO "usage_export_part"'))).toHaveLength(parts);
    expect(statements.length).toBeLessThanOrEqual(parts * 8 + 10);

    const { bytes, state, rowsDone } = await newestExport();
    expect([state, rowsDone]).toEqual(['READY', 100_000]);
    expect(bytes).toBeGreaterThan(10 * 2 ** 20);
    const content = await read(asked.id);
    let length = 0;
    const before = heapNow();
    heaps.length = 0;
    let chunks = 0;
    for await (const chunk of content) {
      length += (chunk as Buffer).length;
      if (chunks++ % 60 === 0) heaps.push(heapNow());
    }
    expect(length).toBe(bytes);
    expect(Math.min(...heaps.slice(Math.floor(heaps.length / 2))) - before).toBeLessThan(8 * 2 ** 20);
  }, 240_000);

  it('wait for who takes them slowly', async () => {
    await bindAndUse(8 * rowsOfPart);
    const { export: asked } = await ask();
    await service.jobs.run();
    const { statements } = await countStatements(async () => {
      const chunks = (await read(asked.id))[Symbol.asyncIterator]();
      await chunks.next();
      for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
      await chunks.return?.();
    });
    expect(statements.filter((text) => text.includes('"usage_export_part"')).length).toBeLessThanOrEqual(3);
  }, 240_000);
});
