module.exports = { ...require('../../jest.preset.js'), displayName: 'wallet-client' };
