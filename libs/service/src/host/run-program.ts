import { ConfigError } from '../config/read-config';
import { tellError } from '../log';

/**
 * Runs a program's main function. An error that it did not handle, such as a wrong configuration, is told to a person and ends it with code 1;
 * so is one that nobody caught before `runService` looks after those. Node itself would print whatever the error carries.
 */
export function runProgram(main: () => Promise<void>): void {
  process.on('uncaughtException', endProgram);
  process.on('unhandledRejection', endProgram);
  main().catch(endProgram);
}

/** Errors of the configuration name variables, never their values. */
export function endProgram(error: unknown): void {
  process.stderr.write(`${error instanceof ConfigError ? error.message : tellError(error)}\n`);
  process.exit(1);
}
