import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCommand } from '../../command-line/create-command';
import { readPort } from '../../command-line/readers';
import { askSystem } from './ask-system';
import { makeScratchCopy } from './scratch-copy';

const runFile = promisify(execFile);

/** By project, what of its tests a generator's work can break, as a regular expression on their paths. One run of jest starts sooner than seven. */
const tests: Readonly<Record<string, string>> = {
  'apps/loyalty': '',
  'libs/event-contracts': '',
  'apps/identity': '(badges/|features|migrations)',
  'apps/notification': '(reminder|features|migrations)',
  'apps/binding': 'src/(providers/([^/]*$|kinds/)|catalogue|features)',
  'apps/provider-simulator': 'read-providers',
  tools: '(kafka/topic|docker/compose|docs/)',
};

const patternsOf = (paths: typeof tests): string =>
  Object.entries(paths)
    .map(([project, pattern]) => `'${project}/.*${pattern}'`)
    .join(' ');

/** One of each kind that the generators make, in a scratch copy of this checkout: checked, tested, composed, started and asked something. */
async function main(): Promise<number> {
  const { port } = createCommand('npm run g:check --')
    .description('Makes one of each by the generators in a scratch copy, and checks, tests, starts and asks it.')
    .option('--port <port>', 'port of the gateway that is started', readPort, 17_000)
    .parse()
    .opts<{ port: number }>();
  const { folder, remove } = makeScratchCopy();
  const run = async (command: string, env: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { stdout, stderr } = await runFile('bash', ['-c', command], {
      cwd: folder,
      env: {
        ...process.env,
        PATH: `${join(folder, 'node_modules/.bin')}:${process.env.PATH}`,
        NX_TUI: 'false',
        ...env,
      },
      maxBuffer: 32 * 1024 * 1024,
    });
    return stdout + stderr;
  };
  const g = (command: string) => run(`npm run --silent g -- ${command}`);
  const refused = async (command: string, words: string) => {
    const told = await g(command).then(
      () => 'it was made',
      ({ stderr }: { stderr: string }) => stderr,
    );
    if (!told.includes(words)) throw new Error(`“${words}” was not said, but: ${told}`);
  };
  const checks: Readonly<Record<string, () => Promise<unknown>>> = {
    'a subgraph': () => g('subgraph loyalty --thing reward'),
    'a feature of another service': () => g('feature notification reminder'),
    'a feature that asks for a session': () => g('feature identity badge'),
    'an event': () => g('event loyalty reward.granted'),
    'a consumer': () => g('consumer loyalty bindery.card.used.v1 --room rewards'),
    'a kind of card': () => g('card-kind transit-card --pays'),
    'a provider': () => g("provider bay-bank --kind bank-card --name 'Bay Bank' --name-zh 海湾银行"),
    'the first provider of the new kind': () =>
      g("provider metro-line --kind transit-card --name 'Metro Line' --name-zh 地铁线"),
    'a dry run writes nothing': () =>
      run(
        'npm run --silent g -- --dry-run feature loyalty badge | grep -q badges && test ! -e apps/loyalty/src/badges',
      ),
    'what is there already is refused': () => refused('subgraph loyalty', 'already'),
    'a name that is none is refused': () => refused('subgraph Loyalty_2', 'kebab-case'),
    'a provider of no kind is refused': () =>
      refused("provider moon-bus --kind moon-card --name 'Moon Bus' --name-zh 月球巴士", 'no kind of card moon-card'),
    'generated files': () => run('npm run --silent generate'),
    'format, boundaries, types': () =>
      run(
        'prettier --check --log-level warn apps/loyalty apps/identity apps/notification apps/binding libs/event-contracts services.json & format=$!; npm run --silent boundaries && tsc -p tsconfig.json && wait $format',
      ),
    'lint of the projects that changed': () =>
      run(
        'nx run-many -t lint -p @bindery/loyalty,@bindery/identity,@bindery/notification,@bindery/binding,@bindery/event-contracts',
      ),
    // The specs of `docs` read what git lists; of the faults of providers, those of the new ones are played.
    'their tests': () =>
      run(
        `git init -q && git add -A && BINDERY_FAULTS_OF=bay-bank,metro-line jest --projects ${Object.keys(tests).join(' ')} --testPathPatterns ${patternsOf(tests)}`,
      ),
    'the rules of the graph': () => run('npm run --silent schema -- lint'),
    'the system with it, asked through the gateway': () => askSystem(folder, join(folder, '../data'), Number(port)),
  };
  try {
    return await playChecks(checks);
  } finally {
    remove();
  }
}

/** One after the other, as each builds on those before it: the first failure ends the run. */
async function playChecks(checks: Readonly<Record<string, () => Promise<unknown>>>): Promise<number> {
  let passed = 0;
  for (const [name, check] of Object.entries(checks)) {
    const begun = performance.now();
    const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
    try {
      await check();
      passed += 1;
      console.log(`✓ ${name} (${seconds()})`);
    } catch (error) {
      const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
      console.log(`✗ ${name} (${seconds()})\n${stdout}${stderr || message}`);
      break;
    }
  }
  const failed = passed < Object.keys(checks).length ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
