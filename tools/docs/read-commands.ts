/** A block of commands in a document, and how a reader would use it. */
export interface DocumentCommand {
  readonly line: number;
  readonly script: string;
  /** It keeps running; the reader goes on when it has printed this. */
  readonly runsUntil?: string;
  /** What it prints must contain the block that follows it. */
  readonly answer?: string;
}

const block = /<!-- run(?: until "([^"]+)")?( and compare)? -->\n+```sh\n([\s\S]*?)```/g;
const nextBlock = /```(?:json|text)?\n([\s\S]*?)```/;

/**
 * The blocks marked `<!-- run -->`, `<!-- run until "text" -->` (stays in the background) or
 * `<!-- run and compare -->` (its output is the next block, white space aside).
 * `npm ci &&` is left out: it would take the packages away from under whoever runs the rest.
 */
export function readCommands(markdown: string): DocumentCommand[] {
  return [...markdown.matchAll(block)].map((match) => {
    const [whole, runsUntil, compare, script = ''] = match;
    const after = markdown.slice(match.index + whole.length);
    return {
      line: markdown.slice(0, match.index).split('\n').length + 1,
      script: script.replace(/^npm ci && /, ''),
      ...(runsUntil ? { runsUntil } : {}),
      ...(compare ? { answer: nextBlock.exec(after)?.[1] ?? '' } : {}),
    };
  });
}
