const path = require('node:path');

module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'e2e',
  // One whole system for all files, started as a newcomer starts it.
  globalSetup: path.join(__dirname, 'src/system/global-setup.ts'),
  globalTeardown: path.join(__dirname, 'src/system/global-teardown.ts'),
  testTimeout: 120_000,
};
