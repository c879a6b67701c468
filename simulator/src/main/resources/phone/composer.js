import { button, element, icon, menu } from '/page/dom.js';
import * as api from '/phone/api.js';
import { CROSS, MICROPHONE, PAPERCLIP, PLANE, STOP } from '/phone/icons.js';
import { contactSheet, locationSheet, stickerSheet } from '/phone/sheets.js';
import { Recorder } from '/phone/voice.js';
import { words } from '/phone/words.js';

const TAKEN = 'image/jpeg,image/png,image/webp,application/pdf,text/plain,audio/ogg,audio/mpeg,audio/mp4,video/mp4';

/** Where a person writes: text, files, places, people, stickers and voice. */
export class Composer {
  #phone;
  #context;
  #rewriting;
  #recorder;
  #text = element('textarea', { rows: 1, dir: 'auto', autocomplete: 'off', enterKeyHint: 'send', placeholder: words.write, ariaLabel: words.write });
  #file = element('input', { type: 'file', hidden: true, accept: TAKEN });
  #go = element('button', { type: 'submit', className: 'round' });
  #quoted = element('div', { className: 'quoting', hidden: true });
  #said = element('p', { className: 'said', role: 'status', hidden: true });

  constructor(phone) {
    this.#phone = phone;
    this.element = element('form', { className: 'composer' }, this.#said, this.#quoted,
      element('div', { className: 'line-up' }, this.#attach(), this.#file, this.#text, this.#go));
    this.element.addEventListener('submit', (event) => this.#submit(event));
    this.#file.addEventListener('change', () => this.#sendFile());
    this.#text.addEventListener('input', () => this.#grow());
    this.#text.addEventListener('keydown', (event) => this.#key(event));
    this.#show();
  }

  #attach() {
    return menu(icon(PAPERCLIP, words.attach), [
      button(words.file, () => this.#file.click()),
      button(words.location, () => this.#phone.ask(locationSheet((message) => this.#phone.send(message)))),
      button(words.contact, () => this.#phone.ask(contactSheet((message) => this.#phone.send(message)))),
      button(words.sticker, () => this.#phone.ask(stickerSheet((file) => this.#phone.sendFile(file)))),
    ]);
  }

  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.element.requestSubmit();
    } else if (event.key === 'Escape') {
      this.#forget();
    }
  }

  async #submit(event) {
    event.preventDefault();
    const body = this.#text.value.trim();
    if (this.#recorder) {
      await this.#endRecording();
    } else if (body) {
      const message = { type: 'text', text: { body }, ...(this.#context ? { context: { id: this.#context } } : {}) };
      const rewriting = this.#rewriting;
      this.#forget();
      await (rewriting
        ? this.#phone.attempt(api.edit(this.#phone.customer, this.#phone.number, rewriting, message))
        : this.#phone.send(message));
    } else {
      await this.#record();
    }
  }

  async #record() {
    try {
      this.#recorder = await Recorder.begin();
    } catch {
      this.say(words.noMicrophone);
    }
    this.#show();
  }

  async #endRecording() {
    const recorder = this.#recorder;
    this.#recorder = undefined;
    this.#show();
    const file = await recorder.end();
    await this.#phone.sendFile(file);
  }

  async #sendFile() {
    const [file] = this.#file.files;
    if (file) {
      const caption = this.#text.value.trim();
      this.#forget();
      await this.#phone.sendFile(file, caption);
      this.#file.value = '';
    }
  }

  quote(wamid, text) {
    this.#context = wamid;
    this.#lead(text);
  }

  rewrite(entry) {
    this.#rewriting = entry.wamid;
    this.#text.value = entry.content.text?.body ?? '';
    this.#lead(words.edit);
  }

  #lead(text) {
    this.#quoted.replaceChildren(element('span', { dir: 'auto', textContent: text }),
      element('button', { type: 'button', className: 'tap', ariaLabel: words.cancel, onclick: () => this.#forget() }, icon(CROSS)));
    this.#quoted.hidden = false;
    this.#grow();
    this.focus();
  }

  #forget() {
    this.#context = undefined;
    this.#rewriting = undefined;
    this.#quoted.hidden = true;
    this.#text.value = '';
    this.#grow();
  }

  #grow() {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight}px`;
    this.#show();
  }

  #show() {
    const recording = Boolean(this.#recorder);
    const voice = !recording && !this.#text.value.trim();
    const [path, label] = recording ? [STOP, words.endRecording] : voice ? [MICROPHONE, words.record] : [PLANE, words.send];
    this.#go.replaceChildren(icon(path, label));
    this.#go.classList.toggle('recording', recording);
    this.#go.classList.toggle('quiet', voice);
    this.#text.disabled = recording;
    this.#text.placeholder = recording ? words.recording : words.write;
  }

  /** Tells what went wrong, or nothing. */
  say(text) {
    this.#said.textContent = text;
    this.#said.hidden = !text;
  }

  focus() {
    this.#text.focus();
  }
}
