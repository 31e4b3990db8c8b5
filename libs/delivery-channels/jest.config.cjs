module.exports = { ...require('../../jest.preset.js'), displayName: 'delivery-channels' };
