'use strict';
// No circles between rooms, in the services, the gateway, the simulator and the library that services are composed with. Without the tests: a fixture knows all rooms and every room's specs know the fixture, which is no circle.
const { options } = require('./.dependency-cruiser.cjs');

const { services } = require('./services.json');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles-between-rooms',
      severity: 'error',
      scope: 'folder',
      from: {
        path: `^(apps/(${[...Object.keys(services), 'gateway', 'provider-simulator'].join('|')})|libs/subgraph)/src/`,
      },
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: '(\\.spec\\.ts$|/testing/|contract\\.ts$)' } },
};
