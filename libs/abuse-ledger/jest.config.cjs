module.exports = { ...require('../../jest.preset.js'), displayName: 'abuse-ledger' };
