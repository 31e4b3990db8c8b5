import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { topics } from '@bindery/event-contracts';
import { kafkaJarsFolder } from '@bindery/testing';

/** A message as a program shows it that is not ours. */
export interface ShownMessage {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

const run = promisify(execFile);
const options = { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 };

export const hasKcat = (): boolean => !spawnSync('kcat', ['-V']).error;

/** Everything in our topics, as kcat (C, librdkafka) shows it. */
export async function readWithKcat(brokers: string): Promise<ShownMessage[]> {
  const read = topics.map((topic) =>
    run('kcat', ['-C', '-b', brokers, '-t', topic, '-o', 'beginning', '-e', '-q', '-J'], options),
  );
  const lines = (await Promise.all(read)).flatMap(({ stdout }) => stdout.split('\n').filter(Boolean));
  return lines.map((line) => {
    const { topic, key, headers, payload } = JSON.parse(line) as {
      topic: string;
      key: string;
      headers: string[];
      payload: string;
    };
    // Names and values take turns.
    return {
      topic,
      key,
      headers: Object.fromEntries(headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : []))),
      value: payload,
    };
  });
}

/** What stands between headers: some of ours have commas and colons in them. */
const between = '\u001f';

/** So many messages of our topics, as the console consumer of Apache Kafka itself (Java) shows them. */
export async function readWithConsoleConsumer(brokers: string, count: number): Promise<ShownMessage[]> {
  const shown = [
    'print.partition=true',
    'print.headers=true',
    'print.key=true',
    `headers.separator=${between}`,
  ].flatMap((property) => ['--formatter-property', property]);
  const which = [
    '--bootstrap-server',
    brokers,
    '--include',
    topics.join('|'),
    '--from-beginning',
    '--max-messages',
    String(count),
    '--timeout-ms',
    '30000',
  ];
  const { stdout } = await run(
    'java',
    ['-cp', join(await kafkaJarsFolder(), '*'), 'org.apache.kafka.tools.consumer.ConsoleConsumer', ...which, ...shown],
    options,
  );
  return stdout.split('\n').filter(Boolean).map(toMessage);
}

function toMessage(line: string): ShownMessage {
  const [, headers = '', key = '', ...value] = line.split('\t');
  const pairs = headers
    .split(between)
    .map((header) => [header.slice(0, header.indexOf(':')), header.slice(header.indexOf(':') + 1)] as const);
  // It does not tell the topic; only one has this source.
  return {
    topic: `bindery.${Object.fromEntries(pairs).ce_source?.split('/').at(-1)}`,
    key,
    headers: Object.fromEntries(pairs),
    value: value.join('\t'),
  };
}
