module.exports = { ...require('../../jest.preset.js'), displayName: 'contact-address' };
