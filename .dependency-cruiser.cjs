'use strict';
// Rules inside an app, which Nx's tags do not see. Between projects: eslint.config.mjs.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ knows kernel, card-lifecycle, values and itself',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^apps/$1/src/domain/',
          '^libs/(kernel|card-lifecycle|values)/',
          '^node:',
          '^(crypto|util|net)$',
          'node_modules/(card-validator|libphonenumber-js)/',
        ],
      },
    },
    {
      name: 'use-cases-know-no-transport',
      comment: 'use-cases/ do not know who calls them',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/(use-cases|queries)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/$1/src/(graphql|http|consumers|composition-root|main)' },
    },
    {
      name: 'only-the-composition-root-sees-everything',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/(graphql|consumers)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/$1/src/(composition-root|main)' },
    },
    {
      name: 'graphql-does-not-read-tables',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/graphql/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/$1/src/persistence/.*(entity|repository)', dependencyTypesNot: ['type-only'] },
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
      from: { pathNot: '(\\.spec\\.ts$|/testing/|/bench/|^libs/(testing|simulated-world)/|^tools/|^apps/e2e/|contract)' },
      to: { path: '(^libs/(testing|simulated-world)/|/testing/)' },
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
