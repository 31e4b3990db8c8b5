import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rowsIn } from './system/databases';
import { root, runSystem, type RunningSystem } from './system/run-system';
import { playDemo, type PlayedDemo } from './testing/play-demo';

// A system of its own: time is moved past ends of cards and windows.
let system: RunningSystem;
let told: PlayedDemo;

beforeAll(async () => {
  system = await runSystem();
  told = await playDemo(system, 'zh', { keepTime: false, all: true });
}, 400_000);
afterAll(async () => {
  await system.stop();
  rmSync(system.data, { recursive: true, force: true });
}, 60_000);

const named = readdirSync(join(root, 'apps/binding/src/catalogue/providers')).map((file) => file.replace('.json', ''));

/** Of what holders can do with cards of any system, and what our own people do about it: a chapter that is left out is missed. */
const facts = [
  'bindery.wallet.reported-lost.v1',
  'bindery.wallet.reported-found.v1',
  'bindery.binding.replaced.v1',
  'bindery.account.emergency-reported.v1',
  'bindery.binding.removed-elsewhere.v1',
  'bindery.dispute.opened.v1',
  'bindery.dispute.upheld.v1',
  'bindery.dispute.rejected.v1',
  'bindery.loan.opened.v1',
  'bindery.card.expiring.v1',
];

describe('every named system', () => {
  it('goes through its life as told, from binding to the end of a window', () => {
    expect(told.steps.flatMap(({ checks }) => checks.filter(({ ok }) => !ok))).toEqual([]);
    expect(told).toMatchObject({ code: 0, end: { ok: true, failures: 0 } });
    expect(told.steps.at(-1)?.events).toContain('bindery.binding.retired.v1');
  });

  it('has had a card bound, so that none is only listed', async () => {
    const bound = await rowsIn<{ provider: string }>(
      system,
      'binding',
      'SELECT DISTINCT provider FROM binding WHERE bound_at IS NOT NULL ORDER BY provider',
    );
    expect(bound.map(({ provider }) => provider)).toEqual(named.sort());
  });

  it('is played with what holders and our own people can do', async () => {
    const events = new Set(told.steps.flatMap((step) => step.events));
    expect(facts.filter((fact) => !events.has(fact))).toEqual([]);
    const dismissed = await rowsIn(system, 'binding', 'SELECT 1 FROM binding_review');
    const renewed = await rowsIn(system, 'binding', 'SELECT 1 FROM document_renewal');
    expect([dismissed.length, renewed.length]).toEqual([1, 1]);
  });

  it('leaves the profiles of providers as they were', async () => {
    const changed = await rowsIn(
      system,
      'binding',
      `SELECT provider, count(*)::int AS versions, count(DISTINCT entry)::int AS entries,
         (array_agg(entry ORDER BY version))[1] = (array_agg(entry ORDER BY version DESC))[1] AS "isBack"
         FROM provider_profile_version GROUP BY provider HAVING count(*) > 1`,
    );
    expect(changed).toEqual([{ provider: 'yifa-zhongxin', versions: 5, entries: 3, isBack: true }]);
  });

  it('leaves no operation open, and no case but those that are told of', async () => {
    const open = await rowsIn(system, 'binding', `SELECT provider, kind FROM operation WHERE state = 'OPEN'`);
    expect(open).toEqual([]);
    const cases = await rowsIn<{ about: string }>(
      system,
      'binding',
      'SELECT about FROM binding_case WHERE closed_at IS NULL ORDER BY about',
    );
    expect(cases.map(({ about }) => about)).not.toContain('DIVERGED');
  });
});
