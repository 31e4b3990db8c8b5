import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingForKafkaJars } from './kafka-jars';
import { describeTestKafka, startTestKafka, toKafkaEnvironment } from './test-kafka';

const environment = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

describe('the Kafka of a test run', () => {
  it('is the one that KAFKA_BROKERS names, before anything else', async () => {
    process.env.KAFKA_BROKERS = 'one:9092,two:9092';
    const kafka = await startTestKafka();
    expect(kafka).toMatchObject({ brokers: ['one:9092', 'two:9092'], source: 'KAFKA_BROKERS' });
    expect(toKafkaEnvironment(kafka)).toEqual({ TEST_KAFKA_BROKERS: 'one:9092,two:9092' });
  });

  it('may be none, and then says why', () => {
    const none = {
      brokers: [],
      source: 'nowhere',
      missing: 'no Docker engine; no Java 17 or newer',
      stop: async () => undefined,
    } as const;
    expect(describeTestKafka(none)).toBe('No Kafka, its suites are skipped: no Docker engine; no Java 17 or newer');
    expect(toKafkaEnvironment(none)).toEqual({ TEST_KAFKA_MISSING: none.missing });
  });

  it('misses Java where it is not', () => {
    const cache = mkdtempSync(join(tmpdir(), 'bindery-cache-'));
    Object.assign(process.env, { PATH: cache, XDG_CACHE_HOME: cache });
    expect(missingForKafkaJars()).toBe('Java 17 or newer');
    rmSync(cache, { recursive: true });
  });
});
