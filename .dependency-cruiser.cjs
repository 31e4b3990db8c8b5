'use strict';
// Rules inside an app, which Nx's tags do not see. Between projects: eslint.config.mjs. Type-only imports count like any other.
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** The services: apps that are laid out in rooms by feature, each with a `features.ts`. */
const services = readdirSync(join(__dirname, 'apps')).filter((app) =>
  existsSync(join(__dirname, 'apps', app, 'src/features.ts')),
);
const service = `(${services.join('|') || 'none yet'})`;
const notTests = '(\\.spec\\.ts$|/testing/)';
/** The kinds of notification are data, in folders of their own: facts, words and what is told. */
const data = '^apps/notification/src/alerts/kinds/index\\.ts$';
/** The codes of kinds and factors are what is registered there: a rule has them as types, and what it asks of one is handed to it. */
const codes = '^apps/(binding/src/providers/kinds/index|verification/src/factors/registry)\\.ts$';
/** What a rule may see, besides other rules. */
const pure = [
  '\\.(rules|errors)\\.ts$',
  data,
  '^libs/(kernel|card-lifecycle|values|localisation)/',
  '^node:',
  '^(crypto|util|net)$',
  'node_modules/(card-validator|libphonenumber-js|ipaddr\\.js)/',
];
/** Files that know how a client asks, or what a table looks like. */
const graphRoles = '\\.(resolver|mapper|type|input|result|enums|problems)\\.ts$';
const tableRoles = '\\.(entity|repository|statements)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'features-by-their-door',
      comment:
        'a room is entered by its index.ts only; rooms inside rooms belong to it. Rules go to rules: a door brings all of its room along, and they have to stay pure',
      severity: 'error',
      from: { path: `^apps/${service}/src/([^/]+)/`, pathNot: [notTests, '\\.rules\\.ts$'] },
      to: {
        path: '^apps/$1/src/[^/]+/',
        pathNot: ['^apps/$1/src/$2/', '^apps/$1/src/[^/]+/index\\.ts$', '/testing/'],
      },
    },
    {
      name: 'rules-go-to-rules',
      comment: 'past the door of another room to its rules, and to nothing else of it',
      severity: 'error',
      from: { path: `^apps/${service}/src/([^/]+)/.*\\.rules\\.ts$` },
      to: {
        path: '^apps/$1/src/[^/]+/',
        pathNot: ['^apps/$1/src/$2/', '\\.(rules|errors)\\.ts$', codes],
      },
    },
    {
      name: 'the-root-enters-by-the-door-too',
      severity: 'error',
      from: { path: `^apps/${service}/src/[^/]+\\.ts$`, pathNot: notTests },
      to: { path: '^apps/$1/src/[^/]+/', pathNot: ['^apps/$1/src/[^/]+/index\\.ts$', '/testing/'] },
    },
    {
      name: 'lifecycle-knows-no-feature',
      comment: 'features follow the lifecycle, never the other way round: effects and facts come in through its ports',
      severity: 'error',
      from: { path: '^apps/binding/src/lifecycle/', pathNot: notTests },
      to: { path: '^apps/binding/src/', pathNot: ['^apps/binding/src/lifecycle/', '/testing/'] },
    },
    {
      name: 'rules-are-pure',
      comment: '*.rules.ts decide: no clock, no table, no network, no GraphQL',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*\\.rules\\.ts$` },
      to: { pathNot: pure, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure-in-their-types-too',
      comment:
        'what tokens and events are made of are types of published contracts, and codes those of what is registered',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*\\.rules\\.ts$` },
      to: { pathNot: [...pure, codes, '^libs/(trust|event-contracts|abuse-ledger)/'], dependencyTypes: ['type-only'] },
    },
    {
      name: 'rules-know-no-table-and-no-graph',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*\\.rules\\.ts$` },
      to: { path: `(${graphRoles}|${tableRoles}|node_modules/(typeorm|pg|graphql|type-graphql|fastify)/)` },
    },
    {
      name: 'tables-stand-alone',
      comment:
        'what a table looks like and how it is read knows rules and other tables of its room, and of other rooms their types by the door',
      severity: 'error',
      from: { path: `^apps/${service}/src/([^/]+)/.*${tableRoles}`, pathNot: notTests },
      to: {
        path: '^apps/$1/src/',
        pathNot: ['\\.(rules|errors)\\.ts$', `^apps/$1/src/$2/.*${tableRoles}`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tables-take-types-by-the-door',
      severity: 'error',
      from: { path: `^apps/${service}/src/([^/]+)/.*${tableRoles}`, pathNot: notTests },
      to: {
        path: '^apps/$1/src/',
        pathNot: [
          '\\.(rules|errors)\\.ts$',
          `^apps/$1/src/$2/.*${tableRoles}`,
          '^apps/$1/src/[^/]+/index\\.ts$',
          codes,
        ],
        dependencyTypes: ['type-only'],
      },
    },
    {
      name: 'tables-know-no-graph',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*${tableRoles}`, pathNot: notTests },
      to: { path: `(${graphRoles}|node_modules/(graphql|type-graphql|@apollo|fastify)/|^libs/subgraph/)` },
    },
    {
      name: 'refusals-are-types',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*\\.errors\\.ts$` },
      to: { pathNot: '\\.(rules|errors)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'events-jobs-and-routes-know-no-graph',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*\\.(consumer|jobs|route)\\.ts$`, pathNot: notTests },
      to: { path: `(${graphRoles}|\\.(loader|entity|statements)\\.ts$|node_modules/(graphql|type-graphql|@apollo)/)` },
    },
    {
      name: 'words-know-rules-only',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*\\.words(\\.(en|zh-cn))?\\.ts$`, pathNot: notTests },
      to: { pathNot: ['\\.(rules|words|words\\.en|words\\.zh-cn)\\.ts$', data, '^libs/localisation/'] },
    },
    {
      name: 'resolvers-do-not-read-tables',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*${graphRoles}`, pathNot: notTests },
      to: { path: tableRoles },
    },
    {
      name: 'use-cases-know-no-transport',
      comment:
        'a file without a role suffix does not know who calls it; eslint.config.mjs holds that it knows no RequestContext',
      severity: 'error',
      from: { path: `^apps/${service}/src/[a-z0-9-]+/[a-z0-9/-]+\\.ts$`, pathNot: [notTests, '/index\\.ts$'] },
      to: {
        path: `(^apps/$1/src/.*(${graphRoles}|\\.(loader|route|consumer)\\.ts$)|node_modules/(graphql|type-graphql|@apollo|fastify)/)`,
      },
    },
    {
      name: 'loaders-serve-the-graph',
      comment:
        '*.loader.ts read once for a request, whoever asks: resolvers and mappers have them, they have none of these',
      severity: 'error',
      from: { path: `^apps/${service}/src/.*\\.loader\\.ts$` },
      to: {
        path: `(${graphRoles}|\\.(route|consumer|jobs)\\.ts$|node_modules/(graphql|type-graphql|@apollo|fastify)/)`,
      },
    },
    {
      name: 'only-the-composition-root-sees-everything',
      severity: 'error',
      from: { path: `^apps/${service}/src/[^/]+/`, pathNot: notTests },
      to: { path: '^apps/$1/src/(composition-root|features|main)\\.ts$' },
    },
    {
      name: 'kafkajs-in-one-place',
      severity: 'error',
      from: { pathNot: '^(libs/messaging/src/kafka/|tools/bench/messaging/bare-producer)' },
      to: { path: 'node_modules/kafkajs' },
    },
    {
      name: 'no-app-imports-another',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: {
        pathNot:
          '(\\.spec\\.ts$|/testing/|/bench/|-contract\\.ts$|^libs/(testing|simulated-world)/|^tools/|^apps/e2e/)',
      },
      to: { path: '(^libs/(testing|simulated-world)/|/testing/)' },
    },
    {
      name: 'no-devdependency-in-production',
      comment:
        'images are built without them: what runs there must not ask for one, not even for its types, which may turn into a value unseen',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot:
          '(\\.spec\\.ts$|/testing/|/bench/|-contract\\.ts$|jest\\.config|^libs/(testing|simulated-world)/|^apps/e2e/)',
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'wallet-client-runs-in-browsers',
      comment: 'what it uses besides, globals and packages, libs/wallet-client/src/runs-in-browsers.spec.ts checks',
      severity: 'error',
      from: { path: '^libs/wallet-client/src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    // Packages are named in the package.json of the whole, those of projects name none.
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default'],
      extensions: ['.ts', '.js', '.cjs', '.json'],
    },
  },
};
