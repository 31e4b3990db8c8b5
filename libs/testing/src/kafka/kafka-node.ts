import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kafkaJarsFolder } from './kafka-jars';
import { secureProperties, scramArguments, type KafkaSecurity } from './kafka-security';

const run = promisify(execFile);
const commonProperties = join(__dirname, '../../../../infra/kafka/server.properties');

export interface KafkaNodeOptions {
  /** Where its properties and data are; formatted at the first start. */
  readonly directory: string;
  readonly port: number;
  /** Where it tells clients to come: the port of what stands in front of it; its own when left out. */
  readonly advertisedPort?: number;
  /** Of the controller, which only the broker itself speaks to; the next port when left out. */
  readonly controllerPort?: number;
  /** TLS, SCRAM and rights; without it anybody on this machine may do anything. */
  readonly security?: KafkaSecurity;
  /** Where the broker's lines go. */
  readonly output?: 'inherit' | 'ignore';
}

/**
 * Starts one node of Apache Kafka (KRaft) from its jars, on loopback. Answers its process at once: it takes connections
 * some 2 s later. SIGTERM stops it in order. Throws KafkaUnavailable when Java, Maven or the jars are missing.
 */
export async function startKafkaNode(options: KafkaNodeOptions): Promise<ChildProcess> {
  const java = ['-cp', join(await kafkaJarsFolder(), '*')];
  const properties = writeProperties(options);
  if (!existsSync(join(options.directory, 'data', 'meta.properties'))) await format(java, properties, options.security);
  const output = options.output ?? 'inherit';
  return spawn('java', ['-Xmx512m', ...java, 'kafka.Kafka', properties], { stdio: ['ignore', output, output] });
}

/** A program that runs for a second is not worth the second compiler and a collector with threads of its own. */
const shortLived = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

async function format(java: readonly string[], properties: string, security: KafkaSecurity | undefined): Promise<void> {
  // As the tool's own random-uuid makes them, without the second that it takes.
  const clusterId = randomBytes(16).toString('base64url');
  // An id may begin with a dash, which `-t id` would take for an option.
  await run('java', [
    ...shortLived,
    ...java,
    'kafka.tools.StorageTool',
    'format',
    `--cluster-id=${clusterId}`,
    '-c',
    properties,
    '--standalone',
    ...scramArguments(security),
  ]);
}

function writeProperties({
  directory,
  port,
  advertisedPort = port,
  controllerPort = port + 1,
  security,
}: KafkaNodeOptions): string {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'server.properties');
  const listener = security ? 'SASL_SSL' : 'PLAINTEXT';
  const own = [
    `listeners=${listener}://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=${listener}://127.0.0.1:${advertisedPort}`,
    `controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}`,
    `log.dirs=${join(directory, 'data')}`,
    ...(security ? secureProperties(security) : []),
  ];
  writeFileSync(file, `${readFileSync(commonProperties, 'utf8')}\n${own.join('\n')}\n`, { mode: 0o600 });
  return file;
}
