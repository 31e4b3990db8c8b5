import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../start/start-options';
import { programs } from '../../start/topology';
import { findPlaces } from './find-places';
import { isExported, linksIn, placesIn, sectionOf, type Place } from './read-map';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const listed = (pattern: string) =>
  execFileSync('git', ['ls-files', pattern], { cwd: root }).toString().trim().split('\n');
const map = read('ARCHITECTURE.md');

/** What is wrong with a place: it is not there, or has no such export. */
function problemsOf({ path, exports }: Place): string[] {
  const found = findPlaces(root, path);
  if (found.length === 0) return [`${path} is not there`];
  if (exports.length === 0) return [];
  const sources = found.filter((each) => statSync(join(root, each)).isFile()).map(read);
  return exports
    .filter((name) => !sources.some((source) => isExported(source, name)))
    .map((name) => `${path} exports no ${name}`);
}

describe('the map', () => {
  it.each(['## To change X open Y', '## A walk: “take this card off my phone”'])('is true: %s', (heading) => {
    const places = placesIn(sectionOf(map, heading));
    expect(places.length).toBeGreaterThan(5);
    expect(places.flatMap(problemsOf)).toEqual([]);
  });

  it('names the place of every change by its whole path', () => {
    const rows = sectionOf(map, '## To change X open Y')
      .split('\n')
      .filter((line) => /^\| [^|]+ \| `/.test(line));
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => placesIn(row).length === 0)).toEqual([]);
  });

  it('has every program and every lib', () => {
    const libs = listed('libs/*/package.json').map(dirname);
    const links = linksIn(map);
    expect([...programs.map((name) => `apps/${name}`), ...libs].filter((place) => !links.includes(place))).toEqual([]);
  });
});

describe('links of documents', () => {
  it.each(listed('*.md').filter((document) => existsSync(join(root, document))))('lead somewhere in %s', (document) => {
    const broken = linksIn(read(document)).filter((target) => !existsSync(join(root, dirname(document), target)));
    expect(broken).toEqual([]);
  });
});
