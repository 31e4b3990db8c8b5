import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCommand } from '../command-line/create-command';
import { readPath } from '../command-line/readers';
import { root } from '../start/start-options';
import { readCommands } from './read-commands';
import { runCommands } from './run-commands';

/** Runs the commands of a document as its reader would, top to bottom, and says which work. */
async function main(): Promise<number> {
  const command = createCommand('npm run docs:commands --')
    .description('Runs the commands of a document (those marked for it) in order, as a reader would.')
    .argument('[document]', 'a Markdown file of the repository', readPath, 'README.md')
    .parse();
  const document = command.args[0] ?? 'README.md';
  const commands = readCommands(readFileSync(join(root, document), 'utf8'));
  const { passed, failed } = await runCommands(commands, root);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
