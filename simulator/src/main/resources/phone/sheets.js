import { element } from '/page/dom.js';
import { words } from '/phone/words.js';

const STICKERS = ['😀', '😍', '🥳', '😴', '🙈', '🌹', '🎂', '☕️'];
const STICKER_SIZE = 320;

/**
 * A form over the phone; fields are a name with its label and first value. `done` gets the values and
 * returns what is then sent.
 */
export function form(title, fields, done) {
  return (attempt, close) => {
    const inputs = Object.entries(fields).map(([name, [label, value]]) =>
      element('label', {}, label, element('input', { name, value, dir: 'auto', autocomplete: 'off', required: true })));
    const sheet = element('form', { className: 'form', ariaLabel: title }, element('h2', { textContent: title }), ...inputs, buttons(close));
    sheet.addEventListener('submit', (event) => {
      event.preventDefault();
      close();
      void attempt(done(Object.fromEntries(new FormData(sheet))));
    });
    return closing(sheet, close);
  };
}

function buttons(close) {
  return element('div', { className: 'buttons' },
    element('button', { type: 'button', textContent: words.cancel, onclick: close }),
    element('button', { type: 'submit', className: 'main', textContent: words.send }));
}

function closing(sheet, close) {
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
    }
  });
  return sheet;
}

export function locationSheet(send) {
  const fields = {
    name: [words.place, words.somePlace], address: [words.address, words.someAddress],
    latitude: [words.latitude, '32.0853'], longitude: [words.longitude, '34.7818'],
  };
  return form(words.location, fields, ({ name, address, latitude, longitude }) => send({
    type: 'location', location: { latitude: Number(latitude), longitude: Number(longitude), name, address },
  }));
}

export function contactSheet(send) {
  const fields = { name: [words.name, words.somebody], phone: [words.phone, '+1 555 010 0177'] };
  return form(words.contact, fields, ({ name, phone }) => send({
    type: 'contacts', contacts: [contactCard(name, phone)],
  }));
}

export function contactCard(name, phone) {
  const [first, ...rest] = name.split(' ');
  return {
    name: { formatted_name: name, first_name: first, ...(rest.length ? { last_name: rest.join(' ') } : {}) },
    phones: [{ phone, wa_id: phone.replace(/\D/g, ''), type: 'CELL' }],
  };
}

/** The answers to a flow, which the simulator does not know the questions of. */
export function flowSheet(title, answers, send) {
  const fields = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, [name.replaceAll('_', ' '), String(value)]]));
  return form(title, fields, send);
}

export function stickerSheet(send) {
  return (attempt, close) => {
    const all = STICKERS.map((emoji) => element('button', {
      type: 'button', textContent: emoji, onclick: async () => {
        close();
        await attempt(send(await draw(emoji)));
      },
    }));
    const cancel = element('button', { type: 'button', textContent: words.cancel, onclick: close });
    return closing(element('div', { className: 'form' }, element('h2', { textContent: words.sticker }),
      element('div', { className: 'stickers' }, ...all), element('div', { className: 'buttons' }, cancel)), close);
  };
}

async function draw(emoji) {
  const canvas = element('canvas', { width: STICKER_SIZE, height: STICKER_SIZE });
  const pen = canvas.getContext('2d');
  pen.font = `${STICKER_SIZE * 0.75}px sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(emoji, STICKER_SIZE / 2, STICKER_SIZE / 2);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/webp'); });
  return new File([blob], 'sticker.webp', { type: 'image/webp' });
}
