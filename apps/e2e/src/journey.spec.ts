import { data, port, world } from './system/the-system';
import { playDemo, type PlayedDemo } from './testing/play-demo';

const demo = (lang: string) => playDemo({ port, data }, lang);

/** What each step of the journey must have shown, and the event that proves it. */
const journey: readonly (readonly [checks: number, event: string | undefined])[] = [
  [1, 'bindery.account.registered.v1'],
  [2, 'bindery.account.session-started.v1'],
  [3, 'bindery.binding.bound.v1'],
  [2, 'bindery.binding.bound.v1'],
  [3, 'bindery.card.used.v1'],
  [3, undefined],
  [5, 'bindery.binding.unbound.v1'],
  [3, 'bindery.binding.unbound.v1'],
  [2, 'bindery.binding.restored.v1'],
  [1, undefined],
  [1, undefined],
];

describe('the journey', () => {
  let told: Record<string, Promise<PlayedDemo>>;
  beforeAll(() => {
    told = { en: demo('en'), zh: demo('zh') };
  });

  it.each(['en', 'zh'])('goes as told from registering to reading the history, told in %s', async (lang) => {
    const { code, steps, end } = await (told[lang] as Promise<PlayedDemo>);
    expect(steps.flatMap(({ checks }) => checks.filter(({ ok }) => !ok))).toEqual([]);
    expect(steps.map(({ checks }) => checks.length)).toEqual(journey.map(([count]) => count));
    steps.forEach(({ events }, index) => journey[index]?.[1] && expect(events).toContain(journey[index][1]));
    for (const { title } of steps) expect(/[\u4e00-\u9fff]/.test(title)).toBe(lang === 'zh');
    expect({ code, end }).toMatchObject({ code: 0, end: { ok: true, failures: 0 } });
  });

  it('ends with a failure when the bank does not do as told', async () => {
    await world.order({ provider: 'seaside-bank', kind: 'BIND', mode: 'refuse' });
    try {
      const { code, steps, end } = await demo('en');
      expect(code).toBe(1);
      expect(end.ok).toBe(false);
      expect(steps.at(-1)).toMatchObject({ step: 3, ok: false });
    } finally {
      await world.endFaults();
    }
  });
});
