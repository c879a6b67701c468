import { button, element, icon, menu } from '/page/dom.js';
import * as api from '/phone/api.js';
import { bubble, summary } from '/phone/bubble.js';
import { Composer } from '/phone/composer.js';
import { DOTS, OFFLINE } from '/phone/icons.js';
import { form } from '/phone/sheets.js';
import { day, hour, words } from '/phone/words.js';

const TYPING_MS = 25_000;
let phones = 0;

/** One person's phone, open at the chat with one business. */
export class Phone {
  #world;
  #onPick;
  #wanted;
  #entries = new Map();
  #stopped = new Set();
  #typing;
  #parts;
  #composer;

  constructor(world, { customer, number, onPick, onClose }) {
    this.#world = world;
    this.#onPick = onPick;
    this.#wanted = { customer, number };
    this.#composer = new Composer(this);
    this.#parts = this.#build(`phone-${phones += 1}`, onClose);
    this.element = element('section', { className: 'phone' },
      this.#parts.owner, this.#parts.business, this.#parts.chat, this.#composer.element, this.#parts.sheet);
    this.#parts.chat.addEventListener('load', () => this.#toEnd(), true);
    this.#parts.chat.addEventListener('play', (event) => this.#listen(event), true);
    new ResizeObserver(() => this.#toEnd()).observe(this.#parts.chat);
    document.addEventListener('visibilitychange', () => this.#markRead());
    setInterval(() => this.#tick(), 1000);
    world.add(this);
  }

  #build(id, onClose) {
    const parts = {
      avatar: element('span', { className: 'avatar', ariaHidden: 'true' }),
      customer: element('select', { id: `${id}-customer`, onchange: () => this.#open() }),
      clock: element('time'),
      state: element('span', { className: 'state' }),
      options: element('div', { className: 'options' }),
      monogram: element('span', { className: 'avatar square', ariaHidden: 'true' }),
      number: element('select', { ariaLabel: words.number, onchange: () => this.#open() }),
      line: element('span', { className: 'line' }),
      chat: element('div', { className: 'chat', tabIndex: 0, role: 'log', ariaLabel: words.chat }),
      sheet: element('div', { className: 'sheet', hidden: true }),
    };
    parts.owner = element('div', { className: 'owner' }, parts.avatar,
      element('label', { className: 'pick', htmlFor: `${id}-customer` }, words.customer), parts.customer, parts.state, parts.clock, parts.options);
    parts.business = element('header', { className: 'business' }, parts.monogram,
      element('span', { className: 'pick' }, parts.number, parts.line));
    this.onClose = onClose;
    return parts;
  }

  get customer() {
    return this.#world.people.find(({ waId }) => waId === this.#parts.customer.value);
  }

  get number() {
    return this.#world.numbers.find(({ id }) => id === this.#parts.number.value);
  }

  /** The people and numbers there are by now; whoever was shown stays. */
  async meet() {
    const { customer, number } = this.#parts;
    const chosen = { customer: customer.value || this.#wanted.customer, number: number.value || this.#wanted.number };
    customer.replaceChildren(...this.#world.people.map(({ waId, name }) => option(waId, name, chosen.customer)));
    number.replaceChildren(...this.#world.numbers.map(({ id, name }) => option(id, name, chosen.number)));
    await this.#open();
  }

  async #open() {
    const { customer, number } = this;
    this.element.classList.toggle('nobody', !customer || !number);
    if (!customer || !number) {
      this.#parts.chat.replaceChildren(empty(words.nobody, words.nobodyHint));
      return;
    }
    this.#onPick?.({ customer: customer.waId, number: number.id });
    this.element.ariaLabel = `${words.customer} ${customer.name}`;
    this.#parts.avatar.textContent = initials(customer.name);
    this.#parts.avatar.style.backgroundColor = customer.avatarColor ?? '';
    this.#parts.monogram.textContent = initials(number.name);
    this.#showState();
    this.#stopTyping();
    const chat = await api.chat(customer, number);
    this.#entries = new Map(chat.entries.map((entry) => [entry.wamid, entry]));
    this.#show();
    await this.#markRead();
  }

  #showState() {
    const { customer } = this;
    this.element.classList.toggle('offline', customer.offline);
    this.#parts.state.replaceChildren(...[customer.offline ? icon(OFFLINE, words.offline) : undefined,
      customer.hidesPhone ?? customer.username ? element('span', { className: 'tag', textContent: words.hidden }) : undefined].filter(Boolean));
    this.#parts.options.replaceChildren(menu(icon(DOTS, words.options), this.#choices(customer)));
    this.#tick();
  }

  #choices(customer) {
    const hidden = customer.hidesPhone ?? customer.username !== null;
    const stopped = this.#stopped.has(this.number.id);
    return [
      button(customer.offline ? words.goOnline : words.goOffline, () => api.change(customer, { offline: !customer.offline })),
      button(hidden ? words.showNumber : words.hideNumber, () => api.change(customer, { hidesPhone: !hidden })),
      button(words.newNumber, () => this.ask(form(words.newNumber, { phone: [words.phone, `+${customer.phone}`] },
        ({ phone }) => api.changeNumber(customer, phone)))),
      button(words.newPhone, () => api.changeIdentity(customer)),
      button(stopped ? words.resumeMarketing : words.stopMarketing, () => this.#preferMarketing(stopped)),
      this.onClose ? button(words.putAway, () => this.onClose()) : undefined,
    ];
  }

  async #preferMarketing(wanted) {
    await api.marketing(this.customer, this.number, wanted ? 'resume' : 'stop');
    this.#stopped[wanted ? 'delete' : 'add'](this.number.id);
    this.#showState();
  }

  #row(entry) {
    const context = entry.content.context;
    return bubble(entry, this.#entries.get(context?.message_id ?? context?.id), this);
  }

  #show() {
    const all = [...this.#entries.values()];
    const rows = all.flatMap((entry, index) => [
      sameDay(all[index - 1], entry) ? undefined : element('h2', { className: 'day', textContent: day(new Date(entry.at), this.#world.now()) }),
      this.#row(entry),
    ]).filter(Boolean);
    this.#parts.chat.replaceChildren(...(rows.length ? rows : [empty(words.empty, words.emptyHint(this.number.name))]));
    this.#toEnd();
  }

  #toEnd() {
    this.#parts.chat.scrollTop = this.#parts.chat.scrollHeight;
  }

  hear(type, event) {
    if (event.waId !== this.customer?.waId || event.phoneNumberId !== this.number?.id) {
      return;
    }
    if (type === 'typing') {
      this.#startTyping();
    } else {
      this.#take(event.entry);
    }
  }

  #take(entry) {
    if (entry.from === 'business' && !this.#entries.has(entry.wamid)) {
      this.#stopTyping();
    }
    this.#entries.set(entry.wamid, entry);
    const shown = [...this.#parts.chat.children].find((row) => row.dataset.wamid === entry.wamid);
    if (shown) {
      shown.replaceWith(this.#row(entry));
    } else {
      this.#show();
    }
    void this.#markRead();
  }

  async #markRead() {
    const waiting = [...this.#entries.values()].some(({ from, status }) => from === 'business' && status === 'delivered');
    if (waiting && !this.customer.offline && document.visibilityState === 'visible' && this.element.clientHeight > 0) {
      await api.read(this.customer, this.number);
    }
  }

  #listen(event) {
    const entry = this.#entries.get(event.target.closest('[data-wamid]')?.dataset.wamid);
    if (entry?.from === 'business' && entry.content.type === 'audio') {
      void api.played(this.customer, this.number, entry.wamid);
    }
  }

  #startTyping() {
    clearTimeout(this.#typing);
    this.#parts.line.textContent = words.typing;
    this.#typing = setTimeout(() => this.#stopTyping(), TYPING_MS);
  }

  #stopTyping() {
    clearTimeout(this.#typing);
    this.#parts.line.replaceChildren(element('bdi', { textContent: this.number?.displayPhoneNumber ?? '' }));
  }

  #tick() {
    this.#parts.clock.textContent = hour(this.#world.now());
  }

  /** Sends a message, as an answer to another where it has a context. */
  send(message) {
    const context = message.context && { ...message.context, from: this.number.displayPhoneNumber.replace(/\D/g, '') };
    return this.attempt(api.write(this.customer, this.number, context ? { ...message, context } : message));
  }

  sendFile(file, caption) {
    return this.attempt(api.writeFile(this.customer, this.number, file, caption));
  }

  async attempt(sending) {
    try {
      await sending;
      this.#composer.say('');
    } catch {
      this.#composer.say(words.failed);
    }
  }

  now() {
    return this.#world.now();
  }

  answer(entry) {
    this.#composer.quote(entry.wamid, summary(entry.content));
  }

  rewrite(entry) {
    this.#composer.rewrite(entry);
  }

  /** Lays a form over the phone until it is answered or put away. */
  ask(sheet) {
    const close = () => {
      this.#parts.sheet.hidden = true;
      this.#composer.focus();
    };
    this.#parts.sheet.replaceChildren(sheet((sending) => this.attempt(sending), close));
    this.#parts.sheet.hidden = false;
    this.#parts.sheet.querySelector('input, textarea, button')?.focus();
  }

  leave() {
    this.#world.remove(this);
    this.element.remove();
  }
}

function option(value, text, wanted) {
  return element('option', { value, textContent: text, selected: value === wanted });
}

function initials(name) {
  const parts = name.split(/\s+/).filter((part) => /\p{L}/u.test(part));
  return [...new Set([parts.at(0), parts.at(-1)])].map((part) => [...(part ?? '')][0] ?? '').join('');
}

function sameDay(one, other) {
  return one && new Date(one.at).toDateString() === new Date(other.at).toDateString();
}

function empty(title, hint) {
  return element('div', { className: 'empty' }, element('strong', { textContent: title }), element('span', { dir: 'auto', textContent: hint }));
}
