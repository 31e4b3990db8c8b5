import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { linksIn } from './map/read-map';

const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((file) => readFileSync(join(root, file), 'utf8')) as [
  string,
  string,
];

const blocksOf = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block]) => block);

describe('the README in two languages', () => {
  it('has the same sections', () => {
    const sections = (text: string) => text.match(/^## /gm)?.length;
    expect(sections(english)).toBeGreaterThan(4);
    expect(sections(chinese)).toBe(sections(english));
  });

  it('has the same queries', () => {
    expect(blocksOf(english, 'graphql')).toHaveLength(3);
    expect(blocksOf(chinese, 'graphql')).toEqual(blocksOf(english, 'graphql'));
  });

  it('leads to the same places', () => {
    const places = (text: string) => [...linksIn(text)].filter((target) => !target.startsWith('README')).sort();
    expect(places(chinese)).toEqual(places(english));
  });

  it('names the same commands and options', () => {
    const commands = (text: string) => [...new Set(text.match(/npm (?:ci|test|start|run [\w:-]+)|--[a-z]+/g))].sort();
    expect(commands(chinese)).toEqual(commands(english));
  });
});
