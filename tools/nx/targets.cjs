'use strict';
// The targets of every project, so that no package.json repeats them and `nx affected` is right. Plain JavaScript, because Nx
// loads it. Nothing is built to be run (ADR 17): `build` writes what is generated of a project and committed.
const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = join(__dirname, '../..');
const { services, programs } = JSON.parse(readFileSync(join(root, 'services.json'), 'utf8'));

/** What the tests of a project read besides itself and what it imports; test-inputs.int.spec.ts names what is left out. */
const testsAlsoRead = {
  'apps/binding': ['{workspaceRoot}/apps/verification/schema.graphql'],
  'apps/gateway': ['{workspaceRoot}/apps/*/schema.graphql'],
  'apps/e2e': ['{workspaceRoot}/*.md', '{workspaceRoot}/docs/*.md', '{workspaceRoot}/package-lock.json'],
  'libs/messaging': ['{workspaceRoot}/tools/start/servers/kafka-child.ts'],
  tools: [
    '{workspaceRoot}/*.md',
    '{workspaceRoot}/*.json',
    '{workspaceRoot}/apps/e2e/**/*',
    '{workspaceRoot}/docs/**/*',
    '{workspaceRoot}/infra/**/*',
    '{workspaceRoot}/eslint.config.mjs',
  ],
};

/** What `npm run generate` writes of a project. */
const generated = {
  ...Object.fromEntries(Object.keys(programs).map((name) => [`apps/${name}`, ['.env.example']])),
  ...Object.fromEntries(Object.keys(services).map((name) => [`apps/${name}`, ['.env.example', 'schema.graphql']])),
  'apps/gateway': ['.env.example', 'supergraph.graphql', 'documents'],
  'libs/event-contracts': ['schemas', '../../docs/generated/events.md', '../../infra/kafka/topics.generated.json'],
  tools: ['../docs/generated', '../infra/compose/compose.yaml', '../infra/kafka/acls.generated.json'],
};

const run = (command, options) => ({ executor: 'nx:run-commands', options: { command }, cache: true, ...options });

const jest = (folder, report) =>
  `mkdir -p ${dirname(report)} && jest -c ${folder}/jest.config.cjs --maxWorkers=\${TEST_WORKERS:-2} --verbose=false --json --outputFile=${report}`;

function targetsOf(folder) {
  const report = `dist/reports/${folder}.json`;
  const outputs = generated[folder];
  return {
    // Tags of others decide who may import whom; what stands in their files does not.
    lint: run(`eslint ${folder}`, {
      inputs: ['default', 'tags', '{workspaceRoot}/eslint.config.mjs'],
    }),
    ...(existsSync(join(root, folder, 'tsconfig.json')) && {
      typecheck: run(`tsc -p ${folder}/tsconfig.json`, { inputs: ['default', '^default'] }),
    }),
    ...(existsSync(join(root, folder, 'jest.config.cjs')) && {
      // A success that is taken from the cache brings its report along, so that tests are counted exactly.
      test: run(jest(folder, report), {
        inputs: ['default', '^default', 'testing', ...(testsAlsoRead[folder] ?? []), { env: 'TEST_PARTS' }],
        outputs: [`{workspaceRoot}/${report}`],
      }),
    }),
    ...(outputs && {
      build: run(`node -r ./tools/runtime/register.cjs tools/generate/main.ts --only ${folder}`, {
        inputs: ['default', '^default'],
        outputs: outputs.map((output) => `{workspaceRoot}/${join(folder, output)}`),
        // The supergraph is composed of the subgraphs' SDL.
        ...(folder === 'apps/gateway' && {
          dependsOn: [{ projects: Object.keys(services).map((name) => `@bindery/${name}`), target: 'build' }],
        }),
      }),
    }),
  };
}

/** @type {import('@nx/devkit').CreateNodesV2} */
exports.createNodesV2 = [
  '{apps/*,libs/*,tools}/package.json',
  (files) => files.map((file) => [file, { projects: { [dirname(file)]: { targets: targetsOf(dirname(file)) } } }]),
];
