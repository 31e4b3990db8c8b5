import { createInterface } from 'node:readline/promises';
import { Argument } from 'commander';
import { connectKafkaAdmin } from '@bindery/messaging';
import { createLog, kafkaSecurityConfig, readConfig, toKafkaSecurity } from '@bindery/service';
import { createCommand } from '../command-line/create-command';
import { readBrokers } from '../command-line/readers';
import { recordStaffAct } from '../start/staff-acts';
import { applyChanges, compareWithFiles, type Comparison } from './match-files';

interface Options {
  readonly brokers?: string;
  readonly yes: boolean;
}

/** `check`: exit code 1 when the brokers are not as the files say. `apply`: shows the difference, asks, makes it so. */
async function main(): Promise<number> {
  const command = createCommand('npm run topics --')
    .description(
      'Compares topics and rights of a Kafka cluster with infra/kafka/topics.generated.json and acls.generated.json. KAFKA_TLS, KAFKA_SSL_CA, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD say how to log in.',
    )
    .addArgument(new Argument('<command>', 'check or apply').choices(['check', 'apply']))
    .option('--brokers <list>', 'host:port, separated by commas; default: KAFKA_BROKERS', readBrokers)
    .option('--yes', 'apply without asking', false)
    .parse();
  const { brokers = process.env.KAFKA_BROKERS, yes } = command.opts<Options>();
  if (!brokers) return command.error('Say which brokers: --brokers host:port, or KAFKA_BROKERS.');
  const security = toKafkaSecurity(readConfig(kafkaSecurityConfig, process.env));
  const log = createLog({ service: 'topics', level: 'error', format: 'pretty' });
  const admin = await connectKafkaAdmin({ brokers: brokers.split(','), service: 'topics', log, security });
  try {
    const comparison = await compareWithFiles(admin);
    console.log(toWords(comparison));
    if (comparison.changes.length === 0) return 0;
    if (command.args[0] === 'check' || !(yes || (await isAgreed()))) return 1;
    const left = await applyChanges(admin, comparison.changes);
    recordStaffAct(undefined, 'topics-changed', { amount: comparison.changes.length - left.length });
    console.log(`${comparison.changes.length - left.length} of ${comparison.changes.length} made.`);
    return left.length > 0 ? 1 : 0;
  } finally {
    await admin.close();
  }
}

function toWords({ changes, hasRights, unknown }: Comparison): string {
  return [
    ...changes.map(({ words }) => words),
    ...unknown.map((topic) => `  topic ${topic} is not in the file and is left alone`),
    ...(hasRights ? [] : ['  these brokers have no authorizer: anybody may do anything, and rights are not compared']),
    changes.length === 0 ? 'Topics and rights are as the files say.' : `${changes.length} differences.`,
  ].join('\n');
}

/** Nobody to ask means no. */
async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.log('Nothing changed: nobody to ask, and no --yes.');
    return false;
  }
  const questions = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await questions.question('Make it so? [y/N] ').finally(() => questions.close());
  return /^y(es)?$/i.test(answer.trim());
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
