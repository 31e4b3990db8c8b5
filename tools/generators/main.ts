import type { Tree } from '@nx/devkit';
import type { Command, Option } from 'commander';
// Not in @nx/devkit itself; every generator of Nx runs on it, and the check of the generators would fail without it.
import { flushChanges, FsTree, printChanges } from 'nx/src/generators/tree';
import { createCommand, wrongCallExitCode } from '../command-line/create-command';
import { root } from '../start/start-options';
import { generateCardKind } from './card-kind/generate-card-kind';
import { generateConsumer } from './consumer/generate-consumer';
import { generateEvent } from './event/generate-event';
import { generateFeature } from './feature/generate-feature';
import { GeneratorError } from './generator-error';
import { generateProvider } from './provider/generate-provider';
import { generateSubgraph } from './subgraph/generate-subgraph';
import { format } from './workspace';

/** What a person does next; one line each. */
type Generator<Arguments extends unknown[]> = (tree: Tree, ...given: Arguments) => readonly string[];

const isNeeded = ({ mandatory }: Option): boolean => mandatory;

/** With the options that must be given, which commander names one after another. */
const termOf = (command: Command): string =>
  [
    command.name(),
    ...command.registeredArguments.map((argument) => `<${argument.name()}>`),
    ...command.options.filter(isNeeded).map(({ flags }) => flags),
  ].join(' ');

const program = createCommand('npm run g --')
  .description('Makes new code in the dialect of docs/one-service.md, wired and with tests that pass.')
  .option('--dry-run', 'say what would be written, and write nothing', false)
  .helpCommand(false)
  .configureHelp({
    subcommandTerm: termOf,
    optionDescription: (option) => option.description + (isNeeded(option) ? ' (needed)' : ''),
  })
  .showHelpAfterError();

program
  .command('subgraph <name>')
  .description('a service of its own: database, topic, part of the graph, with a first feature')
  .option('--thing <thing>', 'what its first feature is about, in the singular; the name itself when left out')
  .option('--plural <things>', 'the plural of that, where it is not the usual one')
  .action((name: string, options: { thing?: string; plural?: string }) => run(generateSubgraph, name, options));

program
  .command('feature <service> <thing>')
  .description('a room in a service: table, use cases, a query and a mutation about things of an account')
  .option('--plural <things>', 'the plural of the thing, where it is not the usual one')
  .action((service: string, thing: string, options: { plural?: string }) =>
    run(generateFeature, service, thing, options),
  );

program
  .command('event <service> <name>')
  .description('an event that the service publishes; the name is aggregate.fact, e.g. goal.reached')
  .option('--key <field>', 'the field that names the aggregate; <aggregate>Id when left out')
  .action((service: string, name: string, options: { key?: string }) => run(generateEvent, service, name, options));

program
  .command('consumer <service> <event>')
  .description('what a room of a service does about an event, e.g. bindery.card.used.v1')
  .requiredOption('--room <room>', 'the room, e.g. savings-goals')
  .action((service: string, event: string, { room }: { room: string }) => run(generateConsumer, service, event, room));

program
  .command('card-kind <name>')
  .description('a kind of card, e.g. transit-card: how it is entered, recognised, handed to its providers and called')
  .option('--pays', 'it can be the default card', false)
  .option('--name-zh <name>', 'what people call it in Chinese')
  .action((name: string, options: { pays: boolean; nameZh?: string }) => run(generateCardKind, name, options));

program
  .command('provider <code>')
  .description(
    'a provider of a kind there is, e.g. bay-bank; with the terms of another of the kind, or with the plainest',
  )
  .requiredOption('--kind <kind>', 'what kind of cards it has, e.g. bank-card')
  .requiredOption('--name <name>', 'what people call it, in English')
  .requiredOption('--name-zh <name>', 'and in Chinese')
  .action((code: string, options: { kind: string; name: string; nameZh: string }) =>
    run(generateProvider, code, options),
  );

async function run<Arguments extends unknown[]>(generate: Generator<Arguments>, ...given: Arguments): Promise<void> {
  const { dryRun } = program.opts<{ dryRun: boolean }>();
  const tree = new FsTree(root, false);
  const next = generate(tree, ...given);
  await format(tree);
  printChanges(tree.listChanges());
  if (dryRun) return console.log('\nNothing was written.');
  flushChanges(root, tree.listChanges());
  console.log(['', 'Next:', ...next.map((line) => `  ${line}`)].join('\n'));
}

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof GeneratorError ? error.message : error);
  process.exit(error instanceof GeneratorError ? wrongCallExitCode : 1);
});
