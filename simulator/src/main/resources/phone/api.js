async function call(method, path, body) {
  const options = { method };
  if (body instanceof FormData) {
    options.body = body;
  } else if (body) {
    options.body = JSON.stringify(body);
    options.headers = { 'Content-Type': 'application/json' };
  }
  const response = await fetch(`/simulator/${path}`, options);
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status}`);
  }
  return response.status === 204 ? undefined : response.json();
}

function chatPath({ waId }, { id }) {
  return `customers/${encodeURIComponent(waId)}/chats/${encodeURIComponent(id)}`;
}

export const setup = () => call('GET', 'setup');
export const chat = (customer, number) => call('GET', chatPath(customer, number));
export const read = (customer, number) => call('POST', `${chatPath(customer, number)}/read`);

export function write(customer, number, message) {
  return call('POST', `customers/${encodeURIComponent(customer.waId)}/messages`, { to: number.id, ...message });
}

export function writeFile(customer, number, file, caption) {
  const form = new FormData();
  form.append('caption', caption);
  form.append('file', file, file.name);
  return call('POST', `${chatPath(customer, number)}/media`, form);
}

/** Calls back on every event of the world, and once more after the line was down. */
export function watch(on) {
  const events = new EventSource('/simulator/events');
  for (const type of ['message', 'typing', 'setup']) {
    events.addEventListener(type, (event) => on(type, JSON.parse(event.data)));
  }
  let down = false;
  events.onerror = () => { down = true; };
  events.onopen = () => {
    if (down) {
      on('setup', {});
    }
    down = false;
  };
}
