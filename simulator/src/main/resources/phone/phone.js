import { element, icon } from '/page/dom.js';
import * as api from '/phone/api.js';
import { bubble } from '/phone/bubble.js';
import { day, hour, words } from '/phone/words.js';

const TYPING_MS = 25_000;
const PAPERCLIP = 'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a2 2 0 0 1-3-3L14 7';
const PLANE = 'M4 12 20 4l-5 17-4-7-7-2Zm7 2 4-5';

const at = (id) => document.getElementById(id);
const address = new URLSearchParams(location.search);
let people = [];
let numbers = [];
let entries = new Map();
let typing;

const customer = () => people.find(({ waId }) => waId === at('customer').value);
const number = () => numbers.find(({ id }) => id === at('number').value);

function option(value, text, wanted) {
  return element('option', { value, textContent: text, selected: value === wanted });
}

async function loadSetup() {
  const { customers, wabas } = await api.setup();
  people = customers;
  numbers = wabas.flatMap((waba) => waba.numbers);
  at('customer').replaceChildren(...people.map(({ waId, name }) => option(waId, name, address.get('customer'))));
  at('number').replaceChildren(...numbers.map(({ id, name }) => option(id, name, address.get('to'))));
  await openChat();
}

async function openChat() {
  const [me, business] = [customer(), number()];
  document.body.classList.toggle('nobody', !me || !business);
  if (!me || !business) {
    at('chat').replaceChildren(empty(words.nobody, words.nobodyHint));
    return;
  }
  address.set('customer', me.waId);
  address.set('to', business.id);
  history.replaceState(null, '', `?${address}`);
  at('avatar').textContent = initials(me.name);
  at('avatar').style.backgroundColor = me.avatarColor ?? '';
  at('monogram').textContent = initials(business.name);
  stopTyping();
  const chat = await api.chat(me, business);
  entries = new Map(chat.entries.map((entry) => [entry.wamid, entry]));
  show();
  await markRead();
}

function initials(name) {
  const parts = name.split(/\s+/).filter((part) => /\p{L}/u.test(part));
  return [...new Set([parts.at(0), parts.at(-1)])].map((part) => [...(part ?? '')][0] ?? '').join('');
}

function row(entry) {
  const context = entry.content.context;
  return bubble(entry, entries.get(context?.message_id ?? context?.id), send);
}

function show() {
  const all = [...entries.values()];
  const rows = all.flatMap((entry, index) => [
    sameDay(all[index - 1], entry) ? undefined : element('h2', { className: 'day', textContent: day(new Date(entry.at)) }),
    row(entry),
  ]).filter(Boolean);
  at('chat').replaceChildren(...(rows.length ? rows : [empty(words.empty, words.emptyHint(number().name))]));
  at('chat').scrollTop = at('chat').scrollHeight;
}

function sameDay(one, other) {
  return one && new Date(one.at).toDateString() === new Date(other.at).toDateString();
}

function empty(title, hint) {
  return element('div', { className: 'empty' }, element('strong', { textContent: title }), element('span', { dir: 'auto', textContent: hint }));
}

async function send(message) {
  const context = message.context && { ...message.context, from: number().displayPhoneNumber.replace(/\D/g, '') };
  await attempt(api.write(customer(), number(), context ? { ...message, context } : message));
}

async function attempt(sending) {
  try {
    await sending;
    at('note').textContent = words.note;
  } catch {
    at('note').textContent = words.failed;
  }
  document.body.classList.toggle('trouble', at('note').textContent === words.failed);
}

async function markRead() {
  const waiting = [...entries.values()].some(({ from, status }) => from === 'business' && status === 'delivered');
  if (waiting && document.visibilityState === 'visible' && document.documentElement.clientHeight > 0) {
    await api.read(customer(), number());
  }
}

function onEvent(type, event) {
  if (type === 'setup') {
    void loadSetup();
  } else if (event.waId === at('customer').value && event.phoneNumberId === at('number').value) {
    if (type === 'typing') {
      startTyping();
    } else {
      onEntry(event.entry);
    }
  }
}

function onEntry(entry) {
  if (entry.from === 'business' && !entries.has(entry.wamid)) {
    stopTyping();
  }
  const shown = document.getElementById(entry.wamid);
  entries.set(entry.wamid, entry);
  if (shown) {
    shown.parentElement.replaceWith(row(entry));
  } else {
    show();
  }
  void markRead();
}

function startTyping() {
  clearTimeout(typing);
  at('line').textContent = words.typing;
  typing = setTimeout(stopTyping, TYPING_MS);
}

function stopTyping() {
  clearTimeout(typing);
  at('line').replaceChildren(element('bdi', { textContent: number()?.displayPhoneNumber ?? '' }));
}

async function sendText() {
  const body = at('text').value.trim();
  if (body) {
    at('text').value = '';
    grow();
    await send({ type: 'text', text: { body } });
  }
}

async function sendFile() {
  const [file] = at('file').files;
  if (file) {
    const caption = at('text').value.trim();
    at('text').value = '';
    await attempt(api.writeFile(customer(), number(), file, caption));
    at('file').value = '';
  }
}

function grow() {
  at('text').style.height = 'auto';
  at('text').style.height = `${at('text').scrollHeight}px`;
}

function label() {
  document.title = words.title;
  at('note').textContent = words.note;
  at('customer-label').textContent = words.customer;
  at('number-label').textContent = words.number;
  at('chat').ariaLabel = words.chat;
  at('text').placeholder = words.write;
  at('text').ariaLabel = words.write;
  at('attach').ariaLabel = words.attach;
  at('attach').append(icon(PAPERCLIP));
  at('send').ariaLabel = words.send;
  at('send').append(icon(PLANE));
}

function tick() {
  at('clock').textContent = hour(new Date());
}

label();
tick();
setInterval(tick, 5000);
at('customer').addEventListener('change', openChat);
at('number').addEventListener('change', openChat);
at('attach').addEventListener('click', () => at('file').click());
at('file').addEventListener('change', sendFile);
at('text').addEventListener('input', grow);
at('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    at('composer').requestSubmit();
  }
});
at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  void sendText();
});
at('chat').addEventListener('load', () => { at('chat').scrollTop = at('chat').scrollHeight; }, true);
document.addEventListener('visibilitychange', markRead);
api.watch(onEvent);
await loadSetup();
