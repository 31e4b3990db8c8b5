import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../start/start-error';
import { root } from '../start/start-options';

const run = promisify(execFile);
const pom = join(root, 'infra/kafka/pom.xml');

/** The folder with the jars of Apache Kafka; Maven fetches them once (55 MB) and they are kept outside the checkout. */
export async function kafkaJarsFolder(): Promise<string> {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bindery', `kafka-${digestOf(pom)}`);
  if (!existsSync(folder)) await fetchJars(folder);
  return folder;
}

/** Java 17 or newer, which Kafka 4 needs; throws a StartError when there is none. */
export function requireJava(): void {
  const { stderr = '' } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1]);
  if (!(version >= 17)) throw new StartError('Apache Kafka 4 needs Java 17 or newer, which is not on this machine.', 'Install it, or start without --kafka: events then go over PostgreSQL.');
}

async function fetchJars(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    await run('mvn', ['-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`], { maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT';
    throw new StartError(missing ? 'The jars of Apache Kafka are fetched by Maven, which is not on this machine.' : 'Maven could not fetch the jars of Apache Kafka.', 'Install Maven and see that it reaches Maven Central, or start without --kafka.');
  }
  // Another run may have been faster; its jars are the same.
  if (!existsSync(folder)) renameSync(unfinished, folder);
}

const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
