'use strict';
// Runs the TypeScript sources as they stand: `node -r ./tools/runtime/register.cjs file.ts`.
// One transpiler (SWC, settings in .swcrc) serves start, tools and Jest, so there is no build step to forget.
const path = require('node:path');
const { addHook } = require('pirates');
const { transformSync } = require('@swc/core');

const configFile = path.join(__dirname, '../../.swcrc');

process.setSourceMapsEnabled(true);
addHook((source, filename) => transformSync(source, { filename, configFile, swcrc: false }).code, {
  exts: ['.ts'],
  ignoreNodeModules: true,
});
