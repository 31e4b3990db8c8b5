'use strict';
// Runs the TypeScript sources as they stand: `node -r ./tools/runtime/register.cjs file.ts`.
// One transpiler (SWC, settings in .swcrc) serves start, tools and Jest, so there is no build step to forget.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { enableCompileCache } = require('node:module');
const path = require('node:path');
const { addHook } = require('pirates');

const configFile = path.join(__dirname, '../../.swcrc');
// `npm ci` begins with an empty folder of packages, and so ends this cache too.
const cache = path.join(__dirname, '../../node_modules/.cache/bindery');
const settings = `${require('@swc/core/package.json').version}\0${fs.readFileSync(configFile)}`;

process.setSourceMapsEnabled(true);
// V8's own cache of compiled code, from Node 22 on; it looks at the content of each file by itself.
enableCompileCache?.(path.join(cache, 'compiled'));
addHook(transpile, { exts: ['.ts'], ignoreNodeModules: true });

/** A dozen programs load the same libs at each start; what was transpiled once is read again by its content. */
function transpile(source, filename) {
  const key = createHash('sha256').update(`${settings}\0${filename}\0${source}`).digest('hex');
  const file = path.join(cache, 'transpiled', `${key}.js`);
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(source, { filename, configFile, swcrc: false });
    keep(file, code);
    return code;
  }
}

/** Complete or not at all, as others may read at this moment. A checkout that cannot be written to goes without. */
function keep(file, code) {
  const unfinished = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(unfinished, code);
    fs.renameSync(unfinished, file);
  } catch {
    fs.rmSync(unfinished, { force: true });
  }
}
