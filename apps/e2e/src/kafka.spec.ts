import { rmSync } from 'node:fs';
import { parseEvent } from '@bindery/event-contracts';
import { describeOnKafkaJars, eventually } from '@bindery/testing';
import { rowsIn } from './system/databases';
import { portOf, services } from './system/services';
import { runSystem, type RunningSystem } from './system/run-system';
import { playDemo } from './testing/play-demo';
import { hasKcat, readWithConsoleConsumer, readWithKcat, type ShownMessage } from './testing/topic-readers';

/** Without these it was not the journey. */
const milestones = [
  'account.registered',
  'account.session-started',
  'binding.bound',
  'card.used',
  'binding.unbind-requested',
  'binding.unbound',
  'binding.restored',
  'challenge.started',
  'proof.granted',
  'notification.queued',
];

describeOnKafkaJars('the whole system with its events on Apache Kafka', () => {
  let system: RunningSystem;
  let brokers: string;
  beforeAll(async () => {
    system = await runSystem({ args: ['--kafka'] });
    brokers = `127.0.0.1:${portOf('kafka', system.port)}`;
  });
  afterAll(async () => {
    const code = await system.stop();
    rmSync(system.data, { recursive: true, force: true });
    expect(code).toBe(0);
  });

  /** What the services have committed. */
  const writtenIds = async () =>
    (
      await Promise.all(
        services.map((service) => rowsIn<{ id: string }>(system, service, 'select event_id as id from outbox_events')),
      )
    )
      .flat()
      .map(({ id }) => id);

  /** Reads until every committed event is among what was read; then all of it is as CloudEvents 1.0 and the contracts say. */
  const expectJourney = (read: (atLeast: number) => Promise<readonly ShownMessage[]>) =>
    eventually(
      async () => {
        const written = await writtenIds();
        const shown = await read(written.length);
        expect(shown.map(({ headers }) => headers.ce_id)).toEqual(expect.arrayContaining(written));
        expect(shown.flatMap(faultsOf)).toEqual([]);
        expect(shown.map(({ headers }) => headers.ce_type)).toEqual(
          expect.arrayContaining(milestones.map((name) => `bindery.${name}.v1`)),
        );
      },
      { withinMs: 30_000, everyMs: 500 },
    );

  it('plays the journey to its end', async () => {
    const { code, steps, end } = await playDemo(system, 'en');
    expect(steps.flatMap(({ checks }) => checks.filter(({ ok }) => !ok))).toEqual([]);
    expect({ code, end }).toMatchObject({ code: 0, end: { ok: true } });
  });

  (hasKcat() ? it : it.skip)(
    'shows every event of it to kcat as CloudEvents in binary mode (where kcat is installed)',
    async () => {
      await expectJourney(() => readWithKcat(brokers));
    },
  );

  it('shows every event of it to Java’s console consumer as CloudEvents in binary mode', async () => {
    await expectJourney((count) => readWithConsoleConsumer(brokers, count));
  });
});

/** What is not as CloudEvents 1.0 has it in binary mode (its Kafka binding, section 3.2) or as the contract says. */
function faultsOf({ topic, key, headers, value }: ShownMessage): string[] {
  const parsed = parseEvent({ headers, value });
  const expected: Readonly<Record<string, string | RegExp>> = {
    ce_specversion: '1.0',
    ce_id: /^event_[0-9a-z]{26}$/,
    ce_type: /^bindery\./,
    ce_source: `/${topic.replace('.', '/')}`,
    ce_time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
    ce_subject: key,
    ce_partitionkey: key,
    'content-type': 'application/json',
  };
  const wrong = Object.entries(expected).filter(([name, wanted]) =>
    typeof wanted === 'string' ? headers[name] !== wanted : !wanted.test(headers[name] ?? ''),
  );
  const unknown = Object.keys(headers).filter((name) => !/^(ce_|content-type$)/.test(name));
  return [
    ...wrong.map(([name]) => `${name}: ${headers[name]}`),
    ...unknown.map((name) => `unknown header ${name}`),
    ...(parsed.ok ? [] : [`${parsed.error.kind}: ${parsed.error.detail}`]),
  ];
}
