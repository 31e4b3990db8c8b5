import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../start/start-options';
import { kafkaJarsFolder, requireJava } from './kafka-jars';
import { secureProperties, scramArguments, type KafkaSecurity } from './kafka-security';

const run = promisify(execFile);

export interface KafkaNodeOptions {
  /** Where its properties and data are; formatted at the first start. */
  readonly directory: string;
  readonly port: number;
  /** Of the controller, which only the broker itself speaks to; the next port when left out. */
  readonly controllerPort?: number;
  /** TLS, SCRAM and rights; without it anybody on this machine may do anything. */
  readonly security?: KafkaSecurity;
  /** Where the broker's lines go. */
  readonly output?: 'inherit' | 'ignore';
}

/**
 * Starts one node of Apache Kafka (KRaft) from its jars, on loopback. Answers its process at once: it takes connections
 * some 2 s later. SIGTERM stops it in order. Throws a StartError when Java, Maven or the jars are missing.
 */
export async function startKafkaNode(options: KafkaNodeOptions): Promise<ChildProcess> {
  requireJava();
  const java = ['-cp', join(await kafkaJarsFolder(), '*')];
  const properties = writeProperties(options);
  if (!existsSync(join(options.directory, 'data', 'meta.properties'))) await format(java, properties, options.security);
  const output = options.output ?? 'inherit';
  return spawn('java', ['-Xmx512m', ...java, 'kafka.Kafka', properties], { stdio: ['ignore', output, output] });
}

async function format(java: readonly string[], properties: string, security: KafkaSecurity | undefined): Promise<void> {
  const tool = [...java, 'kafka.tools.StorageTool'];
  const { stdout } = await run('java', [...tool, 'random-uuid']);
  // An id may begin with a dash, which `-t id` would take for an option.
  await run('java', [...tool, 'format', `--cluster-id=${stdout.trim()}`, '-c', properties, '--standalone', ...scramArguments(security)]);
}

function writeProperties({ directory, port, controllerPort = port + 1, security }: KafkaNodeOptions): string {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'server.properties');
  const listener = security ? 'SASL_SSL' : 'PLAINTEXT';
  const own = [
    `listeners=${listener}://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=${listener}://127.0.0.1:${port}`,
    `controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}`,
    `log.dirs=${join(directory, 'data')}`,
    ...(security ? secureProperties(security) : []),
  ];
  writeFileSync(file, `${readFileSync(join(root, 'infra/kafka/server.properties'), 'utf8')}\n${own.join('\n')}\n`, { mode: 0o600 });
  return file;
}
