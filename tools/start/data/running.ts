import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { livingHolder } from './folder-lock';

/** How the start that holds a data folder runs it, for the commands that are told of the folder. */
export interface Running {
  readonly port: number;
  readonly supervise: boolean;
}

const fileOf = (data: string) => join(data, 'running.json');

export function writeRunning(data: string, { port, supervise }: Running): void {
  writeFileSync(fileOf(data), JSON.stringify({ port, supervise }));
}

export const forgetRunning = (data: string): void => rmSync(fileOf(data), { force: true });

/** What runs on a data folder; undefined when nothing does. */
export function readRunning(data: string): Running | undefined {
  if (!isHeld(data)) return undefined;
  try {
    return JSON.parse(readFileSync(fileOf(data), 'utf8')) as Running;
  } catch {
    // Its start took the folder a moment ago.
    return undefined;
  }
}

/** Whether the start command that took the folder is still there. */
export const isHeld = (data: string): boolean => livingHolder(join(data, 'running.pid')) !== undefined;
