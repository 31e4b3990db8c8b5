module.exports = { ...require('../../jest.preset.js'), displayName: 'graphql-server' };
