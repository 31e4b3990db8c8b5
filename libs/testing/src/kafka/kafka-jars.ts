import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Which version, and what it needs. */
const pom = join(__dirname, '../../../../infra/kafka/pom.xml');

/** Apache Kafka cannot be run from its jars here; the message says what this machine lacks. */
export class KafkaUnavailable extends Error {
  override readonly name = 'KafkaUnavailable';
}

/** What this machine lacks to run Apache Kafka 4 from its jars, in words; undefined when it has all. Does not try the network. */
export function missingForKafkaJars(): string | undefined {
  if (!(javaVersion() >= 17)) return 'Java 17 or newer';
  if (!existsSync(folderOfJars()) && spawnSync('mvn', ['--version'], { env: process.env }).error) return 'Maven';
  return undefined;
}

/** The folder with the jars of Apache Kafka; Maven fetches them once (55 MB) and they are kept outside the checkout. Throws KafkaUnavailable. */
export async function kafkaJarsFolder(): Promise<string> {
  const missing = missingForKafkaJars();
  if (missing) throw new KafkaUnavailable(`Apache Kafka needs ${missing}, which is not on this machine.`);
  const folder = folderOfJars();
  if (!existsSync(folder)) await fetchJars(folder);
  return folder;
}

const folderOfJars = () =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bindery', `kafka-${digestOf(pom)}`);

/** NaN when there is no Java. */
function javaVersion(): number {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8', env: process.env });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1]);
}

async function fetchJars(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    await run('mvn', ['-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`], {
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (error) {
    throw new KafkaUnavailable('Maven could not fetch the jars of Apache Kafka; see that it reaches Maven Central.', {
      cause: error,
    });
  }
  // Another run may have been faster; its jars are the same.
  if (!existsSync(folder)) renameSync(unfinished, folder);
}

const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
