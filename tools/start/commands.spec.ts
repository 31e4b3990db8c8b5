import { commandFor, withGiven } from './commands';
import { defaultDataFolder } from './start-options';
import { usualPort } from './topology';

const usual = { port: usualPort, data: defaultDataFolder() };
const given = { port: 4500, data: '/tmp/my data', kafka: true };

describe('a command that is shown', () => {
  it('has what was given, and nothing where that goes without saying', () => {
    expect(commandFor('npm start', usual)).toBe('npm start');
    expect(commandFor('npm run demo', given)).toBe("npm run demo -- --port 4500 --data '/tmp/my data' --kafka");
  });

  it.each([
    [
      'Begin anew with: npm start -- --reset',
      "Begin anew with: npm start -- --port 4500 --data '/tmp/my data' --kafka --reset",
    ],
    [
      'Try again with: npm start; or begin anew with: npm start -- --reset',
      "Try again with: npm start -- --port 4500 --data '/tmp/my data' --kafka; or begin anew with: npm start -- --port 4500 --data '/tmp/my data' --kafka --reset",
    ],
    [
      'Choose another with: npm start -- --data another-folder',
      'Choose another with: npm start -- --port 4500 --kafka --data another-folder',
    ],
    ['npm start -- --port 5000 --data other/folder', 'npm start -- --kafka --port 5000 --data other/folder'],
  ])('in a sentence: %s', (text, told) => {
    expect(withGiven(text, given)).toBe(told);
    expect(withGiven(text, usual)).toBe(text);
  });
});
