/** Tells a person what a start is doing: a step in work on a terminal, a line for each step done everywhere. */
export interface Progress {
  /** Shows a step while `work` goes on and marks it done or failed; `note` adds a few words to the step's line. */
  step<T>(title: string, work: (note: (words: string) => void) => Promise<T>): Promise<T>;
  /** From now on nothing is written: something else is being told. */
  end(): void;
}

const clearLine = '\r\x1b[2K';

/** One step at a time, so one line at the bottom is all that ever changes. */
export function createProgress(out: NodeJS.WriteStream): Progress {
  let ended = false;
  let current = '';
  const write = (text: string) => void (ended || out.write(text));
  const show = (line: string) => {
    current = line;
    if (out.isTTY) write(`${clearLine}${line}`.slice(0, (out.columns || 80) + clearLine.length));
  };
  return {
    async step(title, work) {
      const begun = performance.now();
      show(`  … ${title}`);
      const done = (mark: string) =>
        write(
          `${out.isTTY ? clearLine : ''}  ${mark} ${title.padEnd(28)} ${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s\n`,
        );
      try {
        const result = await work((words) => show(`  … ${title}: ${words}`));
        done('✔');
        current = '';
        return result;
      } catch (error) {
        done('✖');
        throw error;
      }
    },
    end() {
      if (out.isTTY && current) write(`${clearLine}${current.replace('…', '✖').split(':')[0]}\n`);
      ended = true;
    },
  };
}
