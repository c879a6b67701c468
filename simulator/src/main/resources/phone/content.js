import { element, icon, link, withLinks } from '/page/dom.js';
import { FILE, PERSON, PIN } from '/phone/icons.js';
import { withMarks } from '/phone/marks.js';
import { interactive, template } from '/phone/tappable.js';
import { words } from '/phone/words.js';

/** Shows what a message holds; `answer` sends a message that answers it. */
export function content(message, answer, phone) {
  const show = SHOWN[message.type];
  return show && message[message.type] ? show(message[message.type], answer, phone) : [line('small', words.unknown)];
}

export function line(className, text) {
  return element('p', { className, dir: 'auto' }, ...withLinks(text));
}

export function caption(text) {
  return text ? element('p', { className: 'words', dir: 'auto' }, ...withMarks(text)) : undefined;
}

/** A part of a message that is a medium, as in a header. */
export function medium(part = {}) {
  const show = SHOWN[part.type];
  return part.type === 'text' ? [line('strong', part.text)] : show && part[part.type] ? show(part[part.type]) : [];
}

function file(part) {
  return part.id ? `/simulator/media/${part.id}` : '#';
}

function image(part) {
  if (!part.id) {
    return [link(part.link ?? '', words.picture)];
  }
  const picture = element('img', { src: file(part), alt: part.caption || words.picture, className: 'picture' });
  const opening = link(file(part), '');
  opening.append(picture);
  return [opening, caption(part.caption)];
}

function player(name) {
  return (part) => [element(name, { src: file(part), controls: true, preload: 'metadata' }), caption(part.caption)];
}

export function fact(path, ...lines) {
  return element('div', { className: 'fact' }, icon(path), element('div', {}, ...lines));
}

function paper(part) {
  const name = link(file(part), part.filename || words.download);
  name.dir = 'auto';
  return [fact(FILE, name), caption(part.caption)];
}

function place(part) {
  const named = part.name || part.address || `${part.latitude}, ${part.longitude}`;
  const address = part.name ? part.address : undefined;
  return [fact(PIN, line('strong', named), address ? line('small', address) : undefined)];
}

function people(part) {
  return part.map(({ name, phones = [] }) => fact(PERSON,
    line('strong', name.formatted_name), ...phones.map(({ phone }) => line('small', phone))));
}

function order({ product_items: items = [], text }) {
  return [line('strong', words.order), ...items.map(({ product_retailer_id: id, quantity }) => line('small', `${quantity} × ${id}`)), caption(text)];
}

const SHOWN = {
  text: ({ body }) => [caption(body)],
  button: ({ text }) => [caption(text)],
  image,
  sticker: ({ id }) => [element('img', { src: file({ id }), alt: words.sticker, className: 'sticking' })],
  video: player('video'),
  audio: player('audio'),
  document: paper,
  location: place,
  contacts: people,
  order,
  interactive,
  template,
};
