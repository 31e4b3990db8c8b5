const preset = require('../../jest.preset.js');

module.exports = {
  ...preset,
  displayName: 'verification',
  // graphile-worker is published as ES modules only, too.
  transformIgnorePatterns: preset.transformIgnorePatterns.map((pattern) => pattern.replace('(?!(', '(?!(graphile-worker|')),
};
