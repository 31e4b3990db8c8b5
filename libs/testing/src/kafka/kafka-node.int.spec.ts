import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventLog, ensureKafkaTopics } from '@bindery/messaging';
import { createLog } from '@bindery/service';
import { eventually } from '../eventually';
import { freePort } from '../free-port';
import { describeOnKafkaJars } from './describe-on-kafka';
import { startKafkaNode } from './kafka-node';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const message = { topic: 'news', key: 'a', headers: {}, value: '{}' };

describeOnKafkaJars('a node of Apache Kafka from its jars', () => {
  let directory: string;
  let options: { directory: string; port: number; controllerPort: number; output: 'ignore' };
  let broker: ChildProcess;

  const brokers = () => [`127.0.0.1:${options.port}`];
  const stop = async () => {
    const ended = new Promise((resolve) => broker.once('exit', resolve));
    broker.kill('SIGTERM');
    await ended;
  };

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'bindery-kafka-'));
    options = { directory, port: await freePort(), controllerPort: await freePort(), output: 'ignore' };
    broker = await startKafkaNode(options);
    await ensureKafkaTopics({ brokers: brokers(), service: 'test', log }, [message.topic], 6);
    const transport = createEventLog({ kafkaBrokers: brokers() }, { service: 'test', log });
    await transport.publish([message]);
    await transport.close();
  }, 180_000);

  afterAll(async () => {
    await stop();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  it('has what it had after a stop and a start', async () => {
    await stop();
    broker = await startKafkaNode(options);
    const transport = createEventLog({ kafkaBrokers: brokers() }, { service: 'test', log });
    const seen: (string | null)[] = [];
    const member = await transport.consume({
      group: 'reader',
      topics: [message.topic],
      handle: ({ key }) => Promise.resolve(void seen.push(key)),
    });
    await eventually(() => expect(seen).toEqual([message.key]), { withinMs: 30_000 });
    await member.stop();
    await transport.close();
  }, 60_000);
});
