import { chmodSync, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files of mode 600 and folders of 700, whatever makes them: for this process and those that it starts. */
export const makePrivateFiles = (): void => void process.umask(0o077);

/**
 * Takes from others what they may do with a folder and all in it; one of an older version was open to everybody. What belongs to somebody else, as
 * the database that root has run by another user, is left to them; links are not followed.
 * `withContent: false` leaves what is in it as it is.
 */
export function closeToOthers(path: string, withContent = true): void {
  if (!existsSync(path)) return;
  const { mode, uid } = lstatSync(path);
  const isFolder = (mode & 0o170000) === 0o040000;
  const isFile = (mode & 0o170000) === 0o100000;
  if (uid !== process.getuid?.() || !(isFolder || isFile)) return;
  if (mode & 0o077) chmodSync(path, mode & 0o700);
  if (isFolder && withContent) for (const name of readdirSync(path)) closeToOthers(join(path, name));
}

/** Lets another user go through a folder, and see nothing of what is in it. */
export const openToPassThrough = (folder: string): void => chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011);
