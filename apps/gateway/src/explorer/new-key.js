// A key names one thing that is done: what is run again from the same tab is another one. So `$newKey` is filled in here, anew for each run,
// unless Variables has one.
window.withNewKey = (body) => {
  const asked = JSON.parse(body);
  if (!/\$newKey\b/.test(asked.query ?? '')) return body;
  const random = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0'));
  return JSON.stringify({ ...asked, variables: { newKey: `explorer-${random.join('')}`, ...asked.variables } });
};
