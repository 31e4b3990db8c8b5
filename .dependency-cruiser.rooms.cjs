'use strict';
// No circles between rooms of an app. Without the tests: a fixture knows all rooms and every room's specs know the fixture, which is no circle.
const { existsSync, readdirSync } = require('node:fs');
const { options } = require('./.dependency-cruiser.cjs');

const services = readdirSync('apps').filter((app) => existsSync(`apps/${app}/src/features.ts`));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles-between-rooms',
      severity: 'error',
      scope: 'folder',
      from: { path: `^apps/(${services.join('|')})/src/` },
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: '(\\.spec\\.ts$|/testing/|contract\\.ts$)' } },
};
