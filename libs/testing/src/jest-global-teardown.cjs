'use strict';
module.exports = async () => {
  await globalThis.__binderyTestPostgres?.stop();
};
