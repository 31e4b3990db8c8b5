// Shared by every project's jest.config.cjs. `*.spec.ts` is pure and fast; `*.int.spec.ts` uses a real PostgreSQL.
const path = require('node:path');
process.env.TZ = 'UTC';

// Packages published as ES modules only; Jest runs CommonJS, so SWC turns them round.
const esmOnly = [
  '@aptos-labs',
  '@noble',
  '@scure',
  'cookie',
  'execa',
  'graphile-worker',
  'jose',
  'micro-packed',
  'standardwebhooks',
];

module.exports = {
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.([cm]?js|ts)$': ['@swc/jest', { configFile: path.join(__dirname, '.swcrc') }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: path.join(__dirname, 'libs/testing/src/jest-global-setup.ts'),
  globalTeardown: path.join(__dirname, 'libs/testing/src/jest-global-teardown.ts'),
  testTimeout: 30_000,
};
