/* global say */
// The time of the sandbox, and buttons that move it forward. Where there is no clock, the gateway has no such address and nothing is shown.
const bar = document.getElementById('clock');
const shown = document.getElementById('clock-now');

async function tellTime(options) {
  const response = await fetch('/explorer/clock', options);
  if (response.status === 404) return;
  bar.hidden = false;
  const { now, message, behind = [] } = await response.json();
  if (!response.ok) return void (shown.textContent = say('timeNotMoved', { message }));
  shown.textContent = [
    say('timeNow', { now: now.slice(0, 19).replace('T', ' ') }),
    behind.length > 0 && say('timeBehind', { behind: behind.join(', ') }),
    options && say('timeMoved'),
  ]
    .filter(Boolean)
    .join(' ');
}

for (const button of bar.querySelectorAll('button'))
  button.addEventListener('click', () => {
    const body = JSON.stringify({ advance: button.value });
    void tellTime({ method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
      () => (shown.textContent = say('timeSilent')),
    );
  });
void tellTime().catch(() => undefined);
