import { execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { createEvent, toWireEvent, type BinderyEvent } from '@bindery/event-contracts';
import { newId } from '@bindery/kernel';
import { connectKafkaAdmin, createEventLog, type KafkaAdmin, type Transport } from '@bindery/messaging';
import { createLog, type Log } from '@bindery/service';
import {
  describeOnKafkaJars,
  eventually,
  freePort,
  kafkaJarsFolder,
  makeKafkaSecurity,
  startKafkaNode,
  type KafkaSecurity,
} from '@bindery/testing';
import { root } from '../start/start-options';
import { applyChanges, compareWithFiles } from './match-files';

const run = promisify(execFile);
const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const accountId = newId('account');

describeOnKafkaJars('a broker with TLS, logins and rights', () => {
  let folder: string;
  const opened: Transport[] = [];
  let security: KafkaSecurity;
  let broker: ChildProcess;
  let brokers: string[];
  let admin: KafkaAdmin;

  const loginOf = (username: string, password = security.passwords[username] ?? '') => ({
    ca: security.certificate,
    login: { username, password },
  });
  const connect = (service: string, password?: string) => {
    const transport = createEventLog(
      { kafkaBrokers: brokers, kafkaSecurity: loginOf(service, password) },
      { service, log },
    );
    opened.push(transport);
    return transport;
  };
  const message = (topic: string, key = newId('card')) => ({ topic, key, headers: {}, value: '{}' });
  const topicsCommand = (...args: string[]) => {
    const env = {
      ...process.env,
      KAFKA_TLS: 'on',
      KAFKA_SSL_CA: security.certificate,
      KAFKA_SASL_USERNAME: 'admin',
      KAFKA_SASL_PASSWORD: security.passwords.admin,
    };
    return run(
      process.execPath,
      ['-r', './tools/runtime/register.cjs', 'tools/kafka/topics.ts', ...args, '--brokers', brokers.join()],
      { cwd: root, env },
    ).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bindery-kafka-'));
    security = makeKafkaSecurity(join(folder, 'tls'), ['binding', 'identity', 'analytics']);
    const port = await freePort();
    brokers = [`127.0.0.1:${port}`];
    broker = await startKafkaNode({
      directory: join(folder, 'node'),
      port,
      controllerPort: await freePort(),
      security,
      output: 'ignore',
    });
    admin = await connectKafkaAdmin({ brokers, service: 'test', log, security: loginOf('admin') });
    await eventually(async () => expect(await admin.countBrokers()).toBe(1), { withinMs: 30_000 });
  }, 180_000);

  afterAll(async () => {
    await Promise.all(opened.map((transport) => transport.close()));
    await admin?.close();
    const ended = new Promise((resolve) => broker.once('exit', resolve));
    broker.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('is shown its differences and changed only when somebody says yes', async () => {
    const asked = await topicsCommand('apply');
    expect(asked).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('+ topic bindery.binding: 6 partitions, 1 replicas'),
    });
    expect(asked.stdout).toContain('+ right: binding may write topic bindery.binding');
    expect(await admin.readTopics()).toEqual([]);
    expect(await topicsCommand('apply', '--yes')).toMatchObject({ code: 0 });
    expect(await topicsCommand('check')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('as the files say'),
    });
  }, 60_000);

  it('is brought back to what the files say', async () => {
    const stray = {
      principal: 'identity',
      resource: 'topic',
      name: 'bindery.binding',
      pattern: 'literal',
      operation: 'write',
    } as const;
    await admin.addAcls([stray]);
    await admin.setTopicConfig('bindery.identity', { 'retention.ms': '1000' });
    const { changes } = await eventually(async () => {
      const found = await compareWithFiles(admin);
      expect(found.changes).toHaveLength(2);
      return found;
    });
    expect(changes.map(({ words }) => words).join()).toMatch(
      /bindery.identity: settings retention.ms=1000 → .*- right: identity may write topic bindery.binding/,
    );
    expect(await applyChanges(admin, changes)).toEqual([]);
    await eventually(async () => expect((await compareWithFiles(admin)).changes).toEqual([]));
  });

  it('takes what a service writes to its own topic', async () => {
    await expect(connect('binding').publish([message('bindery.binding')])).resolves.toBeUndefined();
  });

  it('refuses what a service writes to the topic of another', async () => {
    await expect(connect('binding').publish([message('bindery.identity')])).rejects.toMatchObject({
      message: expect.stringMatching(/not authorized/i),
    });
  });

  it('gives a service its own consumer group, and refuses that of another', async () => {
    const seen: string[] = [];
    const own = await connect('binding').consume({
      group: 'binding',
      topics: ['bindery.binding'],
      handle: ({ value }) => Promise.resolve(void seen.push(value)),
    });
    await eventually(() => expect(seen).toEqual(['{}']), { withinMs: 30_000 });
    await own.stop();
    const warnings: string[] = [];
    const listening = Object.assign(Object.create(log) as Log, {
      warn: ({ err }: { err?: Error }) => warnings.push(String(err?.message)),
    });
    const transport = createEventLog(
      { kafkaBrokers: brokers, kafkaSecurity: loginOf('binding') },
      { service: 'binding', log: listening },
    );
    opened.push(transport);
    const other = await transport.consume({
      group: 'identity',
      topics: ['bindery.binding'],
      handle: ({ value }) => Promise.resolve(void seen.push(value)),
    });
    // How kafkajs says that the broker refused to name the coordinator of the group.
    await eventually(() => expect(warnings.join()).toMatch(/failed to find group coordinator|not authorized/i), {
      withinMs: 20_000,
    });
    await other.stop();
    expect(seen).toEqual(['{}']);
  }, 60_000);

  it('refuses a wrong password at once', async () => {
    await expect(connect('binding', 'wrong').publish([message('bindery.binding')])).rejects.toMatchObject({
      name: expect.stringContaining('SASL'),
    });
  });

  it('is refused by who does not trust its authority', async () => {
    const [host = '', port] = String(brokers[0]).split(':');
    const socket = connectTls({ host, port: Number(port) });
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  it("shows events to Java's console consumer as CloudEvents in binary mode", async () => {
    const data = { accountId, toCardId: newId('card'), at: new Date().toISOString() };
    const event = createEvent(
      { type: 'bindery.wallet.default-changed.v1', key: accountId, data },
      { service: 'binding', now: new Date() },
    );
    const wire = toWireEvent(event as BinderyEvent);
    await connect('binding').publish([{ topic: 'bindery.binding', key: event.partitionkey, ...wire }]);
    const config = join(folder, 'console.properties');
    writeFileSync(config, consoleProperties(security), { mode: 0o600 });
    const consumer = [
      '-cp',
      join(await kafkaJarsFolder(), '*'),
      'org.apache.kafka.tools.consumer.ConsoleConsumer',
      '--bootstrap-server',
      brokers.join(),
      '--command-config',
      config,
    ];
    const reading = [
      '--topic',
      'bindery.binding',
      '--group',
      'analytics.console',
      '--from-beginning',
      '--max-messages',
      '2',
      '--timeout-ms',
      '60000',
    ];
    const { stdout } = await run('java', [
      ...consumer,
      ...reading,
      '--formatter-property',
      'print.headers=true',
      '--formatter-property',
      'print.key=true',
    ]);
    const line = stdout.split('\n').find((text) => text.includes(event.id));
    expect(line).toContain(`\t${accountId}\t${wire.value}`);
    for (const [name, value] of Object.entries(wire.headers)) expect(line).toContain(`${name}:${value}`);
  }, 90_000);
});

const consoleProperties = ({ certificateFile, passwords }: KafkaSecurity) =>
  [
    'security.protocol=SASL_SSL',
    'sasl.mechanism=SCRAM-SHA-512',
    `sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="analytics" password="${passwords.analytics}";`,
    'ssl.truststore.type=PEM',
    `ssl.truststore.location=${certificateFile}`,
  ].join('\n');
