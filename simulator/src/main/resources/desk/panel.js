import { button, element } from '/page/dom.js';
import * as api from '/phone/api.js';
import { words } from '/desk/words.js';

/** What goes wrong or happens: each with one sentence on what it does. */
export class Panel {
  #place;
  #numbers;
  #faults = {};
  #shown = new Map();
  #looking;

  constructor(place, numbers) {
    this.#place = place;
    this.#numbers = numbers;
    place.ariaLabel = words.trouble;
  }

  async toggle() {
    this.#place.hidden = !this.#place.hidden;
    clearInterval(this.#looking);
    if (!this.#place.hidden) {
      await this.#show();
      this.#looking = setInterval(() => this.#look(), 2_000);
    }
    return !this.#place.hidden;
  }

  async #show() {
    const [faults, settings, webhooks] = await Promise.all([api.faults(), api.settings(), api.webhooks()]);
    this.#faults = faults;
    this.#shown.clear();
    this.#place.replaceChildren(
      element('header', {}, element('h2', { textContent: words.trouble }), button(words.heal, async () => {
        await api.heal();
        await this.#show();
      })),
      this.#only(),
      ...Object.entries(words.faults).map(([group, some]) => this.#group(group, some)),
      this.#rules(settings),
      this.#happenings(webhooks));
  }

  /** One number, or all of them. */
  #only() {
    const select = element('select', { onchange: () => this.#put('phoneNumberId', () => select.value || null) },
      element('option', { value: '', textContent: words.everyNumber }),
      ...this.#numbers().map(({ id, name }) => element('option', { value: id, textContent: name, selected: id === this.#faults.phoneNumberId })));
    return element('label', { className: 'only' }, words.only, select);
  }

  #group(title, some) {
    return element('fieldset', {}, element('legend', { textContent: title }),
      ...Object.entries(some).map(([name, [label, sentence]]) => this.#fault(name, label, sentence)));
  }

  #fault(name, label, sentence) {
    const value = this.#faults[name];
    const input = typeof value === 'boolean'
      ? element('input', { type: 'checkbox', checked: value, onchange: () => this.#put(name, () => input.checked) })
      : element('input', {
        type: 'number', min: 0, value: count(value),
        onchange: () => this.#put(name, (now) => typeof now === 'object' ? { ...now, next: Number(input.value) } : Number(input.value)),
      });
    this.#shown.set(name, input);
    const code = ['error', 'asyncError'].includes(name) ? this.#code(name, value) : undefined;
    return element('label', { className: 'fault' }, element('span', {}, element('strong', { textContent: label }),
      element('small', { textContent: sentence })), code, input);
  }

  #code(name, value) {
    const input = element('input', { type: 'number', min: 0, value: value.code || '', placeholder: words.code, ariaLabel: words.code });
    input.addEventListener('change', () => this.#put(name, (now) => ({ ...now, code: Number(input.value) })));
    return input;
  }

  /** All the rest stays as it is by now: what is to happen a few times happens meanwhile. */
  async #put(name, change) {
    const now = await api.faults();
    this.#faults = await api.setFaults({ ...now, [name]: change(now[name]) });
    this.#count();
  }

  async #look() {
    this.#faults = await api.faults().catch(() => this.#faults);
    this.#count();
  }

  /** How often each is still to happen; what somebody is writing in stays. */
  #count() {
    for (const [name, input] of this.#shown) {
      if (input !== document.activeElement) {
        input.type === 'checkbox' ? (input.checked = this.#faults[name]) : (input.value = count(this.#faults[name]));
      }
    }
  }

  #rules(settings) {
    return element('fieldset', {}, element('legend', { textContent: words.rulesTitle }),
      ...Object.entries(words.rules).map(([name, [label, sentence]]) => {
        const value = settings[name];
        const isSwitch = typeof value === 'boolean';
        const input = element('input', isSwitch ? { type: 'checkbox', checked: value } : { type: 'number', min: 0, value });
        input.addEventListener('change', () => api.setSettings({ [name]: isSwitch ? input.checked : Number(input.value) }));
        return element('label', { className: 'fault' }, element('span', {}, element('strong', { textContent: label }),
          element('small', { textContent: sentence })), input);
      }));
  }

  /** A webhook that nothing else causes, for one of the numbers. */
  #happenings(webhooks) {
    const number = element('select', { ariaLabel: words.only },
      ...this.#numbers().map(({ id, name }) => element('option', { value: id, textContent: name })));
    const which = element('select', { ariaLabel: words.happening }, ...webhooks.map(({ field, value }, index) =>
      element('option', { value: index, textContent: value.event ? `${field}: ${value.event}` : field })));
    const said = element('p', { role: 'status' });
    const send = button(words.post, async () => {
      const { field, value: { event } } = webhooks[which.value];
      await api.post(number.value, field, event ? { event } : {});
      said.textContent = words.posted;
    });
    return element('fieldset', {}, element('legend', { textContent: words.happening }), number, which, send, said);
  }
}

const count = (fault) => fault?.next ?? fault ?? 0;
