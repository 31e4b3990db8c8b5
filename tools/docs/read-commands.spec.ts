import { readCommands } from './read-commands';

const document = [
  '# Title',
  '<!-- run until "ready" -->',
  '```sh',
  'npm ci && npm start',
  '```',
  'text',
  '```sh',
  'not marked',
  '```',
  '<!-- run and compare -->',
  '',
  '```sh',
  'ask',
  '```',
  'answers',
  '```json',
  '{ "a": 1 }',
  '```',
].join('\n');

describe('readCommands', () => {
  it('finds the marked blocks with what belongs to them, and no others', () => {
    expect(readCommands(document)).toEqual([
      { line: 3, script: 'npm start\n', runsUntil: 'ready' },
      { line: 11, script: 'ask\n', answer: '{ "a": 1 }\n' },
    ]);
  });
});
