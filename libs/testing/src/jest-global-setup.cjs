'use strict';
// One real PostgreSQL for a whole Jest run. `npm test` has started it already and says so in TEST_POSTGRES_URL;
// a project run alone starts its own, and only when it has tests that need one.

const { readdirSync } = require('node:fs');

module.exports = async (_globalConfig, projectConfig) => {
  if (process.env.TEST_POSTGRES_URL || !hasIntegrationTests(projectConfig.rootDir)) return;
  require('../../../tools/runtime/register.cjs');
  const { startTestPostgres } = require('./test-postgres.ts');
  globalThis.__binderyTestPostgres = await startTestPostgres();
  process.env.TEST_POSTGRES_URL = globalThis.__binderyTestPostgres.adminUrl;
};

function hasIntegrationTests(directory) {
  return readdirSync(directory, { recursive: true }).some((file) => String(file).endsWith('.int.spec.ts'));
}
