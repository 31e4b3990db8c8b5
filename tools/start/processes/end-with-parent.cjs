'use strict';
// Loaded into each child before its program. A program that drains listens for `disconnect` itself; until it does so
// (it is still loading, or runs to an end), the death of the parent simply ends it, so that nothing is left behind.
process.once('disconnect', () => {
  if (process.listenerCount('disconnect') === 0) process.exit(1);
});
if (!process.connected) process.exit(1);
// The listener alone would keep a program going that has done its work.
process.channel.unref();
