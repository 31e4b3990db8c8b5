module.exports = { ...require('../../jest.preset.js'), displayName: 'simulated-world' };
