import { Command, type CommanderError } from 'commander';

/** What every command of ours ends with when it was called wrongly; 1 is for work that failed. */
export const wrongCallExitCode = 2;

/**
 * A command of `npm run`. A wrong call (an option that is not there, a value that is not allowed) does nothing, says what is allowed and ends
 * with `wrongCallExitCode`; its sub-commands likewise.
 */
export function createCommand(name: string): Command {
  const command = new Command(name);
  return command.exitOverride((error) => {
    if (error.exitCode === 0) process.exit(0);
    process.stderr.write(allowed(command, error));
    process.exit(wrongCallExitCode);
  });
}

/** Values that are allowed stand in the error already; which options and commands there are does not. */
function allowed(command: Command, { code }: CommanderError): string {
  const given = command.commands.find((each) => each.name() === command.args[0]) ?? command;
  if (code === 'commander.unknownOption')
    return `Options: ${given.options.map(({ flags }) => flags).join(', ') || 'none'}\n`;
  if (code === 'commander.unknownCommand')
    return `Commands: ${command.commands.map((each) => each.name()).join(', ')}\n`;
  return '';
}
