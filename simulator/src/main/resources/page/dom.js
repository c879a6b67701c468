const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;

/** Makes an element with properties and children; nothing it is given is ever read as markup. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

/** An outlined picture of 24 by 24; with a label it says something, without it is decoration. */
export function icon(path, label) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  line.setAttribute('d', path);
  if (label) {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  } else {
    svg.setAttribute('aria-hidden', 'true');
  }
  svg.append(line);
  return svg;
}

/** The parts of a text, its addresses as links. */
export function withLinks(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(text.slice(end, match.index), link(match[0], match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

/** A link in a tab of its own, and only to the web. */
export function link(href, text) {
  const safe = /^https?:\/\//.test(href) || href.startsWith('/');
  return element('a', { href: safe ? href : '#', target: '_blank', rel: 'noopener', textContent: text });
}

/** The language the address asks for, set on the page with its direction. */
export const useLanguage = () => setLanguage(new URLSearchParams(location.search).get('lang') ?? 'en');

/** Hebrew or English, whichever comes nearer to a language, set on the page with its direction. */
export function setLanguage(wanted) {
  const language = wanted.startsWith('he') ? 'he' : 'en';
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'he' ? 'rtl' : 'ltr';
  return language;
}

/** A button with a text that does something. */
export function button(text, onclick) {
  return element('button', { type: 'button', textContent: text, onclick });
}

/** Choices behind a small button; choosing one, Escape or a click elsewhere closes them. */
export function menu(sign, choices) {
  const shown = element('div', { className: 'choosing', role: 'menu' }, ...choices);
  choices.forEach((choice) => choice?.setAttribute('role', 'menuitem'));
  const made = element('details', { className: 'menu' }, element('summary', {}, sign), shown);
  const close = () => { made.open = false; };
  made.addEventListener('toggle', () => made.open && shown.querySelector('button')?.focus());
  made.addEventListener('keydown', (event) => {
    const all = [...shown.querySelectorAll('button')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      close();
      made.querySelector('summary').focus();
    } else if (step && made.open) {
      event.preventDefault();
      all.at((all.indexOf(document.activeElement) + step) % all.length)?.focus();
    }
  });
  made.addEventListener('focusout', (event) => made.contains(event.relatedTarget) || close());
  shown.addEventListener('click', close);
  return made;
}
