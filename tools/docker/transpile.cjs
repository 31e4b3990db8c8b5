'use strict';
// For images: turns every TypeScript source in place into the JavaScript that tools/runtime makes of it at each
// start on a developer's machine, and drops the tests. Plain JavaScript, because it transpiles the rest.
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { transformFileSync } = require('@swc/core');

const root = path.join(__dirname, '../..');
const configFile = path.join(root, '.swcrc');

function filesOf(folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => path.join(root, folder, name))
    .filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`));
}

for (const file of ['apps', 'libs', 'tools'].flatMap(filesOf)) {
  if (/\.spec\.ts$|jest\.config\.cjs$/.test(file)) rmSync(file);
  else if (file.endsWith('.ts')) {
    writeFileSync(file.replace(/\.ts$/, '.js'), transformFileSync(file, { configFile, swcrc: false }).code);
    rmSync(file);
  } else if (path.basename(file) === 'package.json') {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/("\.\/src\/[^"]*)\.ts"/g, '$1.js"'));
  }
}
