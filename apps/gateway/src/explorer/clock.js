// The time of the sandbox, and buttons that move it forward. Where there is no clock, the gateway has no such address and nothing is shown.
const bar = document.getElementById('clock');
const shown = document.getElementById('clock-now');

async function tellTime(options) {
  const response = await fetch('/explorer/clock', options);
  if (response.status === 404) return;
  bar.hidden = false;
  const { now, message, behind = [] } = await response.json();
  if (!response.ok) return void (shown.textContent = `Time was not moved: ${message}.`);
  const late = behind.length > 0 ? ` Not all programs have followed yet: ${behind.join(', ')}.` : '';
  const again = options ? ' Log in again where the token has ended.' : '';
  shown.textContent = `It is ${now.slice(0, 19).replace('T', ' ')} UTC in the sandbox.${late}${again}`;
}

for (const button of bar.querySelectorAll('button'))
  button.addEventListener('click', () => {
    const body = JSON.stringify({ advance: button.value });
    void tellTime({ method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
      () => (shown.textContent = 'The clock of the sandbox does not answer.'),
    );
  });
void tellTime().catch(() => undefined);
