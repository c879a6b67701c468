import { element, icon, link, withLinks } from '/page/dom.js';
import { words } from '/phone/words.js';

const FILE = 'M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm8 0v5h5';
const PIN = 'M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.8-7 11-7 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z';
const PERSON = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0';
const LIST = 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01';

/** Shows what a message holds; `answer` sends a message that answers it. */
export function content(message, answer) {
  const show = SHOWN[message.type];
  return show && message[message.type] ? show(message[message.type], answer) : [line('small', words.unknown)];
}

function line(className, text) {
  return element('p', { className, dir: 'auto' }, ...withLinks(text));
}

function caption(text) {
  return text ? line('words', text) : undefined;
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

function fact(path, ...lines) {
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

function choices(buttons) {
  return element('div', { className: 'choices' }, ...buttons);
}

function choice(title, onclick, description) {
  return element('button', { type: 'button', onclick }, element('span', { dir: 'auto', textContent: title }),
    description ? element('small', { dir: 'auto', textContent: description }) : undefined);
}

function header(part = {}) {
  const show = SHOWN[part.type];
  return part.type === 'text' ? [line('strong', part.text)] : show ? show(part[part.type]) : [];
}

function interactive(part, answer) {
  if (part.type.endsWith('_reply')) {
    return [line('words', part[part.type].title ?? '')];
  }
  return [
    ...header(part.header),
    caption(part.body?.text),
    part.footer ? line('small', part.footer.text) : undefined,
    ...actions(part, answer),
  ];
}

function actions({ type, action }, answer) {
  if (type === 'button') {
    return [choices(action.buttons.map(({ reply: { id, title } }) => choice(title, () => answer({
      type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } },
    }))))];
  }
  if (type === 'cta_url') {
    return [choices([link(action.parameters.url, action.parameters.display_text)])];
  }
  return type === 'list' ? [list(action, answer)] : [];
}

function list(action, answer) {
  const rows = action.sections.flatMap(({ title, rows: some }) => [
    title ? line('small', title) : undefined,
    ...some.map(({ id, title: name, description }) => choice(name, () => answer({
      type: 'interactive', interactive: { type: 'list_reply', list_reply: { id, title: name, description } },
    }), description)),
  ]);
  return element('details', { className: 'choices' },
    element('summary', {}, icon(LIST), element('span', { dir: 'auto', textContent: action.button })), ...rows);
}

function template({ filled = {} }, answer) {
  const replies = (filled.replies ?? []).map((text) => choice(text, () => answer({
    type: 'button', button: { text, payload: text },
  })));
  return [
    filled.header ? line('strong', filled.header) : undefined,
    caption(filled.body),
    filled.footer ? line('small', filled.footer) : undefined,
    replies.length ? choices(replies) : undefined,
  ];
}

const SHOWN = {
  text: ({ body }) => [caption(body)],
  button: ({ text }) => [caption(text)],
  image,
  sticker: ({ id }) => [element('img', { src: file({ id }), alt: words.picture, className: 'sticker' })],
  video: player('video'),
  audio: player('audio'),
  document: paper,
  location: place,
  contacts: people,
  interactive,
  template,
};
