import { element, icon, link } from '/page/dom.js';
import { caption, fact, line, medium } from '/phone/content.js';
import { BASKET, LIST } from '/phone/icons.js';
import { contactCard, flowSheet, locationSheet } from '/phone/sheets.js';
import { words } from '/phone/words.js';

function choices(buttons) {
  return element('div', { className: 'choices' }, ...buttons);
}

function choice(title, onclick, description) {
  return element('button', { type: 'button', onclick }, element('span', { dir: 'auto', textContent: title }),
    description ? element('small', { dir: 'auto', textContent: description }) : undefined);
}

/** A message with something to tap, or what was tapped. */
export function interactive(part, answer, phone) {
  if (part.type.endsWith('_reply')) {
    return reply(part[part.type]);
  }
  return [
    ...medium(part.header),
    caption(part.body?.text),
    part.footer ? line('small', part.footer.text) : undefined,
    ...(ACTIONS[part.type]?.(part.action, answer, phone) ?? []),
  ];
}

function reply({ title, body, response_json: response }) {
  if (!response) {
    return [line('words', title ?? '')];
  }
  const { flow_token: token, ...answers } = JSON.parse(response);
  return [line('strong', body ?? words.answered), ...Object.entries(answers).map(([name, value]) => line('small', `${name}: ${value}`))];
}

function list(action, answer) {
  const rows = action.sections.flatMap(({ title, rows: some }) => [
    title ? line('small', title) : undefined,
    ...some.map(({ id, title: name, description }) => choice(name, () => answer({
      type: 'interactive', interactive: { type: 'list_reply', list_reply: { id, title: name, description } },
    }), description)),
  ]);
  return [element('details', { className: 'choices' },
    element('summary', {}, icon(LIST), element('span', { dir: 'auto', textContent: action.button })), ...rows)];
}

function buttons(action, answer) {
  return [choices(action.buttons.map(({ reply: { id, title } }) => choice(title, () => answer({
    type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } },
  }))))];
}

/** Asks what the flow was to be told; the answer goes back as Meta sends it. */
function flow({ parameters }, answer, phone) {
  const asked = parameters.flow_action_payload?.data ?? {};
  const fields = Object.keys(asked).length ? asked : { answer: '', remark: words.somePlace };
  const done = (answers) => answer({
    type: 'interactive',
    interactive: {
      type: 'nfm_reply',
      nfm_reply: { name: 'flow', body: words.answered, response_json: JSON.stringify({ ...answers, flow_token: parameters.flow_token ?? 'unused' }) },
    },
  });
  return [choices([choice(parameters.flow_cta ?? words.address, () => phone.ask(flowSheet(parameters.flow_cta ?? words.address, fields, done)))])];
}

function product({ catalog_id: catalog, product_retailer_id: id }, answer) {
  const order = () => answer({
    type: 'order',
    order: { catalog_id: catalog, product_items: [{ product_retailer_id: id, quantity: 1, item_price: 10, currency: 'USD' }] },
  });
  return [fact(BASKET, line('strong', id)), choices([choice(words.orderOne, order)])];
}

function products({ catalog_id: catalog, sections }, answer) {
  return sections.flatMap(({ title, product_items: items }) => [
    title ? line('small', title) : undefined,
    ...items.flatMap(({ product_retailer_id: id }) => product({ catalog_id: catalog, product_retailer_id: id }, answer)),
  ]);
}

function cards({ cards: all }, answer, phone) {
  const shown = all.map(({ type, header, body, action }) => element('div', { className: 'card' },
    ...medium(header), caption(body?.text),
    ...(type === 'product' ? product(action, answer) : action.buttons ? quickReplies(action, answer) : ACTIONS.cta_url(action, answer, phone))));
  return [element('div', { className: 'cards' }, ...shown)];
}

function quickReplies({ buttons: all }, answer) {
  return [choices(all.map((one) => {
    const { id, title } = one.quick_reply ?? one.reply;
    return choice(title, () => answer({ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } }));
  }))];
}

const ACTIONS = {
  button: buttons,
  list,
  flow,
  product,
  product_list: products,
  carousel: cards,
  cta_url: ({ parameters }) => [choices([link(parameters.url, parameters.display_text)])],
  catalog_message: (action, answer) => product({ catalog_id: 'catalog', product_retailer_id: action.parameters?.thumbnail_product_retailer_id ?? 'rose' }, answer),
  address_message: (action, answer, phone) => flow({ parameters: { flow_action_payload: { data: { name: '', street: '', city: '' } } } }, answer, phone),
  location_request_message: (action, answer, phone) => [choices([choice(words.location, () => phone.ask(locationSheet(answer)))])],
  contact_request: (action, answer, phone) => [choices([choice(words.shareNumber, () => answer({
    type: 'contacts', contacts: [contactCard(phone.customer.name, `+${phone.customer.phone}`)],
  }))])],
};

/** A template with its blanks filled, its buttons and its cards. */
export function template({ filled = {} }, answer) {
  return [
    filled.header ? line('strong', filled.header) : undefined,
    ...medium(filled.media),
    caption(filled.body),
    filled.footer ? line('small', filled.footer) : undefined,
    filled.buttons ? choices(filled.buttons.map((one) => templateButton(one, answer))) : undefined,
    filled.cards ? element('div', { className: 'cards' }, ...filled.cards.map((card) => element('div', { className: 'card' }, ...template({ filled: card }, answer)))) : undefined,
  ];
}

function templateButton({ type, text, url, phone, code, payload }, answer) {
  if (url) {
    return link(url, text);
  }
  if (type === 'copy_code') {
    return choice(`${words.copy} ${code}`, () => navigator.clipboard.writeText(code));
  }
  return type === 'phone_number' ? choice(`${text} ${phone}`, () => {}) : choice(text, () => answer({ type: 'button', button: { text, payload } }));
}
