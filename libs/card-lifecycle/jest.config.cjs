module.exports = { ...require('../../jest.preset.js'), displayName: 'card-lifecycle' };
