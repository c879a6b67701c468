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

const person = ({ waId }) => `customers/${encodeURIComponent(waId)}`;
const chatPath = (customer, { id }) => `${person(customer)}/chats/${encodeURIComponent(id)}`;
const messagePath = (customer, number, wamid) => `${chatPath(customer, number)}/messages/${encodeURIComponent(wamid)}`;

export const setup = () => call('GET', 'setup');
export const chat = (customer, number) => call('GET', chatPath(customer, number));
export const read = (customer, number) => call('POST', `${chatPath(customer, number)}/read`);
export const change = (customer, what) => call('PUT', person(customer), what);
export const changeNumber = (customer, phone) => call('POST', `${person(customer)}/number`, { phone });
export const changeIdentity = (customer) => call('POST', `${person(customer)}/identity`);
export const marketing = (customer, number, value) => call('POST', `${chatPath(customer, number)}/marketing`, { value });
export const edit = (customer, number, wamid, content) => call('POST', `${messagePath(customer, number, wamid)}/edit`, content);
export const revoke = (customer, number, wamid) => call('POST', `${messagePath(customer, number, wamid)}/revoke`);
export const played = (customer, number, wamid) => call('POST', `${messagePath(customer, number, wamid)}/played`);

export const clock = () => call('GET', 'clock');
export const advance = (by) => call('PUT', 'clock', { advance: by });
export const realTime = () => call('DELETE', 'clock');
export const faults = () => call('GET', 'faults');
export const setFaults = (all) => call('PUT', 'faults', all);
export const heal = () => call('DELETE', 'faults');
export const settings = () => call('GET', 'settings');
export const setSettings = (changes) => call('PUT', 'settings', changes);
export const webhooks = () => call('GET', 'webhooks');
export const post = (number, field, value) => call('POST', `numbers/${encodeURIComponent(number)}/webhooks`, { field, ...value });

export function write(customer, number, message) {
  return call('POST', `${person(customer)}/messages`, { to: number.id, ...message });
}

export function writeFile(customer, number, file, caption = '') {
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
