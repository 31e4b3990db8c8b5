module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'jobs',
  // Published as ES modules only; Jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(graphile-worker)/)'],
};
