import { createOutbox } from '@bindery/messaging';
import { createUnitOfWork } from '@bindery/persistence';
import { createLog } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { catalogueFreshMs } from './follow-catalogue';
import { loadProviderEntries } from './provider-catalogue';
import { readProviderEntry } from './provider-entry';
import type { ProviderEntry } from './provider-version.rules';
import { findCurrentVersion } from './provider-version.repository';
import { changesBetween } from './provider-version.rules';
import { createProviderCatalogue } from '.';

let service: RunningBinding;
beforeEach(async () => void (service = await startBindingService()));
afterEach(() => service.stop());

const files = loadProviderEntries();
const bank = 'seaside-bank';
const withBank = (fields: object) => ({ ...files, [bank]: { ...files[bank], ...fields } });
const seven = (fields: object = {}) => withBank({ limits: { perAccount: 7, perDevice: null }, ...fields });

/** Another process of the service on the same database, that came with these files. */
function aProcess(given: Readonly<Record<string, ProviderEntry>>) {
  const { dataSource } = service.composed;
  const { clock } = service;
  const lines: string[] = [];
  const log = createLog({
    service: 'binding',
    level: 'info',
    format: 'json',
    destination: { write: (line: string) => void lines.push(line) },
  });
  const outbox = createOutbox({ service: 'binding', clock });
  const unitOfWork = createUnitOfWork(dataSource);
  const made = createProviderCatalogue({ dataSource, db: dataSource.manager, unitOfWork, outbox, clock, log }, given);
  const [component] = made.feature.connections;
  return { ...made, component, lines, limitOf: () => made.catalogue.profileOf(bank).limits.perAccount };
}

async function started(given: Readonly<Record<string, ProviderEntry>>) {
  const process = aProcess(given);
  await process.component?.start();
  await process.component?.stop();
  return process;
}

const current = () => findCurrentVersion(service.composed.dataSource.manager, bank);

/** As an operator changes it, without looking at who asks. */
async function change(fields: object): Promise<void> {
  const { saveVersion } = aProcess(files);
  const before = await current();
  if (!before) throw new Error('no version');
  const entry = { ...before.entry, ...fields };
  const saved = await createUnitOfWork(service.composed.dataSource).run((tx) =>
    saveVersion(tx, {
      ...before,
      version: before.version + 1,
      origin: 'OPERATOR',
      fileDigest: null,
      entry,
      changes: changesBetween(before.entry, entry),
      changedBy: 'account_01h455vb4pex5vsknk084sn02q' as never,
      note: 'a test',
    }),
  );
  expect(saved.ok).toBe(true);
}

describe('the catalogue of a service that starts', () => {
  it('comes from the files into a fresh database, with the words of its terms', async () => {
    expect(await current()).toMatchObject({ version: 1, origin: 'FILE', changes: [], changedBy: null });
    expect((await current())?.entry).not.toHaveProperty('simulated');
    const terms = await service.sql<{ provider: string; version: string; text_en: string }>(
      'SELECT provider, version, text_en FROM provider_terms ORDER BY provider',
    );
    expect(terms.map(({ provider }) => provider)).toEqual(Object.keys(files).sort());
    expect(terms.find(({ provider }) => provider === bank)?.text_en).toContain('within 95 days');
  });

  it('takes over what is newer in a file that no operator has changed, once, and nothing of an older one', async () => {
    const { limitOf } = await started(seven());
    expect(limitOf()).toBe(7);
    expect(await current()).toMatchObject({ version: 2, origin: 'FILE', changes: [{ field: 'limits.perAccount' }] });
    await started(seven());
    const older = await started(files);
    expect(older.limitOf()).toBe(7);
    expect(older.lines.join('')).toContain('an older one has said');
    expect((await current())?.version).toBe(2);
  });

  it('leaves what an operator has changed, and says so', async () => {
    await change({ limits: { perAccount: 3, perDevice: null } });
    const { limitOf, lines } = await started(seven());
    expect(limitOf()).toBe(3);
    expect(lines.join('')).toContain('what is new in its file is not taken over');
    expect((await current())?.version).toBe(2);
    expect((await started(files)).lines.join('')).not.toContain('not taken over');
  });

  it('does not take over other words under the version of those that were agreed to', async () => {
    const words = { terms: { version: '2026-01', text: { 'zh-CN': '别的', en: 'Other words.' } } };
    const { lines, catalogue } = await started(seven(words));
    expect(lines.join('')).toMatch(/terms\.version WORDS_OF_TERMS.*refused the file of a provider/);
    expect(catalogue.profileOf(bank).terms.text.en).toContain('within 95 days');
    expect((await current())?.version).toBe(1);
  });

  it('has one version of a provider where many start at once', async () => {
    const processes = Array.from({ length: 5 }, () => aProcess(seven()));
    await Promise.all(processes.map(({ component }) => component?.start()));
    await Promise.all(processes.map(({ component }) => component?.stop()));
    expect((await current())?.version).toBe(2);
    expect(processes.map(({ limitOf }) => limitOf())).toEqual(processes.map(() => 7));
  });

  it('takes fields from its file that a version of before has not', async () => {
    const { position: _, ...entry } = files[bank] as Record<string, unknown>;
    await service.sqlAsOwner('UPDATE provider_profile_version SET entry = $1 WHERE provider = $2', [
      JSON.stringify(Object.fromEntries(Object.entries(entry).filter(([field]) => field !== 'simulated'))),
      bank,
    ]);
    expect((await started(files)).catalogue.profileOf(bank).position).toBe(files[bank]?.position);
  });

  it('does not start on a version that it cannot read', async () => {
    await service.sqlAsOwner(`UPDATE provider_profile_version SET entry = '{"kind":"SPACESHIP"}' WHERE provider = $1`, [
      bank,
    ]);
    await expect(started(files)).rejects.toThrow(/version 1 of provider seaside-bank cannot be read here: kind CHOICE/);
  });
});

describe('a change of the catalogue', () => {
  it('is in force in every process within the bound, in whatever holds its profiles', async () => {
    const replica = aProcess(files);
    await replica.component?.start();
    const { profiles } = replica.catalogue;
    await change({ limits: { perAccount: 3, perDevice: null } });
    const changedAt = performance.now();
    const ofService = () =>
      service
        .ask('{ providers { code capabilities { limits { perAccount } } } }')
        .then(
          ({ data }) =>
            data.providers.find(({ code }: { code: string }) => code === bank).capabilities.limits.perAccount,
        );
    await eventually(async () => {
      expect(profiles.get(bank)?.limits.perAccount).toBe(3);
      expect(await ofService()).toBe(3);
    });
    expect(performance.now() - changedAt).toBeLessThan(catalogueFreshMs);
    await replica.component?.stop();
  });

  it('that cannot be read leaves what was in force, and the log says so until it can', async () => {
    const replica = aProcess(files);
    await replica.component?.start();
    await service.sqlAsOwner(
      `INSERT INTO provider_profile_version (provider, version, origin, entry, changes, changed_at, changed_by)
       SELECT provider, 2, 'OPERATOR', entry || '{"limits":{"perAccount":"many"}}', '[]', now(), 'account_x'
       FROM provider_profile_version WHERE provider = $1`,
      [bank],
    );
    await eventually(async () => expect(replica.lines.join('')).toContain('cannot be read, that of before stays'));
    expect(replica.limitOf()).toBe(aProcess(files).limitOf());
    await change({ limits: { perAccount: 4, perDevice: null } });
    await eventually(async () => expect(replica.limitOf()).toBe(4));
    await replica.component?.stop();
  });
});

describe('a purpose that is asked for no more', () => {
  it('is left out of a kept profile that has it, which is in force all the same, and refused in a new one', async () => {
    const lender = 'xiaomi-finance';
    const { dataSource } = service.composed;
    const before = await findCurrentVersion(dataSource.manager, lender);
    const asked = before?.entry.purposes as readonly object[];
    const sharing = { ...asked[0], code: 'DATA_SHARING' };
    await service.sql(
      `INSERT INTO provider_profile_version (provider, version, origin, entry, changes, changed_at, changed_by, note)
       SELECT provider, 2, 'OPERATOR', jsonb_set(entry::jsonb, '{purposes}', $2::jsonb), changes, changed_at, 'account_01h455vb4pex5vsknk084sn02q', 'a test'
       FROM provider_profile_version WHERE provider = $1`,
      [lender, JSON.stringify([...asked, sharing])],
    );
    const { catalogue } = await started(files);
    expect(catalogue.profileOf(lender).purposes?.map(({ code }) => code)).toEqual(['CREDIT_CHECK', 'REPAYMENT_DEBIT']);
    const read = readProviderEntry(lender, { ...before?.entry, purposes: [...asked, sharing] });
    expect(read.ok).toBe(false);
  });
});
