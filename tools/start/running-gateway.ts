import { portsFrom, readyUrlOf, usualPort } from './topology';

/** Whether a gateway at this port can do its work. */
export const isReady = (port: number): Promise<boolean> =>
  fetch(readyUrlOf(portsFrom(port).gateway)).then(
    ({ ok }) => ok,
    () => false,
  );

/** What starts a system there. */
export const startCommand = (port: number): string =>
  port === usualPort ? 'npm start' : `npm start -- --port ${port}`;
