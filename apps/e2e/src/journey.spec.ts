import { spawn } from 'node:child_process';
import { root } from './system/run-system';
import { data, port, world } from './system/the-system';

interface Step {
  readonly step: number;
  readonly title: string;
  readonly checks: readonly { readonly fact: string; readonly ok: boolean }[];
  readonly events: readonly string[];
  readonly ok: boolean;
}

/** `npm run demo` as a newcomer runs it; answers its exit code and what it told. */
async function demo(lang: string): Promise<{ code: number | null; steps: Step[]; end: { ok: boolean; failures: number } }> {
  const args = ['-r', './tools/runtime/register.cjs', 'tools/demo/main.ts', '--port', String(port), '--data', data, '--json', '--lang', lang];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const lines = output.trim().split('\n').map((line) => JSON.parse(line) as unknown);
  return { code, steps: lines.slice(0, -1) as Step[], end: lines.at(-1) as { ok: boolean; failures: number } };
}

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
  let told: Record<string, ReturnType<typeof demo>>;
  beforeAll(() => {
    told = { en: demo('en'), zh: demo('zh') };
  });

  it.each(['en', 'zh'])('goes as told from registering to reading the history, told in %s', async (lang) => {
    const { code, steps, end } = await (told[lang] as ReturnType<typeof demo>);
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
