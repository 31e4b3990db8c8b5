import { spawn } from 'node:child_process';
import { root } from '../system/run-system';

interface Step {
  readonly step: number;
  readonly title: string;
  readonly checks: readonly { readonly fact: string; readonly ok: boolean }[];
  readonly events: readonly string[];
  readonly ok: boolean;
}

export interface PlayedDemo {
  readonly code: number | null;
  readonly steps: readonly Step[];
  readonly end: { readonly ok: boolean; readonly failures: number };
}

/** `npm run demo` as a newcomer runs it against a system; answers its exit code and what it told. */
export async function playDemo(
  { port, data }: { readonly port: number; readonly data: string },
  lang: string,
  { keepTime = true, all = false }: { readonly keepTime?: boolean; readonly all?: boolean } = {},
): Promise<PlayedDemo> {
  const args = [
    '-r',
    './tools/runtime/register.cjs',
    'tools/demo/main.ts',
    '--port',
    String(port),
    '--data',
    data,
    // Others are at work on the same system, as a rule.
    ...(keepTime ? ['--keep-time'] : []),
    ...(all ? ['--all'] : []),
    '--json',
    '--lang',
    lang,
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { code, steps: lines.slice(0, -1) as Step[], end: lines.at(-1) as PlayedDemo['end'] };
}
