'use strict';
// What `npm start` runs. Plain JavaScript, so that it can say what is missing before anything else is loaded.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// What package.json says under engines, by what the packages say of themselves.
if (major < 22 || (major === 22 && minor < 22)) {
  console.error(
    `Bindery needs Node.js 22.22 or newer; this is ${process.versions.node}. Install a newer one and run npm start again.`,
  );
  process.exit(1);
}
try {
  require.resolve('@swc/core');
} catch {
  console.error('The packages are not installed. Run npm ci, then npm start again.');
  process.exit(1);
}
require('../runtime/register.cjs');
require('./start.ts')
  .start(process.argv)
  .then((code) => process.exit(code));
