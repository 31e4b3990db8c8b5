module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'binding',
  // Keys and signatures of its SDK are all that is wanted of Aptos; its client would bring a dozen packages that are ES modules only.
  moduleNameMapper: { '^@aptos-labs/aptos-client$': '<rootDir>/src/testing/no-aptos-client.ts' },
};
