import { readFileSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Who may import whom; the same table stands in ARCHITECTURE.md. */
const layers = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:kernel'],
    bannedExternalImports: ['typeorm', 'kafkajs', 'graphql', 'type-graphql', '@apollo/*', 'pg', 'fastify'],
  },
  {
    sourceTag: 'type:contracts',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:domain'],
    bannedExternalImports: ['typeorm', 'kafkajs', 'graphql', 'type-graphql', '@apollo/*', 'pg', 'fastify'],
  },
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform', 'type:testing'],
  },
  { sourceTag: 'type:client', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts'] },
  {
    sourceTag: 'type:testing',
    // What tests need of the real world. What they need of a domain its own lib offers, as `@bindery/<lib>/testing`.
    onlyDependOnLibsWithTags: ['type:kernel', 'type:platform', 'type:testing'],
  },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:kernel',
      'type:domain',
      'type:contracts',
      'type:platform',
      'type:testing',
      'type:client',
    ],
  },
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: [
      'type:kernel',
      'type:contracts',
      'type:testing',
      'type:client',
      'type:domain',
      'type:platform',
    ],
    bannedExternalImports: ['typeorm'],
  },
  { sourceTag: 'type:tools', onlyDependOnLibsWithTags: ['*'] },
];
const list = JSON.parse(readFileSync(new URL('services.json', import.meta.url), 'utf8'));
/** An app sees itself and what is for all. */
const scopes = Object.keys({ ...list.services, ...list.programs }).map((scope) => ({
  sourceTag: `scope:${scope}`,
  onlyDependOnLibsWithTags: [`scope:${scope}`, 'scope:shared'],
}));

/** Apps that are laid out in rooms by feature. */
const services = Object.keys(list.services);

const onlyConfigurationReadsEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only the configuration of an app reads process.env.',
};
/** Where a row has just been locked, inserted or saved, as the function's name says. */
const lockingFunction = ':matches(FunctionDeclaration, VariableDeclarator)[id.name=/^(lock|insert|save)[A-Z]/]';
const lockedIsMadeByTheLockingRead = {
  selector: `Identifier[name='asLocked']:not(ImportSpecifier > Identifier):not(${lockingFunction} Identifier)`,
  message: 'asLocked stands in lock…, insert… and save… of a repository only: nobody else has locked the row.',
};
const lockedIsMadeInRepositories = {
  selector: "Identifier[name='asLocked']",
  message: 'asLocked is for repositories: what is locked is made where the row is locked.',
};
/** Use cases pass a transaction on and never speak to the database by it themselves, by whichever of its methods. */
const database = '/^(tx|db|manager|entityManager|dataSource)$/';
const sqlStandsInRepositories = {
  selector: [
    `CallExpression[callee.object.name=${database}]`,
    `CallExpression[callee.object.object.name=${database}]`,
    'CallExpression[callee.property.name=/^(createQueryBuilder|createQueryRunner|getRepository|getTreeRepository)$/]',
    'CallExpression[callee.name=/^(readPrepared|runPrepared|sendPrepared)$/]',
  ].join(', '),
  message: 'SQL stands in a *.repository.ts (docs/one-service.md).',
};

/** A file without a suffix does not know who calls it: of the graph it may have what its service is founded on, and no request. */
const useCasesKnowNoRequest = {
  selector: "ImportDeclaration[source.value='@bindery/subgraph'] ImportSpecifier[imported.name!='Foundation']",
  message: 'A file without a suffix does not know who calls it; what is read once for a request is a *.loader.ts.',
};

/** The specs of these libs use `testing`, which is itself built on them; their production code does not (dependency-cruiser checks). */
const testedWithTesting = ['persistence', 'subgraph', 'service', 'messaging', 'jobs'].map((lib) => [
  '@bindery/testing',
  `@bindery/${lib}`,
]);

const everywhereButInRepositories = [onlyConfigurationReadsEnv, sqlStandsInRepositories, lockedIsMadeInRepositories];

const screen = { max: 70, skipBlankLines: true, skipComments: true };

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '.bindery/**', '.nx/**', 'docs/generated/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended, tseslint.configs.stylistic],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: [...layers, ...scopes],
          ignoredCircularDependencies: testedWithTesting,
          // The list of services belongs to no project: all read it. Two folders up from a file of tools is the top: commands for operators are of their service.
          allow: ['/services\\.json$', '^\\.\\./\\.\\./apps/'],
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': ['error', onlyConfigurationReadsEnv],
    },
  },
  {
    files: services.map((app) => `apps/${app}/src/**/*.ts`),
    ignores: ['**/*.repository.ts', '**/*.statements.ts', '**/*.spec.ts', '**/testing/**', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhereButInRepositories] },
  },
  {
    files: services.map((app) => `apps/${app}/src/*/**/!(*.*).ts`),
    ignores: ['**/index.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhereButInRepositories, useCasesKnowNoRequest] },
  },
  {
    files: services.map((app) => `apps/${app}/src/**/*.{repository,statements}.ts`),
    rules: { 'no-restricted-syntax': ['error', onlyConfigurationReadsEnv, lockedIsMadeByTheLockingRead] },
  },
  {
    // Programs that speak to a person or start others: the terminal and the environment are theirs.
    files: [
      'tools/**/*.ts',
      'apps/*/src/main.ts',
      'apps/*/src/migrate.ts',
      'apps/*/src/*.config.ts',
      'libs/testing/**/*.ts',
      'apps/e2e/**/*.ts',
      '**/*.spec.ts',
      '**/testing/**/*.ts',
      'libs/messaging/src/**/*contract*.ts',
    ],
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    // Generators and races load the sources of apps by path: a tool knows all apps and imports none.
    files: ['tools/generate/**/*.ts', 'tools/races/**/*.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['**/*.ts'], rules: { 'max-lines-per-function': ['error', screen] } },
  {
    // A suite is one function, a migration one list, and what only measures or tests may be told in one go.
    files: ['**/*.spec.ts', '**/*contract*.ts', '**/testing/**/*.ts', '**/bench/**/*.ts', '**/migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
