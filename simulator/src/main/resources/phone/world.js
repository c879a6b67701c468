import * as api from '/phone/api.js';

/** Who there is and what time it is, shared by all phones of a page and told to them as it changes. */
export class World {
  people = [];
  numbers = [];
  ahead = 0;
  #phones = new Set();

  add(phone) {
    this.#phones.add(phone);
  }

  remove(phone) {
    this.#phones.delete(phone);
  }

  async open() {
    api.watch((type, event) => this.#hear(type, event));
    await this.load();
  }

  async load() {
    const [{ customers, wabas }, { now }] = await Promise.all([api.setup(), api.clock()]);
    this.people = customers;
    this.numbers = wabas.flatMap((waba) => waba.numbers);
    this.ahead = new Date(now) - Date.now();
    await Promise.all([...this.#phones].map((phone) => phone.meet()));
  }

  now() {
    return new Date(Date.now() + this.ahead);
  }

  #hear(type, event) {
    if (type === 'setup') {
      void this.load();
    } else {
      this.#phones.forEach((phone) => phone.hear(type, event));
    }
  }
}
