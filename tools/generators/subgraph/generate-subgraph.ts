import type { Tree } from '@nx/devkit';
import { generateFeature } from '../feature/generate-feature';
import { GeneratorError } from '../generator-error';
import { pluralOf, toWords } from '../words';
import { editText, readServices, readText, refuseExisting, writeTemplates } from '../workspace';

interface Options {
  readonly thing?: string;
  readonly plural?: string;
}

/** A service with a database, a topic, a part of the graph and one feature; its name goes into services.json, from where all else knows it. */
export function generateSubgraph(tree: Tree, name: string, { thing = name, plural }: Options): readonly string[] {
  const words = toWords(name);
  const things = toWords(plural ?? pluralOf(thing));
  const folder = `apps/${name}`;
  refuseExisting(tree, folder);
  addToList(tree, name);
  writeTemplates(tree, 'subgraph', folder, { ...words, things: things.words });
  addToLock(tree, name);
  addToMap(tree, name, `${things.words} | ${toWords(thing).type}, \`${things.camel}\` |`);
  return [
    ...generateFeature(tree, name, thing, { plural }),
    `Say in ${folder}/README.md and in ARCHITECTURE.md, “Who owns what”, what it is for.`,
    'What it wants in its environment besides the common part: tools/start/processes/own-environments.ts.',
  ];
}

/** At the first distance from the gateway's port that nobody has. */
function addToList(tree: Tree, name: string): void {
  const { services, programs, servers, moreBrokers } = readServices(tree);
  const known: Record<string, { port: number }> = { ...services, ...programs, ...servers, ...moreBrokers };
  if (known[name]) throw new GeneratorError(`services.json has a ${name} already.`);
  const taken = Object.values(known).map(({ port }) => port);
  let port = 1;
  while (taken.includes(port)) port += 1;
  const lastService = /("services": \{[^}]*\}(?:,[^}]*\})*)(?=\s*\})/;
  editText(tree, 'services.json', (text) => text.replace(lastService, `$1,\n    "${name}": { "port": ${port} }`));
}

/** Workspaces stand in the lock file as well, and `npm ci` refuses one that does not know all. */
function addToLock(tree: Tree, name: string): void {
  const lock = JSON.parse(readText(tree, 'package-lock.json')) as { packages: Record<string, object> };
  const folder = `apps/${name}`;
  const packages = {
    ...lock.packages,
    [folder]: { name: `@bindery/${name}`, version: '0.1.0' },
    [`node_modules/@bindery/${name}`]: { resolved: folder, link: true },
  };
  // As npm orders them.
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  tree.write('package-lock.json', `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}

function addToMap(tree: Tree, name: string, cells: string): void {
  editText(tree, 'ARCHITECTURE.md', (text) => {
    const gateway = '| [gateway](apps/gateway) |';
    if (!text.includes(gateway)) throw new GeneratorError('ARCHITECTURE.md has no row of the gateway to stand before.');
    return text.replace(gateway, `| [${name}](apps/${name}) | ${cells}\n${gateway}`);
  });
}
