/** Runs a program's main function. An error that it did not handle, such as a wrong configuration, is told to a person and ends it with code 1. */
export function runProgram(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
